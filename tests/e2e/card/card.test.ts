import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { cardButton, cardParts, clickInCard, textOf, waitForCard, waitForNoCard } from '../../browser/pages/card.ts';
import { mentionsOn, middleOfMark, waitForMarks } from '../../browser/pages/page-marks.ts';
import { openPopup, openTab, titlesIn } from '../../browser/pages/popup.ts';
import { DDSP as OTHER, EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const tall = '<p style="height:1500px">…</p>';
const SQUARED = 'S²FT: Efficient, Scalable and Generalizable LLM Fine-tuning by Structured Sparsity';
const one = `<p>First</p><p>We build on <a href="#">${TITLE}</a>.</p>`;
const pages = new Map([
  ['/one', one],
  ['/steps', `<button id="box">Box</button><h2>${OTHER}</h2>${tall}<h2>${TITLE}</h2>${tall}<p>“${OTHER}”</p>`],
  [
    '/policy',
    `<meta http-equiv="content-security-policy" content="default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'">${one}`,
  ],
  [
    '/unset',
    `<style>* { all: unset !important; display: block !important; visibility: hidden !important } body * { visibility: visible !important }</style>${one}`,
  ],
  ['/rtl', `<script>document.documentElement.dir = 'rtl'</script>${one}`],
  [
    '/fullscreen',
    `<div id="full" style="background:white">${one}<button onclick="document.getElementById('full').requestFullscreen()">Full</button></div>`,
  ],
  ['/squared', `<h1>${SQUARED}</h1>`],
  ['/dialog', `<dialog>${one}</dialog><script>document.querySelector('dialog').showModal()</script>`],
  ['/scrolled', `<div id="box" style="height:200px;overflow:auto">${one}${tall}</div>${tall}`],
]);

inEachBrowser(
  'The card',
  (path) => (pages.has(path) ? `<!doctype html><title>Page</title><body>${pages.get(path)}` : undefined),
  (bench) => {
    const open = async (path: string, marks = 1): Promise<Page> => {
      const tab = await bench.driver.openPage(bench.server.origin + path);
      await waitForMarks(tab, marks);
      return tab;
    };
    /** Rests the pointer on the first mark. */
    const point = async (tab: Page): Promise<void> => {
      const { x, y } = await middleOfMark(tab);
      await tab.mouse.move(x - 20, y);
      await tab.mouse.move(x, y);
    };
    const hover = async (tab: Page): Promise<void> => {
      await point(tab);
      await waitForCard(tab, TITLE);
    };
    const markup = (tab: Page): Promise<string> => tab.evaluate(() => document.documentElement.outerHTML);
    const step = (by: 1 | -1): Promise<void> => bench.driver.pressCommand(by > 0 ? 'next-mark' : 'previous-mark');

    it('comes when the pointer rests on a mark, says what is known, and leaves nothing behind', async () => {
      const tab = await open('/one');
      const before = await markup(tab);
      await hover(tab);
      const text = textOf(await waitForCard(tab, TITLE));
      expect(text).toContain('A very recent trend in generative modeling');
      expect(text).toMatch(/Mar 1\d ·/);
      expect(text).toContain('universome.github.io/epigraf');
      expect(text).toContain('Semantic Scholar');
      await tab.keyboard.press('Escape');
      await waitForNoCard(tab);
      expect(await markup(tab)).toBe(before);
    });

    it('shows a title as it is read, whatever TeX the digest has in it', async () => {
      const tab = await open('/squared');
      await point(tab);
      await waitForCard(tab, SQUARED);
      await tab.close();
    });

    it('goes when the pointer leaves it and its mark, and stays while it is on one of them', async () => {
      const tab = await open('/one');
      await hover(tab);
      const { x, y } = await (await cardButton(tab, 'Save')).middle();
      await tab.mouse.move(x, y, { steps: 5 });
      await new Promise((done) => setTimeout(done, 800));
      await waitForCard(tab, TITLE);
      await tab.mouse.move(700, 5, { steps: 5 });
      await waitForNoCard(tab);
    });

    it('goes when the text goes', async () => {
      const tab = await open('/one');
      await hover(tab);
      await tab.evaluate(() => document.querySelector('a')?.remove());
      await waitForNoCard(tab);
    });

    it('saves and removes a paper, and undoes both, as the popup shows', async () => {
      const popup = await openPopup(bench.driver);
      await openTab(popup, 'Reading list');
      const tab = await open('/one');
      const expectSaved = async (...titles: string[]): Promise<void> => {
        await expect.poll(() => titlesIn(popup, 'Reading list')).toEqual(titles);
      };
      await hover(tab);
      await clickInCard(tab, 'Save');
      expect((await cardButton(tab, 'Saved')).attributes['aria-pressed']).toBe('true');
      await expectSaved(TITLE);
      await clickInCard(tab, 'Undo');
      expect((await cardButton(tab, 'Save')).attributes['aria-pressed']).toBe('false');
      await expectSaved();
      await clickInCard(tab, 'Save');
      await clickInCard(tab, 'Saved');
      await cardButton(tab, 'Save');
      await clickInCard(tab, 'Undo');
      await cardButton(tab, 'Saved');
      await expectSaved(TITLE);
      // What is done elsewhere shows in an open card.
      await popup.$$eval('[aria-pressed=true]', ([button]) => (button as HTMLElement).click());
      await cardButton(tab, 'Save');
      await popup.close();
    });

    it('says how far the reader has come, and changes it', async () => {
      const tab = await open('/one');
      await hover(tab);
      await clickInCard(tab, 'Save');
      for (const next of ['To read', 'Reading', 'Read']) {
        const button = await cardButton(tab, `Status: ${next}`);
        expect(button.attributes['data-text']).toBe(next);
        await clickInCard(tab, `Status: ${next}`);
      }
      await cardButton(tab, 'Status: To read');
      await clickInCard(tab, 'Saved');
      await cardButton(tab, 'Save');
      await tab.close();
    });

    it('saves also when the background was asleep', async () => {
      const tab = await open('/one');
      await hover(tab);
      await bench.driver.background.stop();
      await clickInCard(tab, 'Save');
      await cardButton(tab, 'Saved');
      await clickInCard(tab, 'Saved');
      await cardButton(tab, 'Save');
    });

    it('is stepped to by keyboard, round the end, takes the focus and gives it back', async () => {
      const tab = await open('/steps', 1);
      const known = (): Promise<unknown[]> => mentionsOn(bench.driver.background, `${bench.server.origin}/steps`);
      await expect.poll(known).toHaveLength(3);
      await tab.focus('#box');
      const titles = [OTHER, TITLE, OTHER, OTHER];
      for (const [i, title] of titles.entries()) {
        await step(1);
        const place = `${(i % 3) + 1} of 3`;
        await expect.poll(async () => textOf((await cardParts(tab)) ?? [])).toContain(place);
        await waitForCard(tab, title);
      }
      await step(-1);
      await expect.poll(async () => textOf((await cardParts(tab)) ?? [])).toContain('3 of 3');
      // It takes the focus when the page has scrolled to it.
      await expect.poll(() => tab.evaluate(() => document.activeElement?.getAttribute('popover'))).toBe('manual');
      await tab.keyboard.press('Escape');
      await waitForNoCard(tab);
      expect(await tab.evaluate(() => document.activeElement?.id)).toBe('box');
    });

    it('keeps keys and clicks to itself', async () => {
      const tab = await open('/one');
      await tab.evaluate(() => {
        const heard: string[] = [];
        Object.assign(globalThis, { heard });
        for (const type of ['keydown', 'keyup', 'keypress', 'click', 'mousedown', 'focusin'])
          document.addEventListener(type, (event) => heard.push(`${type} ${(event as KeyboardEvent).key}`));
      });
      await step(1);
      await waitForCard(tab, TITLE);
      for (const key of ['s', 'Tab', 'Tab']) await tab.keyboard.press(key as 's');
      // Round: links, the button, and the first link again.
      await tab.keyboard.press('Escape');
      await waitForNoCard(tab);
      await hover(tab);
      await clickInCard(tab, 'Save');
      await clickInCard(tab, 'Saved');
      await cardButton(tab, 'Save');
      await tab.keyboard.press('Escape');
      const heard = await tab.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
      // The keys that open the card are the page's first; in Chromium they are not pressed.
      const opening = ['keydown Alt', 'keydown .', 'keyup .', 'keyup Alt'];
      expect(heard).toEqual(bench.name === 'firefox' ? opening : []);
    });

    it('tells the page nothing of what the reader keeps', async () => {
      const tab = await open('/one');
      /**
       * Everything that a page can find out about a card: its element, its box, what is hit where,
       * and what can be searched.
       */
      const seen = (): Promise<unknown> =>
        tab.evaluate(() => {
          const host = document.querySelector('[popover=manual]') as HTMLElement;
          const hit: string[] = [];
          for (let y = 0; y < innerHeight; y += 4) {
            const row = Array.from({ length: innerWidth / 4 }, (_, i) => document.elementFromPoint(i * 4, y) === host);
            hit.push(`${row.indexOf(true)}-${row.lastIndexOf(true)}`);
          }
          const found = ['Save', 'Saved', 'Undo', 'your list', 'To read', 'Removed', 'Mar 1'].map((text) => {
            getSelection()?.removeAllRanges();
            return (globalThis as unknown as { find(text: string): boolean }).find(text);
          });
          getSelection()?.selectAllChildren(document.documentElement);
          const range = document.createRange();
          range.selectNode(host);
          const { scrollWidth, scrollHeight, shadowRoot, outerHTML } = host;
          const boxes = [host.getBoundingClientRect(), ...range.getClientRects()].map((box) => JSON.stringify(box));
          const texts = [document.documentElement.innerText, String(getSelection())];
          getSelection()?.removeAllRanges();
          return { hit, found, boxes, texts, scrollWidth, scrollHeight, shadowRoot, outerHTML };
        });
      await hover(tab);
      const unsaved = await seen();
      expect(unsaved).toMatchObject({
        shadowRoot: null,
        outerHTML: '<div popover="manual"></div>',
        found: Array(7).fill(false),
      });
      await clickInCard(tab, 'Save');
      await cardButton(tab, 'Saved');
      expect(await seen()).toEqual(unsaved);
      await clickInCard(tab, 'Status: To read');
      await cardButton(tab, 'Status: Reading');
      expect(await seen()).toEqual(unsaved);
      await clickInCard(tab, 'Saved');
      await cardButton(tab, 'Save');
      expect(await seen()).toEqual(unsaved);
    });

    it.each(['/policy', '/unset', '/rtl', '/dialog'])('stands in the window and works on %s', async (path) => {
      const tab = await open(path);
      await hover(tab);
      const { x, y } = await (await cardButton(tab, 'Save')).middle();
      expect(await tab.evaluate((...at) => document.elementFromPoint(...at)?.getAttribute('popover'), x, y)).toBe(
        'manual',
      );
      await clickInCard(tab, 'Save');
      await clickInCard(tab, 'Saved');
      await cardButton(tab, 'Save');
    });

    it('stands above an element that fills the screen', async () => {
      const tab = await open('/fullscreen');
      await tab.click('button');
      await tab.waitForFunction(() => document.fullscreenElement !== null);
      await hover(tab);
      // The window grows for a while.
      await expect
        .poll(async () => {
          const { x, y } = await (await cardButton(tab, 'Save')).middle();
          return tab.evaluate((...at) => document.elementFromPoint(...at)?.getAttribute('popover'), x, y);
        })
        .toBe('manual');
      await tab.evaluate(() => document.exitFullscreen());
    });

    it('follows its text when the page scrolls, and goes when that is out of sight', async () => {
      const tab = await open('/scrolled');
      await hover(tab);
      const top = async (): Promise<number> => (await (await cardButton(tab, 'Save')).middle()).y;
      const before = await top();
      await tab.evaluate(() => scrollBy({ top: 30, behavior: 'instant' }));
      await expect.poll(top).toBe(before - 30);
      await tab.evaluate(() => document.getElementById('box')?.scrollTo(0, 190));
      await waitForNoCard(tab);
    });

    it('asks nothing of any network', () => expect(bench.driver.foreignRequests).toEqual([]));
  },
);
