/**
 * Changes of listed papers: status, tags, note, position. Each is journaled, and resolves once it
 * is on disk.
 */
import type { EntryChange, ReadingListEntry, ReadingStatus } from '../core/model/entry.ts';
import { mergeNotes } from '../core/model/merge-notes.ts';
import type { PaperId } from '../core/model/paper.ts';
import { nextStatus } from '../core/model/statuses.ts';
import { tagKey } from '../core/model/tag-key.ts';
import { cleanTag, tagsByUse, withoutTags, withRenamedTag, withTags } from '../core/model/tags.ts';
import { changeList } from './change-list.ts';
import { database, type JournalRecord, type PaperlightDatabase } from './database.ts';
import { changeEntries, changeListed, readingList } from './reading-list.ts';

/**
 * Halving a gap too often runs out of numbers: if one is smaller than this, all positions are
 * renumbered.
 */
const MIN_POSITION_GAP = 1e-6;

/** Sets the reading status of papers on the list. */
export async function setStatus(
  paperIds: readonly PaperId[],
  status: ReadingStatus,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<JournalRecord | undefined> {
  return changeEntries(db, 'status', paperIds, now, (entries) =>
    changeListed(entries, (entry) => (entry.status === status ? undefined : { status })),
  );
}

/**
 * Sets the status to the one after that of the first paper, as it is on disk: keystrokes may be
 * faster than the view.
 */
export async function advanceStatus(
  paperIds: readonly PaperId[],
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<JournalRecord | undefined> {
  return changeList(db, now, async () => {
    const first = paperIds[0] === undefined ? undefined : await db.readingList.get(paperIds[0]);
    return first && setStatus(paperIds, nextStatus(first.status), db, now);
  });
}

/**
 * Adds tags to papers of the list, and removes tags from them. Spellings of one tag are the same
 * tag.
 */
export async function changeTags(
  paperIds: readonly PaperId[],
  { add = [], remove = [] }: { add?: readonly string[]; remove?: readonly string[] },
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<JournalRecord | undefined> {
  return changeEntries(db, 'tags', paperIds, now, (entries) =>
    changeListed(entries, ({ tags }) => newTags(tags, withTags(withoutTags(tags, remove), add))),
  );
}

/**
 * Renames a tag on all papers of the list, or removes it for null, as one change that can be
 * undone. If there is a tag of the new name already, in whatever spelling, its spelling is used and
 * the two become one.
 */
export async function renameTag(
  tag: string,
  name: string | null,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<JournalRecord | undefined> {
  return changeList(db, now, async () => {
    const list = await readingList(db);
    const key = tagKey(cleanTag(name ?? ''));
    const there = key === tagKey(tag) ? undefined : tagsByUse(list).find((other) => tagKey(other.tag) === key);
    const renamed = (tags: string[]): string[] =>
      name === null ? withoutTags(tags, [tag]) : withRenamedTag(tags, tag, there?.tag ?? name);
    const paperIds = list.map(({ paperId }) => paperId);
    return changeEntries(db, 'tags', paperIds, now, (entries) =>
      changeListed(entries, ({ tags }) => newTags(tags, renamed(tags))),
    );
  });
}

/**
 * Writes the note on a paper that is, or was, on the list. `note` was written over `base`, or over
 * `sent` if that earlier write has reached the disk. What was written elsewhere meanwhile is kept
 * too. Resolves with the entry as it is on disk then. Writing without a long pause is one change in
 * the journal.
 */
export async function writeNote(
  paperId: PaperId,
  { base, note, sent }: { base: string; note: string; sent?: string | undefined },
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<ReadingListEntry | undefined> {
  return changeList(db, now, async () => {
    await changeEntries(db, 'note', [paperId], now, ([entry]) => {
      // An entry that was removed meanwhile keeps the text for when it comes back; a paper that was
      // never on the list has none.
      if (!entry || entry.deletedAt === 0) return new Map();
      const merged = mergeNotes(entry.note === sent ? sent : base, entry.note, note);
      return new Map(merged === entry.note ? [] : [[paperId, { note: merged }]]);
    });
    return db.readingList.get(paperId);
  });
}

/**
 * Moves papers, in the order given, right above another paper of the list, or to its end for null.
 */
export async function movePapers(
  paperIds: readonly PaperId[],
  above: PaperId | null,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<JournalRecord | undefined> {
  return changeList(db, now, async () => {
    const all = await readingList(db);
    const moving = paperIds.filter((id) => all.some(({ paperId }) => paperId === id));
    const others = all.filter(({ paperId }) => !moving.includes(paperId));
    const found = others.findIndex(({ paperId }) => paperId === above);
    const at = found < 0 ? others.length : found;
    const low = others[at - 1]?.position ?? (others[at]?.position ?? 0) - moving.length - 1;
    const high = others[at]?.position ?? low + moving.length + 1;
    const step = (high - low) / (moving.length + 1);
    const places = new Map<PaperId, number>();
    if (step > MIN_POSITION_GAP) for (const [i, id] of moving.entries()) places.set(id, low + step * (i + 1));
    else {
      const order = [...others.slice(0, at).map(({ paperId }) => paperId), ...moving];
      order.push(...others.slice(at).map(({ paperId }) => paperId));
      for (const [i, id] of order.entries()) places.set(id, i);
    }
    return changeEntries(db, 'move', [...places.keys()], now, (entries) =>
      changeListed(entries, ({ paperId, position }) => {
        const place = places.get(paperId) as number;
        return place === position ? undefined : { position: place };
      }),
    );
  });
}

function newTags(before: readonly string[], tags: string[]): EntryChange | undefined {
  return tags.length === before.length && tags.every((tag, i) => tag === before[i]) ? undefined : { tags };
}
