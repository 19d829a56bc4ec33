import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReadingListEntry } from '../../../lib/core/model/entry.ts';
import { blankEntry, changedEntry, type EntryChange } from '../../../lib/core/model/entry.ts';
import { paperIdOf } from '../../../lib/core/model/paper-id.ts';
import { NEVER, nextStamp } from '../../../lib/core/model/stamp.ts';
import { type Incoming, incomingFrom, readItems } from '../../../lib/core/sync/items.ts';
import { pack } from '../../../lib/core/sync/pack.ts';
import { PaperlightDatabase } from '../../../lib/db/database.ts';
import { setStatus } from '../../../lib/db/entry-changes.ts';
import { undoable } from '../../../lib/db/journal.ts';
import { clockNow } from '../../../lib/db/local-clock.ts';
import { readingList, removePaper, savePaper } from '../../../lib/db/reading-list.ts';
import { mergeIncoming, outgoing } from '../../../lib/db/sync.ts';
import { setNote } from '../../fixtures/set-note.ts';

let db: PaperlightDatabase;
let count = 0;
beforeEach(() => {
  db = new PaperlightDatabase(`sync-${count++}`);
});
afterEach(() => db.delete());

const HOUR = 3_600_000;
const TITLE = 'A paper that nobody here has';
const ID = paperIdOf(TITLE);
const [P1, P2] = [paperIdOf('one'), paperIdOf('two')];

/** An entry from elsewhere, changed there at these times. */
function from(node: string, paperId: string, changes: [number, EntryChange][], title?: string): Incoming {
  let latest = NEVER;
  const entry = changes.reduce((before, [at, change]) => {
    latest = nextStamp(latest, at, node);
    return changedEntry(before, change, latest, at);
  }, blankEntry(paperId));
  return { entry, title, latest };
}

const standing = { addedAt: 1, deletedAt: null, position: -5 };

describe('mergeIncoming', () => {
  it('takes the later value of each field, and leaves no trace in the journal', async () => {
    await savePaper(P1, db, 1000);
    await setNote(P1, 'mine', db, 1500);
    await setStatus([P1], 'read', db, 3000);
    const before = await undoable(db);
    const incoming = from('b', P1, [
      [1200, { tags: ['theirs'] }],
      [2000, { note: 'theirs', status: 'reading' }],
    ]);
    expect(await mergeIncoming([incoming], db, 9000)).toEqual([P1]);
    expect(await db.readingList.get(P1)).toMatchObject({
      status: 'read',
      note: 'theirs',
      tags: ['theirs'],
      changedAt: 9000,
    });
    expect(await undoable(db)).toEqual(before);
    expect(await mergeIncoming([incoming], db, 9999)).toEqual([]);
    expect(await db.readingList.get(P1)).toMatchObject({ changedAt: 9000 });
  });

  it('stamps later changes after the merged ones, though the clock here is hours slow', async () => {
    await savePaper(P1, db, 1000);
    await mergeIncoming([from('b', P1, [[9 * HOUR, { status: 'reading' }]])], db, 2000);
    await setStatus([P1], 'read', db, 3000);
    const { entries } = await outgoing(db);
    expect(entries[0]?.stamps.status).toBe(await clockNow(db));
    await mergeIncoming([from('b', P1, [[9 * HOUR, { status: 'reading' }]])], db, 4000);
    expect(await db.readingList.get(P1)).toMatchObject({ status: 'read' });
  });

  it('moves the clock past a value that could not be carried, and keeps the local value', async () => {
    await savePaper(P1, db, 1000);
    await setNote(P1, 'mine', db, 1500);
    const elsewhere = changedEntry(
      (await db.readingList.get(P1)) as ReadingListEntry,
      { note: 'x'.repeat(9000) },
      nextStamp(NEVER, HOUR, 'b'),
      HOUR,
    );
    const { items, left } = pack([elsewhere], new Map(), readItems({}));
    expect(left).toMatchObject([{ paperId: P1, what: 'note', why: 'too-long' }]);
    expect(await mergeIncoming(incomingFrom(readItems(items)), db, 2000)).toEqual([]);
    expect(await db.readingList.get(P1)).toMatchObject({ note: 'mine' });
    const mine = await outgoing(db);
    expect(pack(mine.entries, mine.titles, readItems(items))).toMatchObject({
      items,
      left: [{ what: 'note', why: 'elsewhere' }],
    });
    await setNote(P1, 'mine again', db, 3000);
    expect((await db.readingList.get(P1))?.stamps.note).toBe(
      nextStamp(elsewhere.stamps.note, 3000, (await db.meta.get('node'))?.value as string),
    );
  });

  it('adds and removes papers, and what was removed here stays removed', async () => {
    await savePaper(P1, db, 1000);
    await savePaper(P2, db, 1000);
    await removePaper(P2, db, 5000);
    await mergeIncoming(
      [
        from('b', P1, [[2000, { deletedAt: 2000 }]]),
        from('b', P2, [[2000, standing]]),
        from('b', ID, [[10, standing]]),
      ],
      db,
    );
    expect((await readingList(db)).map(({ paperId }) => paperId)).toEqual([ID]);
  });

  it('adds a listed paper that the catalogue does not have, by its title', async () => {
    await mergeIncoming([from('b', ID, [[1, standing]], TITLE)], db);
    expect(await db.papers.get(ID)).toEqual({ id: ID, title: TITLE, abstract: '', digestIds: [], codeLinks: [] });
    expect((await db.unindexed.toArray()).flatMap(({ paperIds }) => paperIds)).toEqual([ID]);
    await db.papers.update(ID, { abstract: 'From a digest.' });
    await mergeIncoming([from('c', ID, [[9, { status: 'read' }]], TITLE)], db);
    expect(await db.unindexed.count()).toBe(1);
    expect(await db.papers.get(ID)).toMatchObject({ abstract: 'From a digest.' });
    await mergeIncoming(
      [
        from(
          'b',
          P1,
          [
            [1, standing],
            [2, { deletedAt: 2 }],
          ],
          'one',
        ),
      ],
      db,
    );
    expect(await db.papers.get(P1)).toBeUndefined();
    expect((await outgoing(db)).titles).toEqual(new Map([[ID, TITLE]]));
  });

  it('takes the same paper in its old state and its new one', async () => {
    const [old, recent] = [
      from('b', P1, [
        [1, standing],
        [2, { note: 'old' }],
      ]),
      from('c', P1, [[3, { tags: ['new'] }]]),
    ];
    await mergeIncoming([recent, old, recent], db);
    expect(await db.readingList.get(P1)).toMatchObject({ note: 'old', tags: ['new'], deletedAt: null });
  });

  it('takes a snapshot before a merge of more than a few entries, and keeps five of them', async () => {
    const many = (at: number): Incoming[] =>
      Array.from({ length: 6 }, (_, i) => from('b', paperIdOf(`many ${i}`), [[at, { ...standing, position: at }]]));
    await mergeIncoming(many(1), db, 1);
    // There was nothing to keep.
    expect(await db.snapshots.count()).toBe(0);
    for (let at = 2; at < 10; at++) await mergeIncoming(many(at), db, at);
    await mergeIncoming(many(99).slice(0, 5), db, 99);
    const kept = await db.snapshots.toArray();
    expect(kept.map(({ at, reason }) => [at, reason])).toEqual([5, 6, 7, 8, 9].map((at) => [at, 'sync']));
    expect(kept.at(-1)?.entries.map(({ position }) => position)).toEqual(Array(6).fill(8));
  });
});
