import type { ElementHandle, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { waitForMarks } from '../../browser/pages/page-marks.ts';
import { byRole } from '../../browser/pages/popup.ts';
import { EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const body = `<h2 id="marked">${TITLE}</h2><p>See <a href="#">${TITLE}</a>.</p>`;

const pages = new Map([
  ['/light', `<style>body{background:white;color:black}</style>${body}`],
  [
    '/slotted',
    `${body}<div id="host">${TITLE}</div><script>host.attachShadow({ mode: 'open' }).innerHTML = '<slot></slot>'</script>`,
  ],
  [
    '/shadow',
    `<style>body{background:white;color:black} h2{width:fit-content;line-height:1}</style><h2>${TITLE}</h2>
<div><template shadowrootmode="open"><style>h2{width:fit-content;line-height:1}</style><h2>${TITLE}</h2></template></div>`,
  ],
  ['/dark', `<style>body{background:#111;color:#eee} a{color:#8cf}</style>${body}`],
]);

/** The colour that most of an element is painted in: red, green, blue, each up to 255. */
async function commonestColour(element: ElementHandle): Promise<number[]> {
  const picture = await element.screenshot({ encoding: 'base64' });
  return element.evaluate(async (_, data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const points = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
    const counts = new Map<number, number>();
    for (const point of points) counts.set(point, (counts.get(point) ?? 0) + 1);
    const [commonest] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
    return [commonest & 255, (commonest >> 8) & 255, (commonest >> 16) & 255];
  }, picture);
}

inEachBrowser(
  'Marks',
  (path) => (pages.has(path) ? `<!doctype html><title>Page</title><body>${pages.get(path)}` : undefined),
  (bench) => {
    const open = async (path: string): Promise<Page> => {
      const tab = await bench.driver.openPage(bench.server.origin + path);
      await waitForMarks(tab, 2);
      return tab;
    };
    /** A picture of the titles, with marks and, as if the extension were not there, without. */
    const pictures = async (tab: Page): Promise<{ marked: string; plain: string }> => {
      const clip = { x: 0, y: 0, width: 600, height: 160 };
      const shot = (): Promise<string> => tab.screenshot({ clip, encoding: 'base64' });
      const marked = await shot();
      // In text that can be edited nothing is marked.
      await tab.evaluate(() => document.body.setAttribute('contenteditable', 'true'));
      await waitForMarks(tab, 0);
      const plain = await shot();
      return { marked, plain };
    };
    const styleOf = (tab: Page): Promise<{ background: string; line: string }> =>
      tab.$eval('#marked', (heading) => {
        const { backgroundColor, textDecorationLine } = getComputedStyle(heading, '::highlight(paperlight)');
        return { background: backgroundColor, line: textDecorationLine };
      });

    it('give a style to elements that hold one, and to no others', async () => {
      const tab = await open('/light');
      const lineOf = (selector: string): Promise<string> =>
        tab.$eval(selector, (element) => getComputedStyle(element, '::highlight(paperlight)').textDecorationLine);
      for (const name of ['h2', 'a']) await expect.poll(() => lineOf(name)).toBe('underline');
      for (const name of ['body', 'p']) expect(await lineOf(name)).toBe('none');
      await tab.evaluate((title) => document.body.insertAdjacentHTML('beforeend', `<cite>${title}</cite>`), TITLE);
      await expect.poll(() => lineOf('cite')).toBe('underline');
      for (const name of ['body', 'p']) expect(await lineOf(name)).toBe('none');
      await tab.close();
    });

    it('are seen where text is slotted', async () => {
      const tab = await bench.driver.openPage(`${bench.server.origin}/slotted`);
      await waitForMarks(tab, 3);
      await expect
        .poll(() => tab.$eval('#host', (host) => getComputedStyle(host, '::highlight(paperlight)').textDecorationLine))
        .toBe('underline');
      const host = (await tab.$('#host')) as ElementHandle;
      const marked = await host.screenshot({ encoding: 'base64' });
      await host.evaluate((element) => element.setAttribute('contenteditable', 'true'));
      await waitForMarks(tab, 2);
      expect(await host.screenshot({ encoding: 'base64' })).not.toBe(marked);
      await tab.close();
    });

    it.each(['/light', '/dark'])('are seen on %s, and not by colour alone', async (path) => {
      const tab = await open(path);
      await expect.poll(async () => (await styleOf(tab)).line).toBe('underline');
      const { marked, plain } = await pictures(tab);
      expect(marked).not.toBe(plain);
      await tab.close();
    });

    it.each([
      ['Line', [255, 255, 255]],
      ['Dots', [255, 255, 255]],
      ['Marker pen', [255, 214, 90]],
      ['Wash and line', [255, 242, 199]],
    ])('have the colour of their style beneath them, also in shadow trees: %s', async (style, colour) => {
      const settings = await bench.driver.openExtensionPage('options.html');
      await (await byRole(settings, 'radio', style)).click();
      const tab = await bench.driver.openPage(`${bench.server.origin}/shadow`);
      await waitForMarks(tab, 2);
      for (const selector of ['h2', 'div >>> h2']) {
        const mark = (await tab.$(selector)) as ElementHandle;
        await expect.poll(() => commonestColour(mark)).toEqual(colour);
      }
      // Not before: a page that is closed right after a click may not have stored it.
      await settings.close();
      await tab.close();
    });

    it('are not printed', async () => {
      const tab = await open('/light');
      await expect.poll(async () => (await styleOf(tab)).line).toBe('underline');
      await bench.driver.emulateMedia(tab, 'print');
      expect(await styleOf(tab)).toEqual({ background: 'rgba(0, 0, 0, 0)', line: 'none' });
      await tab.close();
    });

    it('are underlined in forced colours, in every style', async () => {
      const settings = await bench.driver.openExtensionPage('options.html');
      for (const name of ['Line', 'Dots', 'Marker pen', 'Wash and line']) {
        await (await byRole(settings, 'radio', name)).click();
        const tab = await open('/light');
        await bench.driver.emulateMedia(tab, 'forced colours');
        await expect.poll(async () => (await styleOf(tab)).line).toBe('underline');
        const { marked, plain } = await pictures(tab);
        expect(marked).not.toBe(plain);
        await tab.close();
      }
      await settings.close();
    });
  },
);
