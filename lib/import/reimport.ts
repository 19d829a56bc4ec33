/**
 * A file of the name of an earlier import: whether it is the same file, and what has changed in it.
 */
import type { PlannedPaper } from '../core/import/plan-import.ts';
import type { Digest, PaperId } from '../core/model/paper.ts';
import type { RecordContent } from '../core/model/record.ts';
import { isSameContent } from '../core/model/sourced-paper.ts';
import { sayingsOfSource } from '../db/sources.ts';
import type { Reimport } from './protocol.ts';

/**
 * Whether a file is the one that was imported under its name: many share a name, such as pasted
 * texts, and replace nothing.
 */
export function isSameFile({ paperIds }: Digest, { newSince, gone }: Reimport): boolean {
  const shared = paperIds.length - gone;
  return shared > 0 && shared * 2 >= Math.min(paperIds.length, shared + newSince);
}

/** Compares what a file says now with what it said when it was imported. */
export async function compareWithSource(source: Digest, planned: readonly PlannedPaper[]): Promise<Reimport> {
  const before = new Map<PaperId, RecordContent>(
    (await sayingsOfSource(source.id)).map(({ paperId, record }) => [paperId, record]),
  );
  const now = new Map(planned.map(({ paperId, record }) => [paperId, record]));
  const both = [...now].filter(([id]) => before.has(id));
  return {
    addedAt: source.addedAt ?? 0,
    newSince: now.size - both.length,
    changed: both.filter(([id, record]) => !isSameContent(record, before.get(id) as RecordContent)).length,
    gone: [...before.keys()].filter((id) => !now.has(id)).length,
  };
}
