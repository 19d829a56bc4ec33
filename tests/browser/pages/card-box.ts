/**
 * Where a card stands, found as a page could: by what is hit where. So it holds in frames too, and
 * in either browser.
 */
import type { Frame, Page } from 'puppeteer-core';
import { until } from '../driver/patience.ts';

/** A card beside its mark. */
export interface CardBox {
  /** The card's box, from the upper left corner of the frame's window: left, top, right, bottom. */
  card: [number, number, number, number];
  /** How many points of the mark's visible text are under the card. */
  covered: number;
  /** How far it is from the nearest of the mark's boxes, in pixels. */
  distance: number;
}

/** Waits for a card in a frame that stands still, and returns its box. */
export async function waitForCardBox(frame: Frame | Page): Promise<CardBox> {
  let before = '';
  return until('a card that stands still', async () => {
    const box = await frame.evaluate(measure);
    const isStill = box !== null && JSON.stringify(box) === before;
    before = JSON.stringify(box);
    return isStill ? (box as CardBox) : undefined;
  });
}

/** Waits until a frame has no card, nor anything left of one. */
export async function waitForNoCardIn(frame: Frame | Page): Promise<void> {
  await until('the end of the card', async () => {
    const isThere = await frame.evaluate(() => document.querySelector('[popover=manual]') !== null);
    return isThere ? undefined : true;
  });
}

/** Runs in the page. */
function measure(): CardBox | null {
  const host = document.querySelector('[popover=manual]');
  if (!host) return null;
  const box: CardBox['card'] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let y = 1; y < innerHeight; y += 4) {
    for (let x = 1; x < innerWidth; x += 4) {
      if (document.elementFromPoint(x, y) !== host) continue;
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  }
  if (box[2] < 0) return null;
  let covered = 0;
  let distance = Infinity;
  const mark = document.createRange();
  const [painted] = CSS.highlights.get('paperlight') ?? [];
  if (painted) {
    mark.setStart(painted.startContainer, painted.startOffset);
    mark.setEnd(painted.endContainer, painted.endOffset);
  }
  for (const { left, top, right, bottom } of mark.getClientRects()) {
    // Boxes of a pixel are copies for screen readers.
    if (right - left < 3) continue;
    const aside = Math.max(box[0] - right, left - box[2], 0);
    distance = Math.min(distance, Math.max(aside, box[1] - bottom, top - box[3]));
    for (let x = left + 1; x < right; x += 4) {
      if (document.elementFromPoint(x, (top + bottom) / 2) === host) covered++;
    }
  }
  return { card: box, covered, distance };
}
