/**
 * What a page shows of the marks on it. Only what is in the window is painted: see
 * {@link seeWhole}.
 */

import type { Frame, Page } from 'puppeteer-core';
import type { Mention } from '../../../lib/page/mention.ts';
import { PRUNING } from '../../fixtures/papers.ts';
import type { Background } from '../driver/driver.ts';
import { until } from '../driver/patience.ts';

/** The tallest window that is made, in pixels. */
const TALLEST = 30_000;
/**
 * The height of a window in which a page is scrolled, in pixels: large ones take a software
 * renderer seconds a frame.
 */
const SCROLLED_HEIGHT = 3000;

/** The text of every mark, in the order of the registry. */
export async function marksOn(page: Page | Frame): Promise<string[]> {
  return page.evaluate(() =>
    [...(CSS.highlights.get('paperlight') ?? [])].map((painted) => {
      const { startContainer, startOffset, endContainer, endOffset } = painted;
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      // Text that is shorter than it was is about to be read again.
      range.setEnd(endContainer, Math.min(endOffset, (endContainer as Text).length));
      return range.toString();
    }),
  );
}

/**
 * Looks out for a mark that flashes in the window, from now on: it does so for a second, in which a
 * busy machine may not get to ask. The function that is returned says whether there was one.
 */
export async function watchFlash(page: Page | Frame): Promise<() => Promise<boolean>> {
  await page.evaluate(() => {
    Reflect.set(globalThis, 'flashed', false);
    setInterval(() => {
      const [flash] = CSS.highlights.get('paperlight-flash') ?? [];
      if (!flash || document.visibilityState === 'hidden') return;
      const range = document.createRange();
      range.setStart(flash.startContainer, flash.startOffset);
      range.setEnd(flash.endContainer, flash.endOffset);
      const { top, bottom } = range.getBoundingClientRect();
      if (bottom > 0 && top < innerHeight) Reflect.set(globalThis, 'flashed', true);
    }, 20);
  });
  return () => page.evaluate(() => Reflect.get(globalThis, 'flashed') === true);
}

/** The boxes of the first mark, in the window's coordinates. */
export async function boxesOfMark(
  page: Page | Frame,
): Promise<{ x: number; y: number; width: number; height: number }[]> {
  return page.evaluate(() => {
    const [painted] = CSS.highlights.get('paperlight') ?? [];
    if (!painted) return [];
    const range = document.createRange();
    range.setStart(painted.startContainer, painted.startOffset);
    range.setEnd(painted.endContainer, painted.endOffset);
    return [...range.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height }));
  });
}

