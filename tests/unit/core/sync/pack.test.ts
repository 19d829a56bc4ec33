import { describe, expect, it } from 'vitest';
import type { ReadingListEntry } from '../../../../lib/core/model/entry.ts';
import { blankEntry, changedEntry, entryFields } from '../../../../lib/core/model/entry.ts';
import type { PaperId } from '../../../../lib/core/model/paper.ts';
import { paperIdOf } from '../../../../lib/core/model/paper-id.ts';
import { NEVER, nextStamp } from '../../../../lib/core/model/stamp.ts';
import { FORMAT, type Items, incomingFrom, readItems } from '../../../../lib/core/sync/items.ts';
import { changesTo, pack } from '../../../../lib/core/sync/pack.ts';
import { MAX_ITEM_BYTES, MAX_ITEMS, MAX_TOTAL_BYTES } from '../../../../lib/core/sync/quota.ts';
import fc from '../../../fixtures/properties.ts';

const NOW = Date.UTC(2026, 2, 1);
const none = readItems({});

/**
 * A list like one that grew over the years: saved one by one, some read, some noted, some removed.
 */
function grown(count: number, note = ''): { entries: ReadingListEntry[]; titles: Map<PaperId, string> } {
  let last = NEVER;
  const titles = new Map<PaperId, string>();
  const entries = Array.from({ length: count }, (_, i) => {
    const title = `Learning to ${i} without labels: a study of very large models of language and of sight`;
    const paperId = paperIdOf(title);
    titles.set(paperId, title);
    const now = NOW + i * 3_600_000;
    last = nextStamp(last, now, i % 3 ? 'k3j9x0ab' : 'zz81hhq2');
    let entry = changedEntry(blankEntry(paperId), { addedAt: now, deletedAt: null, position: -1 - i }, last, now);
    const later = now + 1_000_000;
    last = nextStamp(last, later, 'k3j9x0ab');
    if (i % 2) entry = changedEntry(entry, { status: 'read' }, last, later);
    if (i % 4 === 0) entry = changedEntry(entry, { tags: ['vision', 'to cite'] }, last, later);
    if (note && i % 5 === 0) entry = changedEntry(entry, { note }, last, later);
    if (i % 10 === 9) entry = changedEntry(entry, { deletedAt: later }, last, later);
    return entry;
  });
  return { entries, titles };
}

/**
 * Bytes as Chromium counts them: UTF-8 of the key and of JSON in which `<` and two separators are
 * escaped.
 */
function bytesOf(key: string, value: unknown): number {
  const json = JSON.stringify(value).replace(/[<\u2028\u2029]/g, '\\u0000');
  return Buffer.byteLength(key) + Buffer.byteLength(json);
}

function expectToFit(items: Items): number {
  const sizes = Object.entries(items).map(([key, value]) => bytesOf(key, value));
  expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(MAX_ITEM_BYTES);
  expect(sizes.length).toBeLessThanOrEqual(MAX_ITEMS);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(total).toBeLessThanOrEqual(MAX_TOTAL_BYTES);
  return total;
}

