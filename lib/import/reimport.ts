/** A file that was imported before: whether it is that file, and what is another in it. */
import type { PlannedPaper } from '../core/import/plan-import.ts';
import type { Digest, PaperId } from '../core/model/paper.ts';
import type { RecordContent } from '../core/model/record.ts';
import { isSameContent } from '../core/model/sourced-paper.ts';
import { sayingsOfSource } from '../db/sources.ts';
import type { Reimport } from './protocol.ts';

/**
 * Whether a file of the same name is the one that was imported: many have one name, as texts that
 * are pasted, and replace nothing.
 */
export function isSameFile({ paperIds }: Digest, { newSince, gone }: Reimport): boolean {
  const shared = paperIds.length - gone;
  return shared > 0 && shared * 2 >= Math.min(paperIds.length, shared + newSince);
}

/** What a file says now, beside what it said when it was imported. */
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
