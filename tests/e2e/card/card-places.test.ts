import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../../browser/driver/patience.ts';
import { type PageServer, servePages } from '../../browser/driver/server.ts';
import { waitForCardBox, waitForNoCardIn } from '../../browser/pages/card-box.ts';
import { boxesOfMark } from '../../browser/pages/page-marks.ts';
import { EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { type Renderer, renderers } from '../../fixtures/rendered-formulas.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const heading = `<h2><span class="title">${TITLE}</span></h2>`;

const renderedBy = (name: string): Renderer => renderers.find((one) => one.name === name) as Renderer;
/** A title that begins with a formula, as a library renders it. */
const beginning = (name: string): string => {
  const { css, render } = renderedBy(name);
  const formula = render({ tex: 'S^{2}FT', base: 'S', above: '2', rest: 'FT' });
  return `<style>${css}</style><h2>${formula}: Efficient, Scalable and Generalizable LLM Fine-tuning by Structured Sparsity</h2>`;
};
/** A title with a formula in its middle. */
const inside = (name: string): string => {
  const { css, render } = renderedBy(name);
  return `<style>${css}</style><h2>Sharper Bounds for ${render({ tex: '\\ell_p', base: 'ℓ', below: 'p' })} Sensitivity Sampling</h2>`;
};

const at = (place: string, what = heading): string => `<div style="position:fixed;width:240px;${place}">${what}</div>`;

/**
 * Pages by path; `ELSEWHERE` in them is an origin of another site. The mark is in the frame at
 * `/in…`, or in the page.
 */
const pages = new Map([
  ['/in', heading],
  ['/same', '<iframe width="500" height="300" src="/in"></iframe>'],
  ['/cross', '<iframe width="500" height="300" src="ELSEWHERE/in"></iframe>'],
  [
    '/shadow',
    `<main><template shadowrootmode="open"><div><template shadowrootmode="open">${heading}</template></div></template></main>`,
  ],
  ['/upper-left', at('left:0;top:0')],
  ['/upper-right', at('right:0;top:0')],
  ['/lower-left', at('left:0;bottom:0')],
  ['/lower-right', at('right:0;bottom:0')],
  ['/middle', at('right:0;top:45%')],
  ['/zoomed', `<style>html{zoom:2}</style>${heading}`],
  ['/zoomed-body', `<style>body{zoom:2}</style>${heading}`],
  ['/scaled', `<style>body{transform:scale(1.5);transform-origin:0 0}</style>${heading}`],
  ['/rtl', `<script>document.documentElement.dir = 'rtl'</script>${heading}`],
  ['/katex', at('right:0;bottom:0', beginning('KaTeX'))],
  // Some sheets leave the copy for screen readers at the page's upper left corner.
  [
    '/katex-astray',
    `<style>.katex{position:static!important}</style><div style="height:450px"></div>${inside('KaTeX')}`,
  ],
  ['/mathjax', beginning('MathJax 3 as CommonHTML')],
]);

let elsewhere: PageServer;
const pageAt = (path: string): string | undefined =>
  pages.has(path)
    ? `<!doctype html><meta charset="utf-8"><title>Page</title><body>${pages.get(path)?.replaceAll('ELSEWHERE', elsewhere.origin.replace('127.0.0.1', 'localhost'))}`
    : undefined;

inEachBrowser('The card', pageAt, (bench) => {
  beforeAll(async () => {
    elsewhere = await servePages(pageAt);
    await bench.driver.shareProcesses();
  });
  afterAll(() => elsewhere.close());

  const marked = async (path: string): Promise<{ tab: Page; frame: Frame }> => {
    const tab = await bench.driver.openPage(bench.server.origin + path);
    const frame = (): Frame => tab.frames()[1] ?? tab.mainFrame();
    const count = (): Promise<number> => frame().evaluate(() => CSS.highlights.get('paperlight')?.size ?? 0);
    await expect.poll(() => count().catch(() => 0)).toBe(1);
    return { tab, frame: frame() };
  };
  /**
   * A point on the end of the mark's first line, which is plain text, from the upper left corner of
   * the page's window.
   */
  const spot = async (tab: Page, frame: Frame): Promise<{ x: number; y: number }> => {
    // A frame that has just loaded may not be laid out yet.
    const spotInside = await until('the place of the mark', async () => {
      const box = (await boxesOfMark(frame)).filter(({ width }) => width > 30).pop();
      return box && { x: box.x + box.width - 10, y: box.y + box.height / 2 };
    });
    if (frame === tab.mainFrame()) return spotInside;
    const outside = await tab.$eval('iframe', (element) => {
      const { left, top } = element.getBoundingClientRect();
      return { x: left + element.clientLeft, y: top + element.clientTop };
    });
    return { x: spotInside.x + outside.x, y: spotInside.y + outside.y };
  };
  const hover = async (tab: Page, frame: Frame): Promise<void> => {
    const { x, y } = await spot(tab, frame);
    await tab.mouse.move(x - 15, y);
    await tab.mouse.move(x, y);
  };

  it.each([...pages.keys()].filter((path) => path !== '/in'))(
    'stands in the window, beside its mark and never over it: %s',
    async (path) => {
      const { tab, frame } = await marked(path);
      await hover(tab, frame);
      const { card, covered, distance } = await waitForCardBox(frame);
      expect(covered).toBe(0);
      expect(distance).toBeLessThan(50);
      const [left, top, right, bottom] = card;
      // Room for a few lines at least, and in the window.
      expect(right - left).toBeGreaterThan(150);
      expect(bottom - top).toBeGreaterThan(50);
      const size = await frame.evaluate(() => [innerWidth, innerHeight]);
      expect([left >= 0, top >= 0, right <= (size[0] as number), bottom <= (size[1] as number)]).toEqual(
        Array(4).fill(true),
      );
      // A frame of another origin can't hear the keys of the page around it.
      if (path === '/cross') await tab.mouse.move(500, 295);
      else await tab.keyboard.press('Escape');
      await waitForNoCardIn(frame);
      await tab.close();
    },
  );

  it('fits a window as small as one that is zoomed to 400 percent', async () => {
    const { tab, frame } = await marked('/middle');
    await tab.setViewport({ width: 480, height: 300, deviceScaleFactor: 4 });
    await hover(tab, frame);
    const { covered, card } = await waitForCardBox(frame);
    expect(covered).toBe(0);
    expect(card[2]).toBeLessThan(480);
    await tab.close();
  });

  it('comes when a finger stays on a mark, and not when it slips or taps', async () => {
    const { tab, frame } = await marked('/same');
    const { x, y } = await spot(tab, frame);
    const isThere = (): Promise<boolean> => frame.evaluate(() => document.querySelector('[popover=manual]') !== null);
    /** Waits by the page's own clock, whose timers that are due earlier run before. */
    const pass = (time: number): Promise<void> =>
      frame.evaluate((time) => new Promise<void>((done) => setTimeout(done, time)), time);
    await frame.evaluate(() => {
      const events: [string, number][] = [];
      for (const type of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'])
        addEventListener(type, ({ timeStamp }) => events.push([type, timeStamp]), { capture: true });
      Object.assign(globalThis, { events });
    });
    /**
     * How long the finger was down, before what it did next, in milliseconds, as the page heard it.
     */
    const lastStay = (): Promise<number> =>
      frame.evaluate(() => {
        const { events } = globalThis as unknown as { events: [string, number][] };
        const down = events.findLastIndex(([type]) => type === 'pointerdown');
        return (events[down + 1]?.[1] as number) - (events[down]?.[1] as number);
      });
    /**
     * Does what is over in less time than a press takes; on a busy machine it may need some tries.
     */
    const quickly = async (gesture: () => Promise<void>): Promise<void> => {
      await gesture();
      const isQuick = (await lastStay()) < 400;
      await pass(900);
      if (isQuick) return;
      await tab.touchscreen.tap(x, y + 200);
      await waitForNoCardIn(frame);
      await quickly(gesture);
    };
    await quickly(() => tab.touchscreen.tap(x, y));
    expect(await isThere()).toBe(false);
    await quickly(async () => {
      await tab.touchscreen.touchStart(x, y);
      await tab.touchscreen.touchMove(x, y + 30);
    });
    expect(await isThere()).toBe(false);
    await tab.touchscreen.touchEnd();
    await tab.touchscreen.touchStart(x, y);
    await waitForCardBox(frame);
    await tab.touchscreen.touchEnd();
    // It stays, for there is no pointer that could leave, until the reader touches something else.
    await pass(900);
    expect(await isThere()).toBe(true);
    await tab.touchscreen.tap(x, y);
    await waitForNoCardIn(frame);
    await tab.close();
  });

  it('is stepped to in a frame, takes the focus and gives it back', async () => {
    const { tab, frame } = await marked('/cross');
    await bench.driver.pressCommand('next-mark');
    await waitForCardBox(frame);
    const focused = (): Promise<string | null | undefined> =>
      frame.evaluate(() => document.activeElement?.getAttribute('popover'));
    await expect.poll(focused).toBe('manual');
    await tab.keyboard.press('Escape');
    await waitForNoCardIn(frame);
    await tab.close();
  });

  it('asks nothing of any network', () => expect(bench.driver.foreignRequests).toEqual([]));
});
