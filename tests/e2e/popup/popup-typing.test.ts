import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPopup, search, waitForFirst } from '../../browser/pages/popup.ts';
import { press, seedQueue } from '../../browser/pages/queue.ts';
import { focusedText, listed, PAUSES_MS, typeAt } from '../../browser/pages/typing.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const titles = [...'ABCDEF'].map((letter) => `${letter} paper about ${letter.toLowerCase()}`);
/** Letters and digits that change lists where they are keys. */
const WORDS = ['sparse', 's123 rc'];
const FIRST = 'EpiGRAF: Rethinking training of 3D GANs';

inEachBrowser(
  'Typing in the popup',
  () => undefined,
  (bench) => {
    let popup: Page;
    let queue: Page;
    let before: string[];
    const rowFocused = (list: string): Promise<unknown> =>
      popup.waitForSelector(`[aria-label="${list}"] .row-open:focus`);
    const unchanged = async (): Promise<void> => expect(await listed(popup)).toEqual(before);

    beforeAll(async () => {
      await openPopup(bench.driver).then((page) => page.close());
      queue = await bench.driver.openExtensionPage('library.html?view=list');
    });
    afterAll(() => queue.close());

    beforeEach(async () => {
      await seedQueue(queue, { titles });
      before = await listed(queue);
      // What is seeded is seen by pages that are opened after it.
      popup = await openPopup(bench.driver);
      await popup.bringToFront();
      await search(popup, 'epigraf');
      await waitForFirst(popup, 'Results', FIRST);
      return () => popup.close();
    });
    const toReadingList = async (): Promise<void> => {
      await popup.$eval('#tab-reading-list', (tab) => (tab as HTMLElement).click());
      await popup.waitForSelector('#panel-reading-list .row-open');
      await popup.focus('#tab-reading-list');
      await press(popup, 'ArrowDown');
      await rowFocused('Reading list');
    };

    describe.each(PAUSES_MS)('%i ms between keys', (pause) => {
      it('over results words come after those of the query, and change no list', async () => {
        for (const word of WORDS) {
          await search(popup, 'epigraf');
          await waitForFirst(popup, 'Results', FIRST);
          await press(popup, 'ArrowLeft', 'ArrowLeft', 'ArrowDown');
          await rowFocused('Results');
          await typeAt(popup, word, pause);
          await expect.poll(() => focusedText(popup)).toBe(`epigraf ${word}`);
        }
        await unchanged();
      });

      it('over the reading list words begin a new query, and change no list', async () => {
        for (const word of WORDS) {
          await toReadingList();
          await typeAt(popup, word, pause);
          await expect.poll(() => focusedText(popup)).toBe(word);
        }
        await unchanged();
      });

      it('over an open paper words begin a new query, and change neither list nor clipboard', async () => {
        for (const word of WORDS) {
          await search(popup, 'epigraf');
          await waitForFirst(popup, 'Results', FIRST);
          await press(popup, 'Enter');
          await popup.waitForSelector('.details h2:focus');
          await typeAt(popup, word, pause);
          await expect.poll(() => focusedText(popup)).toBe(word);
        }
        await unchanged();
      });

      it('Enter after words that are typed over the reading list opens what they find', async () => {
        await toReadingList();
        await typeAt(popup, 'neural metamorph\n', pause);
        await expect
          .poll(() => popup.$eval('.details h2', (title) => title.textContent).catch(() => ''))
          .toBe('Neural Metamorphosis');
        await unchanged();
      });
    });

    it('replaces the query that the popup opened with, also from its results', async () => {
      await popup.waitForFunction(() => localStorage.getItem('last-view/popup.html')?.includes('epigraf'));
      const again = await openPopup(bench.driver);
      await again.bringToFront();
      await waitForFirst(again, 'Results', FIRST);
      await again.waitForSelector('.scroller[aria-busy=false] > .rows');
      await press(again, 'ArrowDown');
      await again.waitForSelector('[aria-label="Results"] .row-open:focus');
      await typeAt(again, 'gan', 0);
      await expect.poll(() => focusedText(again)).toBe('gan');
      await again.close();
    });

    it('saves what the query finds, though the key came before its answer', async () => {
      await popup.focus('input[type=search]');
      await press(popup, 'Control+a');
      await popup.keyboard.down('Control');
      await popup.keyboard.up('Control');
      await Promise.all([
        ...[...'neural metamorph'].map((key) => popup.keyboard.type(key)),
        popup.keyboard.down('Control'),
        popup.keyboard.press('s'),
        popup.keyboard.up('Control'),
      ]);
      await expect.poll(async () => (await listed(popup)).length).toBe(before.length + 1);
      await popup.waitForSelector('.toast');
      expect(await popup.$eval('.toast', (toast) => toast.textContent)).toContain('Neural Metamorphosis');
    });

    it('takes Backspace over results for the end of the query, and leaves it alone elsewhere', async () => {
      await press(popup, 'ArrowDown');
      await rowFocused('Results');
      await press(popup, 'Backspace', 'Backspace');
      await expect.poll(() => focusedText(popup)).toBe('epigr');
      await toReadingList();
      await press(popup, 'Backspace', 'Delete');
      await expect.poll(() => listed(popup)).toEqual(before.slice(1));
    });

    it('sets the status by Ctrl+Enter and removes by Delete, once for a key that is held down', async () => {
      await toReadingList();
      await popup.keyboard.down('Control');
      for (let i = 0; i < 3; i++) await popup.keyboard.down('Enter');
      await popup.keyboard.up('Enter');
      await popup.keyboard.up('Control');
      await expect.poll(async () => (await listed(popup))[0]).toContain('| reading |');
      for (let i = 0; i < 3; i++) await popup.keyboard.down('Delete');
      await popup.keyboard.up('Delete');
      await expect.poll(async () => (await listed(popup)).length).toBe(before.length - 1);
    });

    it('pastes over results into the box', async () => {
      await popup.focus('input[type=search]');
      await press(popup, 'Control+a', 'Control+c', 'End', 'ArrowDown');
      await rowFocused('Results');
      await press(popup, 'Control+v');
      await expect.poll(() => focusedText(popup)).toBe('epigraf epigraf');
    });

    it('hears a letter of another script as text', async () => {
      await press(popup, 'ArrowDown');
      await rowFocused('Results');
      await popup.evaluate(() => {
        const key = { key: 'ы', code: 'KeyS', bubbles: true, cancelable: true };
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
      });
      expect(await focusedText(popup)).toBe('epigraf ');
      await unchanged();
    });

    // Firefox runs no script of a test before those of an extension's page.
    it.skipIf(bench.name === 'firefox')(
      'keeps what is typed before there is a box, as at the first opening',
      async () => {
        const first = await bench.driver.openExtensionPage('options.html');
        await popup.close();
        await first.evaluate(() => localStorage.clear());
        await first.evaluateOnNewDocument(() => {
          // As if the program took its time: keys come as soon as the first script has run.
          document.addEventListener('DOMContentLoaded', () => {
            const taking = document.activeElement;
            if (taking instanceof HTMLTextAreaElement) taking.value = 'neural metamorph';
          });
        });
        await first.evaluate(() => void setTimeout(() => location.assign('popup.html')));
        await expect.poll(() => focusedText(first).catch(() => '')).toBe('neural metamorph');
        await waitForFirst(first, 'Results', 'Neural Metamorphosis');
        popup = first;
      },
    );

    it('shows all keys by ?, and Escape closes them alone', async () => {
      await press(popup, 'ArrowDown');
      await rowFocused('Results');
      await popup.keyboard.type('?');
      await popup.waitForSelector('dialog[open]');
      expect(await popup.$eval('dialog', (dialog) => dialog.innerText)).toContain('Save the paper, or remove it');
      await press(popup, 'Escape');
      await expect.poll(() => popup.$('dialog')).toBe(null);
      await rowFocused('Results');
      expect(await popup.$eval('input[type=search]', (box) => (box as HTMLInputElement).value)).toBe('epigraf');
      await (await popup.waitForSelector('#panel-search ::-p-aria(Keys[role="button"])'))?.click();
      await popup.waitForSelector('dialog[open]');
    });
  },
);
