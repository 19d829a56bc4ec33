/** Changes of papers that stand in the reading list: status, tags, note, place. Every one is in the journal, and resolves only when it is on disk. */
import type { EntryChange } from '../core/entry.ts';
import { mergeNotes } from '../core/note-merge.ts';
import type { PaperId, ReadingListEntry, ReadingStatus } from '../core/paper.ts';
import { withoutTags, withRenamedTag, withTags } from '../core/tags.ts';
import { database, type PaperlightDatabase } from './database.ts';
import { readingList } from './entries.ts';
import { change, forStanding } from './reading-list.ts';
import { writeList } from './snapshots.ts';

/** Numbers between two places run out when halved too often: below this all places are counted anew. */
const LEAST_GAP = 1e-6;

/** Says how far the reader has come with papers of the list. */
export async function setStatus(
  paperIds: readonly PaperId[],
  status: ReadingStatus,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<void> {
  await change(db, 'status', paperIds, now, (entries) =>
    forStanding(entries, (entry) => (entry.status === status ? undefined : { status })),
  );
}

/** Gives papers of the list tags, and takes tags from them. Spellings of one tag are the same tag. */
export async function changeTags(
  paperIds: readonly PaperId[],
  { add = [], remove = [] }: { add?: readonly string[]; remove?: readonly string[] },
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<void> {
  await change(db, 'tags', paperIds, now, (entries) =>
    forStanding(entries, ({ tags }) => newTags(tags, withTags(withoutTags(tags, remove), add))),
  );
}

/** Gives a tag another name on all papers of the list, or takes it from all of them for null, in one step that can be undone as one. */
export async function renameTag(
  tag: string,
  name: string | null,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<void> {
  const renamed = (tags: string[]): string[] =>
    name === null ? withoutTags(tags, [tag]) : withRenamedTag(tags, tag, name);
  await writeList(db, now, async () => {
    const paperIds = (await readingList(db)).map(({ paperId }) => paperId);
    await change(db, 'tags', paperIds, now, (entries) =>
      forStanding(entries, ({ tags }) => newTags(tags, renamed(tags))),
    );
  });
}

/**
 * Writes the note on a paper that is, or was, in the list: `note` was written over `base`, or over `sent` if that, which was on its way, has
 * come to disk. What was written elsewhere meanwhile is kept too. Resolves with the entry as it is on disk then. Writing on without a long pause is one change in the journal.
 */
export async function writeNote(
  paperId: PaperId,
  { base, note, sent }: { base: string; note: string; sent?: string | undefined },
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<ReadingListEntry | undefined> {
  return writeList(db, now, async () => {
    await change(db, 'note', [paperId], now, ([entry]) => {
      // An entry that was removed meanwhile keeps the text for when it comes back; one that never was has none.
      if (!entry || entry.deletedAt === 0) return new Map();
      const merged = mergeNotes(entry.note === sent ? sent : base, entry.note, note);
      return new Map(merged === entry.note ? [] : [[paperId, { note: merged }]]);
    });
    return db.readingList.get(paperId);
  });
}

/** Puts papers, in the order given, right above another paper of the list, or at its end for null. */
export async function movePapers(
  paperIds: readonly PaperId[],
  above: PaperId | null,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<void> {
  await writeList(db, now, async () => {
    const all = await readingList(db);
    const moving = paperIds.filter((id) => all.some(({ paperId }) => paperId === id));
    const others = all.filter(({ paperId }) => !moving.includes(paperId));
    const found = others.findIndex(({ paperId }) => paperId === above);
    const at = found < 0 ? others.length : found;
    const low = others[at - 1]?.position ?? (others[at]?.position ?? 0) - moving.length - 1;
    const high = others[at]?.position ?? low + moving.length + 1;
    const step = (high - low) / (moving.length + 1);
    const places = new Map<PaperId, number>();
    if (step > LEAST_GAP) for (const [i, id] of moving.entries()) places.set(id, low + step * (i + 1));
    else {
      const order = [...others.slice(0, at).map(({ paperId }) => paperId), ...moving];
      order.push(...others.slice(at).map(({ paperId }) => paperId));
      for (const [i, id] of order.entries()) places.set(id, i);
    }
    await change(db, 'move', [...places.keys()], now, (entries) =>
      forStanding(entries, ({ paperId, position }) => {
        const place = places.get(paperId) as number;
        return place === position ? undefined : { position: place };
      }),
    );
  });
}

function newTags(before: readonly string[], tags: string[]): EntryChange | undefined {
  return tags.length === before.length && tags.every((tag, i) => tag === before[i]) ? undefined : { tags };
}
