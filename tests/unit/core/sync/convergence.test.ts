import { describe, expect, it } from 'vitest';
import { type EntryChange, entryFields, fieldValue } from '../../../../lib/core/model/entry.ts';
import { paperIdOf } from '../../../../lib/core/model/paper-id.ts';
import { NEVER } from '../../../../lib/core/model/stamp.ts';
import { type Items, readItems } from '../../../../lib/core/sync/items.ts';
import { MAX_ITEM_BYTES, MAX_TOTAL_BYTES } from '../../../../lib/core/sync/quota.ts';
import { comparable, type Machine, World } from '../../../fixtures/machines.ts';
import fc from '../../../fixtures/properties.ts';

const HOUR = 3_600_000;

const titles = Array.from({ length: 6 }, (_, i) => `A paper about the number ${i} <in> 3D`);
const papers = new Map(titles.map((title) => [paperIdOf(title), title]));

const note = fc.oneof(
  fc.string({ maxLength: 60, unit: 'binary' }),
  fc
    .tuple(fc.constantFrom('x', 'é', '<', '"', '\u2028', '漢', '😀'), fc.integer({ min: 1, max: 1200 }))
    .map(([letter, times]) => letter.repeat(times)),
);
const longNote = fc
  .tuple(fc.constantFrom('x', 'é', '\n'), fc.constantFrom(10, 700, 3000, 7900, 9000))
  .map(([letter, times]) => letter.repeat(times));
const changes = (notes: fc.Arbitrary<string>): fc.Arbitrary<EntryChange> =>
  fc.oneof(
    fc.record({ addedAt: fc.integer({ min: 0, max: 2e12 }), deletedAt: fc.constant(null), position: fc.integer() }),
    fc.record({ deletedAt: fc.integer({ min: 1, max: 2e12 }) }),
    fc.record({ status: fc.constantFrom('to-read' as const, 'reading' as const, 'read' as const) }),
    fc.record({ tags: fc.array(fc.string({ maxLength: 12 }), { maxLength: 3 }) }),
    fc.record({ note: notes }),
    fc.record({ position: fc.double({ noNaN: true, noDefaultInfinity: true }).map((place) => place + 0) }),
  );

type Step = (world: World) => void;

const steps = (notes: fc.Arbitrary<string>): fc.Arbitrary<Step> => {
  const number = fc.nat({ max: 40 });
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(number, number, changes(notes)).map(
        ([nth, paper, change]): Step =>
          (world) =>
            world.edit(nth, paper, change),
      ),
    },
    {
      weight: 3,
      arbitrary: number.map(
        (nth): Step =>
          (world) =>
            void world.sync(nth),
      ),
    },
    {
      weight: 6,
      arbitrary: fc.tuple(number, fc.boolean()).map(
        ([nth, again]): Step =>
          (world) =>
            world.deliver(nth, again),
      ),
    },
    {
      weight: 1,
      arbitrary: number.map(
        (nth): Step =>
          (world) =>
            world.lose(nth),
      ),
    },
    // Clocks disagree by hours, and are put back.
    {
      weight: 1,
      arbitrary: fc.tuple(number, fc.integer({ min: -9 * HOUR, max: 9 * HOUR })).map(
        ([nth, ahead]): Step =>
          (world) => {
            (world.machines[nth % world.machines.length] as Machine).ahead = ahead;
          },
      ),
    },
    {
      weight: 2,
      arbitrary: fc.nat({ max: HOUR }).map(
        (time): Step =>
          (world) => {
            world.now += time;
          },
      ),
    },
  );
};

const schedules = (notes: fc.Arbitrary<string>) =>
  fc.record({ count: fc.integer({ min: 2, max: 4 }), steps: fc.array(steps(notes), { maxLength: 120, size: 'max' }) });

/**
 * Room for one of three rows, of which each machine knows others: as long as they keep in step they
 * undo each other's choices.
 */