/** The middle of the first mark's first box. Throws if there is no mark. */
export async function middleOfMark(page: Page | Frame): Promise<{ x: number; y: number }> {
  const [box] = await boxesOfMark(page);
  if (!box) throw new Error('no mark');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Brings a page to the front, in a window as tall as all that is on it. */
export async function seeWhole(page: Page): Promise<void> {
  await page.bringToFront();
  const { width, height } = await page.evaluate(() => ({
    width: innerWidth,
    height: Math.max(innerHeight, document.documentElement.scrollHeight),
  }));
  await page.setViewport({ width, height: Math.min(TALLEST, height) });
}

/**
 * Waits until the page has `count` marks in its window, and returns their texts. Throws with what
 * is there after `patience` milliseconds. A page in the background is brought to the front: nobody
 * sees it there, and nothing is painted.
 */
export async function waitForMarks(page: Page, count: number, patience = 60_000): Promise<string[]> {
  const end = Date.now() + patience;
  if (await page.evaluate(() => document.visibilityState === 'hidden')) await page.bringToFront();
  for (;;) {
    const marks = await marksOn(page);
    if (marks.length === count) return marks;
    if (Date.now() > end)
      throw new Error(`expected ${count} marks, found ${marks.length}: ${marks.slice(0, 20).join(' | ')}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/**
 * The marks once all that is on a page has been read: another title, which is put at its end for
 * this time, is marked then.
 */
export async function marksOnceRead(page: Page): Promise<string[]> {
  await page.evaluate((title) => {
    document.body.append(Object.assign(document.createElement('h2'), { id: 'sentinel', textContent: title }));
  }, PRUNING);
  await seeWhole(page);
  const marks = await until('the mark at the end of the page', async () => {
    const marks = await marksOn(page);
    return marks.includes(PRUNING) ? marks.filter((mark) => mark !== PRUNING) : undefined;
  });
  await page.evaluate(() => document.getElementById('sentinel')?.remove());
  return marks;
}

/** What the background of either browser has. */
interface Api {
  tabs: { query(of: object): Promise<{ id: number; url?: string }[]> };
  scripting: { executeScript(injection: object): Promise<{ result: KnownMention[] | null }[]> };
}

/** A mention that a page's content script knows of, in sight or not. */
export interface KnownMention {
  text: string;
  /** The `data-form` of the element around it that has one. */
  form: string;
}

/** The mentions that the frames of the page at `url` know of, also those out of sight. */
export async function mentionsOn(background: Background, url: string): Promise<KnownMention[]> {
  return background.evaluate(async (address) => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api>;
    const { tabs, scripting } = browser ?? chrome;
    const tabId = (await tabs.query({})).find((tab) => tab.url === address)?.id;
    const func = (): KnownMention[] => {
      const { paperlight } = globalThis as { paperlight?: { marks(): readonly Pick<Mention, 'range' | 'parts'>[] } };
      return (paperlight?.marks() ?? []).map(({ range, parts }) => ({
        text: parts.map(({ node, start, end }) => node.data.slice(start, end)).join(''),
        form: range.startContainer.parentElement?.closest<HTMLElement>('[data-form]')?.dataset.form ?? '',
      }));
    };
    const frames = await scripting.executeScript({ target: { tabId, allFrames: true }, func, injectImmediately: true });
    return frames.flatMap(({ result }) => result ?? []);
  }, url);
}

/** A mark as its page paints it: its text, and a key of its place. */
type PlacedMark = [key: string, text: string];

/**
 * The texts of all that is painted on a page while its window is scrolled from the top to the end.
 * In each place the marks have to stay the same for some frames and `calm` milliseconds, and in the
 * first one for four times that.
 */
export async function marksWhileScrolling(page: Page, calm = 200): Promise<string[]> {
  await page.bringToFront();
  await page.setViewport({ width: 1280, height: SCROLLED_HEIGHT });
  const seen = new Map<string, string>();
  const settle = async (time: number): Promise<void> => {
    for (let count = -1, since = Date.now(); Date.now() - since < time; ) {
      const marks = await page.evaluate(placedMarks);
      for (const [key, text] of marks) seen.set(key, text);
      if (marks.length !== count) since = Date.now();
      count = marks.length;
    }
  };
  await settle(4 * calm);
  const scrollOn = (): boolean => {
    const before = scrollY;
    scrollBy({ top: innerHeight * 0.9, behavior: 'instant' });
    return scrollY > before;
  };
  while (await page.evaluate(scrollOn)) await settle(calm);
  return [...seen.values()];
}

/**
 * The marks in a page's window after two more frames, each with a key that it keeps. Runs in the
 * page.
 */
async function placedMarks(): Promise<PlacedMark[]> {
  for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
  const scope = globalThis as { keysOfNodes?: Map<Node, number> };
  scope.keysOfNodes ??= new Map();
  const keys = scope.keysOfNodes;
  return [...(CSS.highlights.get('paperlight') ?? [])].map(
    ({ startContainer, startOffset, endContainer, endOffset }) => {
      const key = keys.get(startContainer) ?? keys.size;
      keys.set(startContainer, key);
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return [`${key}:${startOffset}`, range.toString()];
    },
  );
}