describe('A packed list', () => {
  it('drops a list of tags with holes', () => {
    const { entries, titles } = grown(5);
    const items = structuredClone(pack(entries, titles, none).items);
    const holed = (value: unknown): unknown =>
      !Array.isArray(value) ? value : value[0] === 'vision' ? new Array(1).concat(value) : value.map(holed);
    const damaged = Object.fromEntries(Object.entries(items).map(([key, value]) => [key, holed(value)]));
    const tags = incomingFrom(readItems(damaged)).flatMap(({ entry }) => entry.tags);
    expect(incomingFrom(readItems(items)).flatMap(({ entry }) => entry.tags)).toContain('vision');
    expect(tags).toEqual([]);
  });

  it('is read back unchanged', () => {
    const { entries, titles } = grown(300, 'See **section 3**.');
    const found = readItems(pack(entries, titles, none).items);
    const back = new Map(incomingFrom(found).map(({ entry }) => [entry.paperId, entry]));
    for (const entry of entries)
      expect({ ...back.get(entry.paperId), changedAt: 0 }).toEqual({ ...entry, changedAt: 0 });
    for (const { entry, title } of incomingFrom(found))
      expect(title).toBe(entry.deletedAt === null ? titles.get(entry.paperId) : undefined);
  });

  it('has room for a thousand entries with status, tags, short notes, and some of their titles', () => {
    const { entries, titles } = grown(1000, 'A note of a line or two, as one writes it while reading the abstract.');
    const { items, bytes, rows, tombstones, left } = pack(entries, titles, none);
    const total = expectToFit(items);
    expect(bytes - total).toBeGreaterThanOrEqual(0);
    expect(bytes - total).toBeLessThan(200);
    expect([rows, tombstones]).toEqual([1000, 100]);
    expect(left.filter(({ what }) => what !== 'title')).toEqual([]);
    const bare = pack(
      entries.map((entry) => ({ ...entry, note: '', stamps: { ...entry.stamps, note: NEVER } })),
      new Map(),
      none,
    );
    expect(expectToFit(bare.items) / 1000).toBeLessThan(62);
    expect(left.length).toBeLessThan(650);
  });

  it('drops the oldest first when there are too many entries, and reports which', () => {
    const { entries, titles } = grown(3000);
    const { items, rows, left } = pack(entries, titles, none);
    expectToFit(items);
    expect(rows).toBeGreaterThan(1800);
    const whole = new Set(left.filter(({ what }) => what === 'entry').map(({ paperId }) => paperId));
    expect(whole.size + rows).toBe(3000);
    const isOld = entries.map(({ paperId }) => whole.has(paperId));
    // A bucket may be full a little before the others.
    expect(isOld.slice(0, 3000 - rows - 400)).not.toContain(false);
  });

  it('fits whatever is in the list, and carries or reports everything', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 40, unit: 'binary' }),
      fc
        .tuple(
          fc.constantFrom('x', '<', '\u2028', '漢', '😀', '\ud800', '\n', '\u0007'),
          fc.integer({ min: 1, max: 9000 }),
        )
        .map(([letter, times]) => letter.repeat(times)),
    );
    const entry = fc.record({
      number: fc.nat({ max: 1e6 }),
      note: fc.option(text),
      tags: fc.option(fc.array(text, { maxLength: 3 })),
      position: fc.double({ noNaN: true, noDefaultInfinity: true }),
      time: fc.integer({ min: 0, max: 4e12 }),
      isRemoved: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60, size: 'max' }), (made) => {
        const entries = new Map<PaperId, ReadingListEntry>();
        for (const { number, note, tags, position, time, isRemoved } of made) {
          const paperId = paperIdOf(String(number));
          const stamp = nextStamp(NEVER, time, `n${number % 7}`);
          let entry = changedEntry(
            blankEntry(paperId),
            { addedAt: time, deletedAt: isRemoved ? time : null, position },
            stamp,
            time,
          );
          if (note !== null) entry = changedEntry(entry, { note }, nextStamp(stamp, time, 'a'), time);
          if (tags !== null) entry = changedEntry(entry, { tags }, nextStamp(stamp, time, 'b'), time);
          entries.set(paperId, entry);
        }
        const { items, left } = pack([...entries.values()], new Map(), none);
        expectToFit(items);
        const { papers } = readItems(items);
        for (const entry of entries.values()) {
          const carried = papers.get(entry.paperId);
          const isLeft = (what: string): boolean =>
            left.some((each) => each.paperId === entry.paperId && each.what === what);
          expect(carried?.row === undefined).toBe(isLeft('entry'));
          if (!carried?.row) continue;
          for (const field of entryFields) expect(carried.row.stamps[field]).toBe(entry.stamps[field]);
          expect(isLeft('tags')).toBe(entry.stamps.tags !== NEVER && carried.tags === undefined);
          expect(isLeft('note')).toBe(entry.stamps.note !== NEVER && carried.note === undefined);
          if (carried.note) expect(carried.note.text).toBe(entry.note.toWellFormed());
          if (carried.tags) expect(carried.tags).toEqual(entry.tags.map((tag) => tag.toWellFormed()));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('changes one item when one entry changes', () => {
    const { entries, titles } = grown(300);
    const before = pack(entries, titles, none).items;
    const [first, ...others] = entries as [ReadingListEntry, ...ReadingListEntry[]];
    const found = readItems(before);
    expect(changesTo(pack(entries, titles, found).items, before)).toBeUndefined();
    const changed = changedEntry(first, { status: 'reading' }, nextStamp(NEVER, NOW + 1e10, 'k3j9x0ab'), NOW);
    const changes = changesTo(pack([changed, ...others], titles, found).items, before);
    expect([Object.keys(changes?.set ?? {}).length, changes?.remove]).toEqual([1, []]);
  });
});