const inStep = {
  count: 3,
  steps: [
    (world: World) => world.edit(0, 1, { tags: [] }),
    (world: World) => world.edit(0, 0, { status: 'to-read' }),
    (world: World) => world.edit(1, 0, { status: 'to-read' }),
    (world: World) => world.edit(1, 4, { deletedAt: 1 }),
    (world: World) => world.edit(2, 4, { status: 'to-read' }),
  ],
};

describe('Machines that sync', () => {
  it('converge to the same list, each field as last changed, however items travel', () => {
    fc.assert(
      fc.property(schedules(note), ({ count, steps }) => {
        const world = new World(count, papers);
        for (const step of steps) step(world);
        world.settle();
        const [first, ...others] = world.machines as [Machine, ...Machine[]];
        for (const other of others) expect(comparable(other.list)).toEqual(comparable(first.list));
        for (const paperId of world.papers) {
          for (const field of entryFields) {
            const stamp = world.latest(paperId, field);
            expect(first.entry(paperId).stamps[field]).toBe(stamp);
            // A half of a character can't be carried, nor stored by some browsers.
            if (stamp !== NEVER)
              expect(wellFormed(fieldValue(first.entry(paperId), field))).toEqual(
                wellFormed(world.made.get(`${paperId} ${field} ${stamp}`)),
              );
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('stop writing when not all fits, lose nothing, and report what is not carried', () => {
    const room = fc.integer({ min: 60, max: 30_000 });
    fc.assert(
      fc.property(schedules(longNote), room, ({ count, steps }, left) => {
        const world = new World(count, papers, foreignItems(MAX_TOTAL_BYTES - left));
        for (const step of steps) step(world);
        world.settle();
        for (const machine of world.machines) {
          const packing = machine.pack();
          const found = readItems(world.cloud).papers;
          for (const entry of machine.list.values()) {
            const { paperId } = entry;
            const isLeft = (what: string): boolean =>
              packing.left.some((left) => left.paperId === paperId && (left.what === 'entry' || left.what === what));
            const carried = found.get(paperId);
            for (const field of entryFields) {
              const stamp = entry.stamps[field];
              // Nothing of it is older than what was made here, and nothing that nobody made.
              if (stamp !== NEVER)
                expect(world.made.get(`${paperId} ${field} ${stamp}`)).toEqual(fieldValue(entry, field));
              const isCarried =
                stamp === NEVER && !(carried?.row && carried.row.stamps[field] !== NEVER)
                  ? true
                  : field === 'tags'
                    ? carried?.tags !== undefined && carried.row?.stamps.tags === stamp
                    : field === 'note'
                      ? carried?.note?.stamp === stamp && carried.note.text === entry.note
                      : carried?.row?.stamps[field] === stamp;
              expect(isCarried !== isLeft(field), `${field} is carried or told of, not both`).toBe(
                isCarried ? !isLeft(field) : true,
              );
              expect(isCarried || isLeft(field)).toBe(true);
            }
          }
          expect(bytesOf(world.cloud)).toBeLessThanOrEqual(MAX_TOTAL_BYTES);
        }
      }),
      { numRuns: 40, examples: [[inStep, 63]] },
    );
  });
});

/** Items of something else that leave little room. */
function foreignItems(bytes: number): Items {
  const items: Items = {};
  for (let i = 0, rest = bytes; rest > 10; i++) {
    const size = Math.min(rest, MAX_ITEM_BYTES);
    const key = `x${i}`;
    items[key] = 'y'.repeat(Math.max(0, size - key.length - 2));
    rest -= size;
  }
  return items;
}

function bytesOf(items: Items): number {
  return Object.entries(items).reduce((sum, [key, value]) => sum + Buffer.byteLength(key + JSON.stringify(value)), 0);
}

function wellFormed(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, part) => (typeof part === 'string' ? part.toWellFormed() : part));
}
