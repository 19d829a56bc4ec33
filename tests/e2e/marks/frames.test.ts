import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PageServer, servePages } from '../../browser/driver/server.ts';
import { marksOn, mentionsOn, waitForMarks, watchFlash } from '../../browser/pages/page-marks.ts';
import { badgeOf, byRole, openPopup, openTab, titlesIn } from '../../browser/pages/popup.ts';
import { DDSP as OTHER, PRUNING as THIRD, EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const tall = '<p style="height:3000px">…</p>';

/** Pages by path; `ELSEWHERE` in them is an origin of another site. */
const pages = new Map([
  ['/title', `<!doctype html><title>Title</title><h2>${TITLE}</h2>`],
  ['/other', `<!doctype html><title>Other</title>${tall}<h2>${OTHER}</h2>`],
  ['/nested', '<!doctype html><title>Nested</title><iframe src="/title"></iframe>'],
  ['/plain', '<!doctype html><title>Plain</title><main></main>'],
  ['/same', '<!doctype html><title>Same</title><iframe src="/title"></iframe>'],
  ['/cross', '<!doctype html><title>Cross</title><iframe src="ELSEWHERE/nested"></iframe>'],
  ['/srcdoc', `<!doctype html><title>Srcdoc</title><iframe srcdoc="<h2>${TITLE}</h2>"></iframe>`],
  ['/sandbox', `<!doctype html><title>Box</title><iframe sandbox srcdoc="<h2>${TITLE}</h2>"></iframe>`],
  [
    '/written',
    `<!doctype html><title>Written</title><iframe></iframe>
<script>const d = document.querySelector('iframe').contentDocument; d.open(); d.write('<h2>${TITLE}</h2>'); d.close()</script>`,
  ],
  [
    '/many',
    `<!doctype html><title>Many</title><iframe src="ELSEWHERE/other"></iframe><h2>${THIRD}</h2>
<iframe src="/title"></iframe><p>“${OTHER}”</p>`,
  ],
  ['/far', `<!doctype html><title>Far</title><h1>${THIRD}</h1>${tall}<iframe src="ELSEWHERE/other"></iframe>${tall}`],
  [
    '/shadow',
    `<!doctype html><title>Shadow</title><h1>${THIRD}</h1>${tall}
<div><template shadowrootmode="open">${tall}<h2>${OTHER}</h2>${tall}</template></div><iframe src="/title"></iframe>`,
  ],
  [
    '/title-elsewhere',
    `<!doctype html><title>Elsewhere</title><h1>${THIRD}</h1><iframe src="ELSEWHERE/title"></iframe>`,
  ],
  ['/small', '<!doctype html><title>Small</title><iframe width="300" height="20" src="ELSEWHERE/title"></iframe>'],
]);

let elsewhere: PageServer;
/** What the server answers to a frame that asks whether to go on being busy. */
let isBusy = false;
const pageAt = (path: string): string | undefined =>
  path === '/busy'
    ? isBusy
      ? 'busy'
      : 'calm'
    : pages.get(path)?.replaceAll('ELSEWHERE', elsewhere.origin.replace('127.0.0.1', 'localhost'));

inEachBrowser('Frames', pageAt, (bench) => {
  beforeAll(async () => {
    elsewhere = await servePages(pageAt);
  });
  afterAll(() => elsewhere.close());

  const open = (path: string): Promise<Page> => bench.driver.openPage(bench.server.origin + path);
  const listed = async (path: string): Promise<Page> => {
    const popup = await openPopup(bench.driver, bench.server.origin + path);
    await openTab(popup, 'This page');
    return popup;
  };
  const choose = (popup: Page, index: number): Promise<void> =>
    popup.$$eval(
      '[aria-label="Papers on this page"] h2 button',
      (titles, i) => (titles[i] as HTMLElement).click(),
      index,
    );
  const frameAt = (tab: Page, path: string): Frame => tab.frames().find((frame) => frame.url().endsWith(path)) as Frame;
  /** Marks in sight. */
  const marksInFrames = async (tab: Page): Promise<number> => {
    if (await tab.evaluate(() => document.visibilityState === 'hidden')) await tab.bringToFront();
    const counts = tab.frames().map((frame) => marksOn(frame).catch(() => []));
    return (await Promise.all(counts)).flat().length;
  };
  const mentions = async (path: string): Promise<number> =>
    (await mentionsOn(bench.driver.background, bench.server.origin + path)).length;

  it.each(['/same', '/cross', '/srcdoc', '/sandbox', '/written'])('are marked and counted: %s', async (path) => {
    const tab = await open(path);
    await expect.poll(() => marksInFrames(tab)).toBe(1);
    const popup = await listed(path);
    await expect.poll(() => badgeOf(popup, bench.server.origin + path)).toBe('1');
    await expect.poll(() => titlesIn(popup, 'Papers on this page')).toEqual([TITLE]);
    await popup.close();
    await tab.close();
  });

  it('are listed together in the order of the page, each paper once, and chosen through', async () => {
    const tab = await open('/many');
    await expect.poll(() => mentions('/many')).toBe(4);
    const popup = await listed('/many');
    await expect.poll(() => titlesIn(popup, 'Papers on this page')).toEqual([OTHER, THIRD, TITLE]);
    expect(await popup.evaluate(() => document.body.innerText)).toContain('2 times on this page');
    await expect.poll(() => badgeOf(popup, `${bench.server.origin}/many`)).toBe('3');

    const flashes = [await watchFlash(frameAt(tab, '/other')), await watchFlash(tab)];
    for (const hasFlashed of flashes) {
      await choose(popup, 0);
      await tab.bringToFront();
      await expect.poll(hasFlashed).toBe(true);
    }

    await tab.evaluate(() => document.querySelector('iframe')?.remove());
    await expect.poll(() => titlesIn(popup, 'Papers on this page')).toEqual([THIRD, TITLE, OTHER]);
    await tab.evaluate(() => document.querySelector('iframe')?.remove());
    await expect.poll(() => titlesIn(popup, 'Papers on this page')).toEqual([THIRD, OTHER]);
    await expect.poll(() => badgeOf(popup, `${bench.server.origin}/many`)).toBe('2');
    await tab.evaluate(() => document.body.insertAdjacentHTML('afterbegin', '<iframe src="/title"></iframe>'));
    await expect.poll(() => titlesIn(popup, 'Papers on this page')).toEqual([TITLE, THIRD, OTHER]);
    await expect.poll(() => badgeOf(popup, `${bench.server.origin}/many`)).toBe('3');
    await popup.close();
    await tab.close();
  });

  it('are not listed any more once they have gone, or show something else', async () => {
    const ways = [
      (frame: HTMLIFrameElement) => frame.remove(),
      (frame: HTMLIFrameElement) => frame.parentElement?.replaceChildren(document.querySelector('h1') as Element),
      (frame: HTMLIFrameElement) => frame.setAttribute('src', 'about:blank'),
      (frame: HTMLIFrameElement) => frame.setAttribute('src', frame.src.replace('/title', '/plain')),
      (frame: HTMLIFrameElement) => frame.setAttribute('src', '/plain'),
    ];
    for (const go of ways) {
      const tab = await open('/title-elsewhere');
      await expect.poll(() => marksInFrames(tab)).toBe(2);
      const popup = await listed('/title-elsewhere');
      await expect.poll(() => titlesIn(popup, 'Papers on this page')).toEqual([THIRD, TITLE]);
      await tab.$eval('iframe', go);
      await expect.poll(() => titlesIn(popup, 'Papers on this page')).toEqual([THIRD]);
      await expect.poll(() => badgeOf(popup, `${bench.server.origin}/title-elsewhere`)).toBe('1');
      await popup.close();
      await tab.close();
    }
  });

  it('scroll into view when one of their papers is chosen', async () => {
    const tab = await open('/far');
    await expect.poll(() => mentions('/far')).toBe(2);
    const popup = await listed('/far');
    await expect.poll(() => titlesIn(popup, 'Papers on this page')).toEqual([THIRD, OTHER]);
    await tab.bringToFront();
    await choose(popup, 1);
    const isSeen = (frame: Frame, selector: string): Promise<boolean> =>
      frame.evaluate((wanted) => {
        const { top, bottom } = (document.querySelector(wanted) as Element).getBoundingClientRect();
        return top < innerHeight && bottom > 0;
      }, selector);
    await expect.poll(() => isSeen(frameAt(tab, '/other'), 'h2')).toBe(true);
    await expect.poll(() => isSeen(tab.mainFrame(), 'iframe')).toBe(true);
    await popup.close();
    await tab.close();
  });

  it('are listed after the shadow tree before them, whose marks scroll into view and flash as well', async () => {
    const tab = await open('/shadow');
    await expect.poll(() => mentions('/shadow')).toBe(3);
    const popup = await listed('/shadow');
    await expect.poll(() => titlesIn(popup, 'Papers on this page')).toEqual([THIRD, OTHER, TITLE]);
    await tab.bringToFront();
    const hasFlashed = await watchFlash(tab);
    await choose(popup, 1);
    await expect.poll(hasFlashed).toBe(true);
    const isSeen = (): Promise<boolean> =>
      tab.evaluate(() => {
        const heading = document.querySelector('div')?.shadowRoot?.querySelector('h2') as Element;
        const { top, bottom } = heading.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    await expect.poll(isSeen).toBe(true);
    await popup.close();
    await tab.close();
  });

  it('hold back nothing while one of them is too busy to answer', async () => {
    const tab = await open('/title-elsewhere');
    await expect.poll(() => marksInFrames(tab)).toBe(2);
    const popup = await listed('/title-elsewhere');
    await expect.poll(() => titlesIn(popup, 'Papers on this page')).toEqual([THIRD, TITLE]);
    const frame = frameAt(tab, '/title');
    isBusy = true;
    await frame.evaluate(() => {
      setTimeout(() => {
        const request = new XMLHttpRequest();
        do {
          // It blocks the frame until it is answered.
          request.open('GET', '/busy', false);
          request.send();
        } while (request.responseText === 'busy');
        document.title = 'Calm';
      });
    });
    await tab.evaluate((title) => {
      (document.querySelector('h1') as Element).insertAdjacentHTML('beforebegin', `<h2>${title}</h2>`);
    }, OTHER);
    await expect.poll(() => titlesIn(popup, 'Papers on this page')).toEqual([OTHER, THIRD, TITLE]);
    isBusy = false;
    await expect.poll(() => frame.evaluate(() => document.title)).toBe('Calm');
    await popup.close();
    await tab.close();
  });

  it('are left alone while they are too small to read, and marked when they grow', async () => {
    const tab = await open('/small');
    // A frame that was loaded after it is read after it.
    const large = await open('/cross');
    await expect.poll(() => marksInFrames(large)).toBe(1);
    await large.close();
    // A tab in the background is not drawn, and what grows in it is seen to late.
    await tab.bringToFront();
    expect(await marksInFrames(tab)).toBe(0);
    await tab.evaluate(() => document.querySelector('iframe')?.setAttribute('height', '200'));
    await expect.poll(() => marksInFrames(tab)).toBe(1);
    await tab.close();
  });

  it('go by the switch of the page that they are in', async () => {
    const tab = await open('/cross');
    await expect.poll(() => marksInFrames(tab)).toBe(1);
    const popup = await listed('/cross');
    await (await byRole(popup, 'switch', 'Highlight on this site')).click();
    await expect.poll(() => marksInFrames(tab)).toBe(0);
    await expect.poll(() => badgeOf(popup, `${bench.server.origin}/cross`)).toBe('');
    await tab.reload();
    // The same address on its own is another page, on a site that is not off.
    const alone = await bench.driver.openPage(`${elsewhere.origin.replace('127.0.0.1', 'localhost')}/title`);
    await waitForMarks(alone, 1);
    expect(await marksInFrames(tab)).toBe(0);
    await (await byRole(popup, 'switch', 'Highlight on this site')).click();
    await expect.poll(() => marksInFrames(tab)).toBe(1);
    for (const page of [alone, popup, tab]) await page.close();
  });

  it('were there before the extension and are marked without a reload', async () => {
    const tab = await open('/cross');
    await expect.poll(() => marksInFrames(tab)).toBe(1);
    await bench.driver.loadExtension();
    await expect.poll(() => marksInFrames(tab)).toBe(1);
    await tab.close();
  });

  it('ask nothing of any network', () => expect(bench.driver.foreignRequests).toEqual([]));
});
