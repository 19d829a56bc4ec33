/**
 * What was read of the database without Dexie, without the rows that can’t be read. Loaded after
 * the reading has begun.
 */
import type { QuickRead } from './quick-read.ts';
import { isReadable } from './unreadable.ts';

/** The rows as {@link PaperlightDatabase} would give them: entries on the list, topmost first. */
export function onlyReadable(read: QuickRead): QuickRead {
  return {
    ...read,
    digests: read.digests.filter((digest) => isReadable('digests', digest)),
    entries: read.entries
      .filter((entry) => isReadable('readingList', entry) && entry.deletedAt === null)
      .sort((a, b) => a.position - b.position),
    readPapers: async (ids) => {
      const papers = await read.readPapers(ids);
      return papers.map((paper) => (isReadable('papers', paper) ? paper : undefined));
    },
  };
}
