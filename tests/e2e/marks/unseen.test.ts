import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import { type PageServer, servePages } from '../../browser/driver/server.ts';
import { marksOn, mentionsOn, waitForMarks } from '../../browser/pages/page-marks.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const ASKED = 'DDSP: Differentiable Digital Signal Processing';
const SEEN = 'EpiGRAF: Rethinking training of 3D GANs';

/** Other titles that are known, one for each way. */
const titles = bundleDigests('seeds')
  .catalogue.papers.map(({ title }) => title)
  .filter((title) => title !== ASKED && title !== SEEN && /^[\w :-]{30,90}$/.test(title));

/** Ways in which a page may keep text from the eye. */
const hidings = {
  'off the left edge': 'position:absolute;left:-9999px',
  'above the page': 'position:absolute;top:-300px',
  'below the window': 'position:absolute;top:150vh',
  'out of its box by its indentation': 'text-indent:-999px;overflow:hidden;white-space:nowrap',
  transparent: 'opacity:0',
  'all but transparent': 'opacity:.01',
  'transparent by a filter': 'filter:opacity(0)',
  'blurred beyond reading': 'filter:blur(12px)',
  'blurred twice': 'filter:blur(1px) blur(12px)',
  'without brightness': 'filter:brightness(0)',
  'without contrast': 'filter:contrast(5%)',
  'turned on its edge': 'transform:rotateY(90deg)',
  'without ink': 'color:transparent',
  'without ink in letters': '-webkit-text-fill-color:transparent',
  'one pixel high': 'font-size:1px',
  'scaled to nothing': 'transform:scale(.02)',
  'scaled flat': 'transform:scaleY(.05)',
  'cut to a pixel': 'position:absolute;width:1px;height:1px;overflow:hidden',
  'cut by its old property': 'position:absolute;clip:rect(0,0,0,0)',
  'cut by a shape': 'clip-path:inset(50%)',
  'cut by a circle of nothing': 'clip-path:circle(0)',
  'in a box without height': 'height:0;overflow:hidden',
  'masked out': 'mask-image:linear-gradient(transparent,transparent)',
  covered: 'position:relative;z-index:-1',
} as const;
const hidden = Object.entries(hidings).filter(([name]) => name !== 'covered');

const frame = (style: string): string =>
  `<iframe src="ELSEWHERE/asking" style="width:600px;height:80px;${style}"></iframe>`;

const COVER =
  '<style>body{margin:0;padding:8px}main{position:absolute;inset:0 0 auto;height:90px;background:#fff}</style><main></main>';

const pages = new Map<string, string>([
  // All of them on one page but for what is covered: each has a title of its own.
  [
    '/hidden',
    // Low lines: the mark at their end tells that all of them are in sight but for their hiding.
    `<style>body{font-size:14px;line-height:16px}p{margin:0}</style>${hidden
      .map(([, style], i) => `<div style="${style}"><p>${titles[i]}</p></div>`)
      .join('')}<h2>${SEEN}</h2>`,
  ],
  [
    '/covered',
    `<div style="${hidings.covered}"><p>${ASKED}</p></div>${COVER}<br><br><br><h2 style="margin-top:40px">${SEEN}</h2>`,
  ],
  ['/asking', `<p>${ASKED}</p>`],
  ['/tall', `<h2>${SEEN}</h2><div style="height:120vh"></div><p>${ASKED}</p><div style="height:300vh"></div>`],
  ['/framed-tiny', `${frame('width:600px;height:3px')}<h2>${SEEN}</h2>`],
  ['/framed-away', `${frame('position:absolute;left:-9999px')}<h2>${SEEN}</h2>`],
  ['/framed-transparent', `${frame('opacity:0')}<h2>${SEEN}</h2>`],
  ['/own-frame-transparent', `<iframe src="/asking" style="opacity:0"></iframe><h2>${SEEN}</h2>`],
  ['/framed', `${frame('')}<h2>${SEEN}</h2>`],
]);

let elsewhere: PageServer;
const pageAt = (path: string): string | undefined => {
  const body = pages.get(path)?.replaceAll('ELSEWHERE', elsewhere.origin.replace('127.0.0.1', 'localhost'));
  return body && `<!doctype html><title>Page</title><body>${body}`;
};

inEachBrowser('Text that nobody sees', pageAt, (bench) => {
  beforeAll(async () => {
    elsewhere = await servePages(pageAt);
  });
  afterAll(() => elsewhere.close());

  const open = (path: string): Promise<Page> => bench.driver.openPage(bench.server.origin + path);
  const marksInFrames = async (tab: Page): Promise<string[]> =>
    (await Promise.all(tab.frames().map((each) => marksOn(each).catch(() => [])))).flat();
  /** Marks in all frames, when all mentions have been found and looked at. */
  const allMarks = async (tab: Page, path: string, mentions: number): Promise<string[]> => {
    await waitForMarks(tab, 1);
    await expect
      .poll(async () => (await mentionsOn(bench.driver.background, bench.server.origin + path)).length)
      .toBeGreaterThanOrEqual(mentions);
    // Another mark that comes after all that tells that they were looked at.
    await tab.evaluate((title) => document.querySelector('h2')?.after(title), SEEN);
    await waitForMarks(tab, 2);
    return marksInFrames(tab);
  };

  it('is not marked, whichever way it is hidden', async () => {
    const tab = await open('/hidden');
    const marks = await allMarks(tab, '/hidden', hidden.length);
    expect(hidden.filter((_, i) => marks.includes(titles[i] as string)).map(([name]) => name)).toEqual([]);
    await tab.close();
  });

  it('is not marked under a cover', async () => {
    const tab = await open('/covered');
    expect(await allMarks(tab, '/covered', 1)).toEqual([SEEN, SEEN]);
    await tab.close();
  });

  it.each(['/framed-tiny', '/framed-away', '/own-frame-transparent'])('is not marked in a frame: %s', async (path) => {
    const tab = await open(path);
    expect(await allMarks(tab, path, 1)).toEqual([SEEN, SEEN]);
    await tab.close();
  });

  it('is not marked in a transparent frame of another site, where the browser tells', async () => {
    const tab = await open('/framed-transparent');
    // Firefox does not tell; see README.md, Privacy.
    const marks = bench.name === 'firefox' ? [SEEN, SEEN, ASKED] : [SEEN, SEEN];
    await allMarks(tab, '/framed-transparent', 2);
    await expect.poll(() => marksInFrames(tab)).toEqual(marks);
    await tab.close();
  });

  it('is marked where it is seen after all: in a frame of another site', async () => {
    const tab = await open('/framed');
    await waitForMarks(tab, 1);
    await expect.poll(() => marksOn(tab.frames()[1] as never)).toEqual([ASKED]);
    await tab.close();
  });

  it('is marked ahead of the eye while the reader scrolls', async () => {
    const tab = await open('/tall');
    expect(await waitForMarks(tab, 1)).toEqual([SEEN]);
    await tab.mouse.move(100, 100);
    await tab.mouse.wheel({ deltaY: 60 });
    await waitForMarks(tab, 2);
    expect(await tab.$eval('p', (text) => text.getBoundingClientRect().top > innerHeight)).toBe(true);
    await tab.close();
  });
});
