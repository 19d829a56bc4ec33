import { describe, expect, it } from 'vitest';
import { type Box, CARD_GAP_PX, type Place, place, type Size } from '../../../../lib/page/card/placement.ts';
import fc from '../../../fixtures/properties.ts';

const view = { width: 800, height: 600 };
const card = { width: 380, height: 300 };
const mark = (left: number, top: number, width = 280, height = 20): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('A card', () => {
  it.each<[string, Box, Size, Partial<Place>]>([
    ['under its mark', mark(100, 100), card, { left: 100, top: 128, height: 300 }],
    ['over it near the bottom', mark(100, 500), card, { left: 100, top: 192, height: 300 }],
    ['inside the window at the right edge', mark(500, 100), card, { left: 412, top: 128 }],
    ['inside the window at the left edge', mark(0, 100), card, { left: 8 }],
    ['shorter where neither side has room', mark(100, 250, 280, 40), card, { top: 298, height: 294 }],
    ['shorter over it where there is more room', mark(100, 310, 280, 40), card, { top: 8, height: 294 }],
    ['beside a high mark', mark(10, 50, 300, 500), card, { left: 318, top: 50 }],
    ['beside a high mark and narrower', mark(10, 50, 500, 500), card, { left: 518, width: 274, height: 584, top: 8 }],
    ['before a high mark at the right edge', mark(480, 50, 300, 500), card, { left: 92, top: 50 }],
    ['over a mark that leaves no room anywhere', mark(0, 0, 800, 600), card, { height: 120 }],
  ])('is placed %s', (_, at, size, expected) => {
    expect(place(at, size, view)).toMatchObject(expected);
  });

  it('is placed near the pointer on a wide mark, and not beyond it', () => {
    expect(place(mark(50, 100, 700), card, view, 300).left).toBe(300);
    expect(place(mark(50, 100, 700), card, view, 700).left).toBe(370);
  });

  /** A window, a mark that can be seen in it, a card, and a pointer. */
  const scenes = fc
    .record({
      size: fc.record({ width: fc.integer({ min: 200, max: 1600 }), height: fc.integer({ min: 200, max: 1000 }) }),
      left: fc.integer({ min: 0, max: 199 }),
      top: fc.integer({ min: 0, max: 199 }),
      shift: fc.integer({ min: 0, max: 1400 }),
      width: fc.integer({ min: 1, max: 1400 }),
      height: fc.integer({ min: 1, max: 900 }),
      of: fc.record({ width: fc.integer({ min: 120, max: 420 }), height: fc.integer({ min: 60, max: 700 }) }),
      x: fc.integer({ min: 0, max: 1600 }),
    })
    .map(({ size, left, top, shift, width, height, of, x }) => {
      const at = { left: Math.min(left + shift, size.width - 1), top: Math.min(top + shift, size.height - 1) };
      const right = Math.min(at.left + width, size.width);
      const bottom = Math.min(at.top + height, size.height);
      return { size, about: { ...at, right, bottom }, of, x };
    });

  it('never leaves the window', () => {
    fc.assert(
      fc.property(scenes, ({ size, about, of, x }) => {
        const at = place(about, of, size, x);
        expect(at.left).toBeGreaterThanOrEqual(CARD_GAP_PX);
        expect(at.top).toBeGreaterThanOrEqual(CARD_GAP_PX);
        expect(at.left + at.width).toBeLessThanOrEqual(size.width - CARD_GAP_PX);
        expect(at.top + at.height).toBeLessThanOrEqual(size.height - CARD_GAP_PX);
      }),
      { numRuns: 2000 },
    );
  });

  it('never covers its mark if any side has room', () => {
    fc.assert(
      fc.property(scenes, ({ size, about, of, x }) => {
        const room = Math.max(about.top, size.height - about.bottom) - 2 * CARD_GAP_PX;
        const beside = Math.max(about.left, size.width - about.right) - 2 * CARD_GAP_PX;
        if (room < 120 && beside < 200) return;
        const { left, top, width, height } = place(about, of, size, x);
        const isAside = left >= about.right || left + width <= about.left;
        expect(isAside || top >= about.bottom || top + height <= about.top).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
