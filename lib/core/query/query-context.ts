/** What queries may ask about besides the texts of papers. */
import type { ReadingListEntry } from '../model/entry.ts';
import type { Digest, PaperId } from '../model/paper.ts';

/** The digests by their ids, and the reading list by paper. */
export interface QueryContext {
  digests: ReadonlyMap<string, Digest>;
  entries: ReadonlyMap<PaperId, ReadingListEntry>;
  /**
   * The papers whose notes contain these words, or this phrase; undefined while notes can't be
   * searched.
   */
  notesWith?: ((text: string, isPhrase: boolean) => Iterable<PaperId>) | undefined;
}

/** The context that these digests and entries of the reading list make. */
export function queryContext(digests: Iterable<Digest>, entries: Iterable<ReadingListEntry>): QueryContext {
  return {
    digests: new Map(Array.from(digests, (digest) => [digest.id, digest])),
    entries: new Map(Array.from(entries, (entry) => [entry.paperId, entry])),
  };
}