describe('Items that are read', () => {
  const { entries, titles } = grown(40, 'x'.repeat(600));
  const { items } = pack(entries, titles, none);
  const keys = Object.keys(items);
  const bucket = keys.find((key) => key.startsWith('list.')) as string;
  const noteKey = keys.find((key) => key.startsWith('note.')) as string;

  it.each([
    ['nothing', null],
    ['a text', 'list'],
    ['an object', { 0: 1 }],
    ['too short', [FORMAT]],
    ['rows that are none', [FORMAT, [], ['x', 7, null, ['y', 'z'], [[]]]]],
    ['a stamp of a machine that is not named', [FORMAT, [], ['0123456789abcdef,10001,mhxyzabc.0,0,,,-1']]],
    ['a time that no clock will show', [FORMAT, ['a'], ['0123456789abcdef,10001,zzzzzzzzz.0,0,,,-1']]],
    ['a date that is in no calendar', [FORMAT, ['a'], ['0123456789abcdef,10001,mhxyzabc.0,-2gjg2ow0000,,,-1']]],
    ['a place that is none', [FORMAT, ['a'], ['0123456789abcdef,10001,mhxyzabc.0,0,,,Infinity']]],
    ['a paper that is none', [FORMAT, ['a'], ['paper,10001,mhxyzabc.0,0,,,-1']]],
    ['a flag too many', [FORMAT, ['a'], [['0123456789abcdef,10101,mhxyzabc.0,0,,,-1tn', ['x']]]]],
    ['version 0', [0, [], []]],
  ])('are taken for missing and written again where they are damaged: %s', (_, damage) => {
    for (const key of [bucket, noteKey]) {
      const damaged = { ...items, [key]: damage };
      const found = readItems(damaged);
      expect(found.isNewer).toBe(false);
      expect(found.papers.has('0123456789abcdef')).toBe(false);
      expect(changesTo(pack(entries, titles, found).items, damaged)).toEqual({
        set: { [key]: items[key] },
        remove: [],
      });
    }
  });

  it('keep the valid rows beside a damaged one', () => {
    const [, nodes, rows] = items[bucket] as [number, string[], unknown[]];
    const found = readItems({ [bucket]: [FORMAT, nodes, ['broken', ...rows]] });
    expect(found.papers.size).toBe(rows.length);
  });

  it('report a later version', () => {
    expect(readItems({ ...items, [bucket]: [FORMAT + 1, 'anything'] }).isNewer).toBe(true);
    expect(readItems({ ...items, other: [FORMAT + 1] }).isNewer).toBe(false);
  });

  it('give no tags and no note of excessive length', () => {
    const row = '0123456789abcdef,10221,mhxyzabc.0 mhxyzabd.0,0,,,-1';
    const readWith = (tags: unknown, note: unknown) =>
      incomingFrom(readItems({ 'list.0': [FORMAT, ['a'], [[`${row}tn`, tags, note]]] }))[0]?.entry;
    expect(readWith(['a'], 'mine')).toMatchObject({ tags: ['a'], note: 'mine' });
    expect(readWith(['x'.repeat(10_001)], 'x'.repeat(10_000_001))).toMatchObject({ tags: [], note: '' });
    expect(readWith(Array(10_001).fill('a'), 'mine')).toMatchObject({ tags: [], note: 'mine' });
  });

  it('give no title of another paper', () => {
    const wrong = JSON.parse(JSON.stringify(items).replaceAll('Learning to', 'Failing to')) as Items;
    expect(incomingFrom(readItems(wrong)).map(({ title }) => title)).toEqual(entries.map(() => undefined));
  });
});
