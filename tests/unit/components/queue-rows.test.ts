import { describe, expect, it } from 'vitest';
import { moveBy, moveTo, queueRows } from '../../../components/queue/queue-rows.ts';
import type { ReadingListEntry } from '../../../lib/core/model/entry.ts';
import { blankEntry } from '../../../lib/core/model/entry.ts';
import fc from '../../fixtures/properties.ts';

const entry = (paperId: string, made: Partial<ReadingListEntry> = {}): ReadingListEntry => ({
  ...blankEntry(paperId),
  deletedAt: null,
  ...made,
});
const list = [
  entry('a', { status: 'read', tags: ['GAN'], addedAt: 1 }),
  entry('b', { tags: ['gan', 'later'], addedAt: 3 }),
  entry('c', { addedAt: 2 }),
];
const titles = new Map([
  ['a', { title: 'Zebra 10' }],
  ['b', { title: 'zebra 9' }],
]);
const ids = (of: { rows: ReadingListEntry[] }): string => of.rows.map(({ paperId }) => paperId).join('');
const whole = { status: null, tags: [], order: 'hand' } as const;

describe('queueRows', () => {
  it('sorts manually, by date, and by title with unknown papers last', () => {
    expect(ids(queueRows(list, titles, { ...whole, tags: [] }))).toBe('abc');
    expect(ids(queueRows(list, titles, { ...whole, tags: [], order: 'saved' }))).toBe('bca');
    expect(ids(queueRows(list, titles, { ...whole, tags: [], order: 'title' }))).toBe('bac');
  });

  it('filters by status and tags, with counts of what each choice would show', () => {
    const unread = queueRows(list, titles, { status: 'to-read', tags: ['Gan'], order: 'hand' });
    expect(ids(unread)).toBe('b');
    expect(unread.counts).toEqual({
      all: 2,
      statuses: { 'to-read': 1, reading: 0, read: 1 },
      tags: [
        { tag: 'GAN', count: 1 },
        { tag: 'later', count: 1 },
      ],
      untagged: 1,
    });
  });
});

describe('queueRows without tags', () => {
  it('shows papers without any tag, and those without some tags', () => {
    expect(ids(queueRows(list, titles, { ...whole, tags: [], untagged: true }))).toBe('c');
    expect(ids(queueRows(list, titles, { ...whole, tags: [], without: ['Later'] }))).toBe('ac');
    expect(ids(queueRows(list, titles, { ...whole, tags: ['gan'], without: ['later'] }))).toBe('a');
  });
});

describe('A move', () => {
  const all = ['a', 'b', 'c', 'd', 'e'];
  /** The list after a move is made. */
  const listAfter = (moving: string[], move: ReturnType<typeof moveTo>): string => {
    if (!move) return 'none';
    const others = all.filter((id) => !moving.includes(id));
    const at = move.above === null ? others.length : others.indexOf(move.above);
    return [...others.slice(0, at), ...move.paperIds, ...others.slice(at)].join('');
  };

  it.each([
    [['b'], 0, 'bacde'],
    [['b'], 1, 'none'],
    [['b'], 2, 'none'],
    [['b'], 5, 'acdeb'],
    [['a', 'c'], 4, 'bdace'],
    [['a', 'b', 'c', 'd', 'e'], 2, 'none'],
    [['x'], 2, 'none'],
  ])('of %j before row %i', (moving, index, order) => {
    expect(listAfter(moving, moveTo(all, all, new Set(moving), index))).toBe(order);
  });

  it.each([
    [['b'], -1, 'bacde'],
    [['a'], -1, 'none'],
    [['a', 'c'], 1, 'bdace'],
    [['a', 'c'], -1, 'acbde'],
    [['e'], 1, 'none'],
    [['d'], 1, 'abced'],
  ] as const)('of %j by %i', (moving, step, order) => {
    expect(listAfter([...moving], moveBy(all, all, new Set(moving), step))).toBe(order);
  });

  it('to the end of a filtered list goes directly after its last paper', () => {
    expect(moveTo(all, ['a', 'c'], new Set(['a']), 2)).toEqual({ paperIds: ['a'], above: 'd', place: 2 });
    expect(moveTo(all, ['a', 'e'], new Set(['a']), 2)).toEqual({ paperIds: ['a'], above: null, place: 2 });
  });

  it('keeps the order of everything else', () => {
    const some = fc.subarray(all);
    fc.assert(
      fc.property(some, some, fc.nat(5), (rows, moving, index) => {
        const shown = moving.filter((id) => rows.includes(id));
        const order = listAfter(shown, moveTo(all, rows, new Set(moving), index));
        if (order === 'none') return;
        expect([...order].filter((id) => !shown.includes(id)).join('')).toBe(
          all.filter((id) => !shown.includes(id)).join(''),
        );
        expect(order).toContain(shown.join(''));
      }),
    );
  });
});
