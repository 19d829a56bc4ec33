import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPopup } from '../../browser/pages/popup.ts';
import { focusRow, openQueue, press, seedQueue } from '../../browser/pages/queue.ts';
import { focusedText, listed, PAUSES_MS, typeAt } from '../../browser/pages/typing.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const titles = [...'ABCDEF'].map((letter) => `${letter} paper about ${letter.toLowerCase()}`);
/** Words full of what were commands once. */
const TEXT = '1 shot survey 2 s3 tests';

inEachBrowser(
  'Typing in the reading list',
  () => undefined,
  (bench) => {
    let page: Page;
    let before: string[];
    const notes = async (): Promise<string[]> =>
      (await listed(page)).map((entry) => entry.split(' | ')[3] as string).filter(Boolean);
    const tags = async (): Promise<string> =>
      (await listed(page))
        .map((entry) => entry.split(' | ')[2])
        .join(' ')
        .trim();
    const isOpen = (selector: string): Promise<boolean> => page.$(selector).then((found) => found !== null);

    // The popup answers when the catalogue is there.
    beforeAll(() => openPopup(bench.driver).then((popup) => popup.close()));

    beforeEach(async () => {
      page = await openQueue(bench.driver);
      await seedQueue(page, { titles });
      await page.bringToFront();
      await focusRow(page, 0);
      before = await listed(page);
      return () => page.close();
    });

    describe.each(PAUSES_MS)('%i ms between keys', (pause) => {
      it('T opens the tag box, which holds all that is typed after it', async () => {
        await typeAt(page, `t${TEXT}`, pause);
        await expect.poll(() => focusedText(page)).toBe(TEXT);
        expect(await listed(page)).toEqual(before);
        await press(page, 'Enter');
        await expect.poll(tags).toBe(TEXT);
      });

      it('T, tags with Enter and comma between them, are all there', async () => {
        await typeAt(page, 't3d\nsurvey,1s\nrest', pause);
        await expect.poll(tags).toBe('3d+survey+1s');
        await expect.poll(() => focusedText(page)).toBe('rest');
      });

      it('N opens the note, which holds all that is typed after it, line by line', async () => {
        await typeAt(page, `n${TEXT}\n\nsecond 1`, pause);
        await expect.poll(() => focusedText(page)).toBe(`${TEXT}\n\nsecond 1`);
        await expect.poll(notes).toEqual([`${TEXT}\n\nsecond 1`]);
        expect((await listed(page)).map((entry) => entry.split(' | ')[1])).toEqual(Array(6).fill('to-read'));
      });

      it('N goes on at the end of a note that is there, from row to row', async () => {
        await typeAt(page, 'nstate', pause);
        await expect.poll(() => focusedText(page)).toBe('state');
        // Done with the note, then back to the list, which a narrow window shows by itself.
        const back = async (): Promise<void> => {
          await press(page, 'Control+Enter');
          await page.waitForSelector('.entry:focus');
          await press(page, 'Escape');
          await page.waitForSelector('.row-open:focus');
        };
        await back();
        await press(page, 'ArrowDown');
        await page.waitForSelector('[data-index="1"] .row-open:focus');
        await typeAt(page, 'n12', pause);
        await expect.poll(() => focusedText(page)).toBe('12');
        await back();
        await press(page, 'ArrowUp');
        await page.waitForSelector('[data-index="0"] .row-open:focus');
        await typeAt(page, 'n s 1', pause);
        await expect.poll(() => focusedText(page)).toBe('state s 1');
        await expect.poll(notes).toEqual(['state s 1', '12']);
      });

      it('letters and digits that open nothing change nothing', async () => {
        await typeAt(page, 'sparse score clip 123 ', pause);
        await press(page, 'ArrowDown', 'ArrowDown');
        expect(await listed(page)).toEqual(before);
      });
    });

    it('keeps what is pasted while the box is on its way', async () => {
      await typeAt(page, 'n1 2 s', 0);
      await expect.poll(() => focusedText(page)).toBe('1 2 s');
      await press(page, 'Control+a', 'Control+x', 'Escape', 'Escape');
      await page.waitForSelector('.row-open:focus');
      await focusRow(page, 3);
      const control = page.keyboard.down('Control');
      void page.keyboard.up('Control');
      await Promise.all([control, press(page, 't', 'Control+v')]);
      await expect.poll(() => focusedText(page)).toBe('1 2 s');
      expect(await listed(page)).toEqual(before);
    });

    it('takes an opening key that is held down for one', async () => {
      await page.keyboard.down('t');
      for (let i = 0; i < 5; i++) await page.keyboard.down('t');
      await page.waitForSelector('[role=combobox]:focus');
      for (let i = 0; i < 5; i++) await page.keyboard.down('t');
      await page.keyboard.up('t');
      await typeAt(page, 'tt', 0);
      await expect.poll(() => focusedText(page)).toBe('tt');
    });

    it('removes one paper, and sets one status, by a key that is held down', async () => {
      for (let i = 0; i < 4; i++) await page.keyboard.down('Delete');
      await page.keyboard.up('Delete');
      await expect.poll(() => listed(page)).toEqual(before.slice(1));
      // Keys mean the row that has the focus: the next one, once the list is drawn without the one
      // before it.
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(titles[1]);
      await page.keyboard.down('Control');
      for (let i = 0; i < 4; i++) await page.keyboard.down('Enter');
      await page.keyboard.up('Enter');
      await page.keyboard.up('Control');
      await expect.poll(async () => (await listed(page)).filter((entry) => / \| reading/.test(entry)).length).toBe(1);
    });

    it('counts every press of the key for the status, however quick', async () => {
      await page.keyboard.down('Control');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.keyboard.up('Control');
      await expect.poll(async () => (await listed(page))[0]).toContain('| read |');
    });

    it('lets Ctrl+S in a note or a tag save the text, not remove the paper', async () => {
      await typeAt(page, 'nwritten', 0);
      await expect.poll(() => focusedText(page)).toBe('written');
      await press(page, 'Control+s');
      await expect.poll(notes).toEqual(['written']);
      expect(await focusedText(page)).toBe('written');
      await press(page, 'Escape', 'Escape');
      await page.waitForSelector('.row-open:focus');
      await typeAt(page, 'tsag', 0);
      await expect.poll(() => focusedText(page)).toBe('sag');
      await press(page, 'Control+s');
      await expect.poll(tags).toBe('sag');
      expect((await listed(page)).length).toBe(before.length);
    });

    it('takes no tag away by a Backspace that is held down to the beginning of the box', async () => {
      await typeAt(page, 'tone,two,thr', 0);
      await expect.poll(tags).toBe('one+two');
      for (let i = 0; i < 8; i++) await page.keyboard.down('Backspace');
      await page.keyboard.up('Backspace');
      await expect.poll(() => focusedText(page)).toBe('');
      expect(await tags()).toBe('one+two');
    });

    it('takes Escape, pressed before the box is there, for taking the text back', async () => {
      await page.keyboard.press('t');
      await Promise.all([page.keyboard.type('s'), page.keyboard.press('Escape'), page.keyboard.type('x')]);
      await expect.poll(() => focusedText(page)).toBe('x');
      expect(await listed(page)).toEqual(before);
    });

    it('leaves the focus in the search box, though the list goes with one letter and comes with another', async () => {
      await typeAt(page, 'tzebra,', 0);
      await expect.poll(tags).toBe('zebra');
      // The list is asked for, as later by ArrowDown.
      await press(page, 'Escape', 'Escape');
      await page.waitForSelector('.row-open:focus');
      await press(page, '/');
      await typeAt(page, 'zebraqqqq', 0);
      await page.waitForFunction(() => document.querySelector('.queue-row') === null);
      await press(page, 'Backspace', 'Backspace', 'Backspace', 'Backspace');
      await page.waitForSelector('.queue-row');
      await typeAt(page, ' tn', 0);
      await expect.poll(() => focusedText(page)).toBe('zebra tn');
      expect(await listed(page)).toEqual([before[0]?.replace(/\| {2}\|/, '| zebra |'), ...before.slice(1)]);
    });

    it('hears the keys after the one that closes a paper', async () => {
      await page.keyboard.press('Enter');
      await page.waitForSelector('.details h2:focus');
      await Promise.all([...['Escape', 'ArrowDown', 'Delete'].map((key) => page.keyboard.press(key as 'Delete'))]);
      await expect.poll(() => listed(page)).toEqual([before[0], ...before.slice(2)]);
    });

    it('keeps nothing that is typed for a paper that is not on the list any more', async () => {
      await page.keyboard.press('Enter');
      await page.waitForSelector('.details h2:focus');
      await press(page, 'Control+s');
      await expect.poll(() => listed(page)).toEqual(before.slice(1));
      await page.waitForFunction(() => document.querySelector('.entry') === null);
      await typeAt(page, 'tlost', 0);
      await press(page, 'Escape');
      await page.waitForSelector('.row-open:focus');
      await typeAt(page, 'tkept', 0);
      await expect.poll(() => focusedText(page)).toBe('kept');
    });

    it('opens the name of a tag to typing at once', async () => {
      await typeAt(page, 'told,', 0);
      await expect.poll(tags).toBe('old');
      await page.$$eval('.facet', (facets) => (facets.at(-1) as HTMLElement).click());
      await page.waitForSelector('.tag-tools button:nth-child(2)');
      await page.focus('.tag-tools button:nth-child(2)');
      await Promise.all([page.keyboard.press('Enter'), ...[...'s1 n'].map((key) => page.keyboard.type(key))]);
      await expect.poll(() => focusedText(page)).toBe('s1 n');
    });

    it('opens a note for more by its button, to which typing belongs from then on', async () => {
      await typeAt(page, 'nstate', 0);
      await expect.poll(() => focusedText(page)).toBe('state');
      await press(page, 'Escape');
      await page.waitForSelector('.note-text');
      await page.focus('.note-bar button');
      await Promise.all([page.keyboard.press('Enter'), ...[...' 1 s'].map((key) => page.keyboard.type(key))]);
      await expect.poll(() => focusedText(page)).toBe('state 1 s');
    });

    it('changes no status by a letter while its list has the focus', async () => {
      await page.focus('[data-index="0"] .queue-status');
      await typeAt(page, 'reading', 0);
      await press(page, 'Tab');
      expect(await listed(page)).toEqual(before);
    });

    it('shows all keys by ?, which screen readers reach by a button, and Escape closes them', async () => {
      await page.keyboard.type('?');
      await page.waitForSelector('dialog[open]');
      const help = await page.$eval('dialog', (dialog) => dialog.innerText);
      for (const does of ['Write tags', 'Write the note', 'Remove the paper', 'Show all keys'])
        expect(help).toContain(does);
      // The keys of the page behind mean nothing.
      await typeAt(page, 'tn', 0);
      await press(page, 'Delete', 'Escape');
      await expect.poll(() => isOpen('dialog')).toBe(false);
      expect(await listed(page)).toEqual(before);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(titles[0]);
      await (await page.waitForSelector('::-p-aria(Keys[role="button"])'))?.click();
      await page.waitForSelector('dialog[open]');
      await typeAt(page, '?', 0);
      await expect.poll(() => isOpen('dialog')).toBe(false);
    });
  },
);
