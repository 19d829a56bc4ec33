/** What happened in each month: papers that came, were saved and were read. */
import type { ReadingListEntry } from './entry.ts';
import type { Digest, PaperId } from './paper.ts';
import { stampTime } from './stamp.ts';

/** A month by the reader's calendar. */
export interface Month {
  /** Year and month: "2026-11". */
  name: string;
  /** The sources that were added, with how many papers each brought that none before had. */
  came: { source: Digest; count: number }[];
  saved: number;
  read: number;
}

/**
 * The `count` months up to `now`, in milliseconds since the Unix epoch, the earliest first. Sources
 * that came with the extension have no date and are left out.
 */
export function monthsUpTo(
  now: number,
  count: number,
  sources: Iterable<Digest>,
  entries: Iterable<ReadingListEntry>,
): Month[] {
  const today = new Date(now);
  const months = Array.from({ length: count }, (_, i): Month => {
    const begin = new Date(today.getFullYear(), today.getMonth() - (count - 1 - i), 1);
    return { name: nameOf(begin), came: [], saved: 0, read: 0 };
  });
  const byName = new Map(months.map((month) => [month.name, month]));
  const monthOf = (moment: number): Month | undefined => byName.get(nameOf(new Date(moment)));
  for (const [source, count] of newPapersOf(sources)) {
    if (count > 0 && source.addedAt !== undefined) monthOf(source.addedAt)?.came.push({ source, count });
  }
  for (const { addedAt, deletedAt, status, stamps } of entries) {
    if (deletedAt !== null) continue;
    const [saved, read] = [monthOf(addedAt), status === 'read' ? monthOf(stampTime(stamps.status)) : undefined];
    if (saved) saved.saved++;
    if (read) read.read++;
  }
  return months;
}

/**
 * How many papers each source brought that none before it had, in the order in which they were
 * added.
 */
export function newPapersOf(sources: Iterable<Digest>): Map<Digest, number> {
  const seen = new Set<PaperId>();
  const inOrder = [...sources].sort((a, b) => (a.addedAt ?? 0) - (b.addedAt ?? 0));
  return new Map(
    inOrder.map((source) => {
      const before = seen.size;
      for (const id of source.paperIds) seen.add(id);
      return [source, seen.size - before];
    }),
  );
}

function nameOf(day: Date): string {
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}`;
}
