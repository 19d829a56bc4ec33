import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { byRole, waitForCatalogue } from '../../browser/pages/popup.ts';
import { focusRow, loadAgain, middleOf, openQueue, press, queued, seedQueue } from '../../browser/pages/queue.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const LETTERS = [...'ABCDEF'];
const titles = LETTERS.map((letter) => `${letter} paper about ${letter.toLowerCase()}`);

inEachBrowser(
  'The reading list as a queue',
  () => undefined,
  (bench) => {
    let page: Page;
    const order = async (): Promise<string> => (await queued(page)).map((title) => title[0]).join('');
    const status = (): Promise<string> =>
      page.$eval('.library-status [role=status]', (element) => element.textContent ?? '');
    const statuses = (): Promise<string[]> =>
      page.$$eval('.queue-row', (rows) => rows.map((row) => row.getAttribute('data-status') ?? ''));
    const focused = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.textContent || (document.activeElement?.className ?? ''));
    const counts = (): Promise<Record<string, string>> =>
      page.$$eval('.facet', (facets) =>
        Object.fromEntries(facets.map((facet) => [...facet.children].map((part) => part.textContent ?? ''))),
      );
    const selected = (): Promise<string> =>
      page.$$eval('.queue-row[data-selected] h2', (rows) => rows.map((row) => row.textContent?.[0] ?? '').join(''));
    const undoOffered = (): Promise<string> =>
      page.$eval('.history', (history) => history.firstElementChild?.textContent ?? '');

    beforeAll(() => waitForCatalogue(bench.driver));
    beforeEach(async () => {
      page = await openQueue(bench.driver);
      await seedQueue(page, { titles });
      await page.bringToFront();
      return () => page.close();
    });

    describe('by keyboard', () => {
      it('moves through the rows, sets status, and undoes it after the page was loaded again', async () => {
        await focusRow(page, 0);
        await press(page, 'ArrowDown', 'ArrowDown', 'Control+Enter', 'ArrowDown', 'Control+Enter', 'Control+Enter');
        await expect.poll(statuses).toEqual(['to-read', 'to-read', 'reading', 'read', 'to-read', 'to-read']);
        await expect.poll(counts).toEqual({ All: '6', 'To read': '4', Reading: '1', Read: '1' });
        expect(await focused()).toBe(titles[3]);
        await loadAgain(page);
        await expect.poll(undoOffered).toBe(`Undo: Marked “${titles[3]}” as read`);
        await press(page, 'Control+z');
        await expect.poll(statuses).toEqual(['to-read', 'to-read', 'reading', 'reading', 'to-read', 'to-read']);
        await page.click('.history-undo');
        await expect.poll(counts).toMatchObject({ 'To read': '5' });
        await page.click('.history-undo');
        await expect.poll(counts).toMatchObject({ 'To read': '6' });
        expect(await undoOffered()).toBe('Nothing to undo');
      });

      it('moves papers by hand, several together, says where to, and keeps the focus on them', async () => {
        await focusRow(page, 1);
        await press(page, 'Alt+ArrowDown', 'Alt+ArrowDown', 'Alt+ArrowDown');
        await expect.poll(order).toBe('ACDEBF');
        const said = (): Promise<string> => page.$eval('.unseen[role=status]', (element) => element.textContent ?? '');
        await expect.poll(said).toBe('Moved to 5 of 6');
        await expect.poll(focused).toBe(titles[1]);
        await press(page, 'Alt+ArrowUp');
        await expect.poll(order).toBe('ACDBEF');
        await press(page, 'Home', 'Shift+ArrowDown', 'Alt+ArrowDown');
        await expect.poll(order).toBe('DACBEF');
        expect(await selected()).toBe('AC');
        // What is moved beyond the end stays.
        await press(page, 'Escape', 'End', 'Alt+ArrowDown');
        await press(page, 'Home', 'Alt+ArrowUp');
        await loadAgain(page);
        expect(await order()).toBe('DACBEF');
        await press(page, 'Control+z');
        await expect.poll(order).toBe('ACDBEF');
      });

      it('exports what is selected', async () => {
        await focusRow(page, 0);
        await press(page, ' ', 'ArrowDown', 'ArrowDown', ' ');
        await expect.poll(selected).toBe('AC');
        await page.click('.bulk .export-button');
        await page.waitForSelector('dialog select');
        const chosen = (): Promise<string> =>
          page.$eval('dialog select', (box) => (box as HTMLSelectElement).selectedOptions[0]?.textContent ?? '');
        await expect.poll(chosen).toContain('Selected papers');
        expect(await page.$eval('dialog', (dialog) => dialog.textContent)).toContain('2 papers');
        await press(page, 'Escape');
        await expect.poll(() => page.$('dialog')).toBe(null);
        // Escape closed the dialog, and let go of nothing.
        expect(await selected()).toBe('AC');
      });

      it('selects several with Space, Shift and Ctrl+A, changes them at once, and lets go of them with Escape', async () => {
        await focusRow(page, 0);
        await press(page, ' ', 'ArrowDown', 'ArrowDown', ' ');
        await expect.poll(selected).toBe('AC');
        await press(page, 'Control+Enter');
        await expect.poll(statuses).toEqual(['reading', 'to-read', 'reading', 'to-read', 'to-read', 'to-read']);
        await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown');
        await expect.poll(selected).toBe('CDE');
        await press(page, 'Shift+ArrowUp');
        await expect.poll(selected).toBe('CD');
        await press(page, 'Delete');
        await expect.poll(order).toBe('ABEF');
        expect(await undoOffered()).toBe('Undo: Removed 2 papers');
        await expect.poll(focused).toBe(titles[5]);
        await press(page, 'Control+a');
        await expect.poll(selected).toBe('ABEF');
        await press(page, 'Delete');
        await expect.poll(() => page.evaluate(() => document.body.innerText)).toContain('Nothing saved yet');
        await press(page, 'Control+z');
        await expect.poll(order).toBe('ABEF');
        await press(page, 'Control+z');
        await expect.poll(order).toBe('ABCDEF');
        await focusRow(page, 0);
        await press(page, 'Control+a', 'Escape');
        await expect.poll(selected).toBe('');
      });

      it('gives tags with completion, takes the last away with Backspace, and narrows by them', async () => {
        await focusRow(page, 0);
        await press(page, 't');
        await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
        await page.keyboard.type(' Computer  Vision ,later,');
        await press(page, 'Enter');
        await expect.poll(counts).toMatchObject({ 'Computer Vision': '1', later: '1' });
        await press(page, 'Backspace');
        await expect.poll(counts).not.toHaveProperty('later');
        // Back to the list, and to the next paper.
        await press(page, 'Escape', 'Escape');
        await expect.poll(focused).toBe(titles[0]);
        await press(page, 'ArrowDown', 't');
        await expect.poll(() => page.$eval('.library-paper h2', (title) => title.textContent)).toBe(titles[1]);
        await page.waitForSelector('[role=combobox]:focus');
        await page.keyboard.type('vis');
        await expect
          .poll(() => page.$$eval('[role=option]', (all) => all.map((one) => one.textContent)))
          .toEqual(['Computer Vision1']);
        await press(page, 'ArrowDown', 'Enter');
        await expect.poll(counts).toMatchObject({ 'Computer Vision': '2' });
        // However it is written, it is there once.
        await page.keyboard.type('computer-vision');
        await press(page, 'Enter');
        expect(await counts()).toMatchObject({ 'Computer Vision': '2' });
        await page.$$eval('.facet', (facets) => (facets.at(-1) as HTMLElement).click());
        await expect.poll(status).toBe('2 papers');
        expect(await page.evaluate(() => location.search)).toContain('tag=Computer+Vision');
        // What narrows a view takes papers out of it as they change.
        await press(page, 'Backspace');
        await expect.poll(status).toBe('1 paper');
      });
    });

    it('selects by clicks, and changes what is selected in one step: status, tags, removal', async () => {
      const click = async (index: number, ...held: string[]): Promise<void> => {
        for (const key of held) await page.keyboard.down(key as 'Shift');
        await page.click(`[data-index="${index}"] .queue-${index === 1 ? 'check' : 'main'}`);
        for (const key of held) await page.keyboard.up(key as 'Shift');
      };
      await click(1);
      await click(4, 'Shift');
      await expect.poll(selected).toBe('BCDE');
      await click(2, 'Control');
      await expect.poll(selected).toBe('BDE');
      expect(await page.evaluate(() => location.search)).not.toContain('paper=');
      await page.click('.bulk [data-status="reading"] input');
      await expect.poll(statuses).toEqual(['to-read', 'reading', 'to-read', 'reading', 'reading', 'to-read']);
      await page.type('.bulk [role=combobox]', 'deep,');
      await expect.poll(counts).toMatchObject({ deep: '3' });
      expect(await undoOffered()).toBe('Undo: Changed the tags of 3 papers');
      await (await byRole(page, 'button', 'Remove')).click();
      await expect.poll(order).toBe('ACF');
      await page.click('.history [aria-expanded]');
      await page.$$eval('.history-list button', (buttons) => (buttons[0] as HTMLElement).click());
      await expect.poll(order).toBe('ABCDEF');
      await expect.poll(counts).toMatchObject({ deep: '3', Reading: '3' });
    });

    it('renames a tag on all papers, deletes it, and undoes both in one step each', async () => {
      await focusRow(page, 0);
      await press(page, 'Control+a');
      await page.type('.bulk [role=combobox]', 'olt,keep,');
      await expect.poll(counts).toMatchObject({ olt: '6', keep: '6' });
      const facet = (label: string): Promise<void> =>
        page.$$eval(
          '.facet',
          (facets, label) =>
            (facets.find((facet) => facet.textContent?.startsWith(label)) as HTMLElement | undefined)?.click(),
          label,
        );
      await facet('olt');
      await (await byRole(page, 'button', 'Rename…')).click();
      await page.waitForSelector('.tag-tools input');
      await page.$eval('.tag-tools input', (box) => (box as HTMLInputElement).select());
      await page.type('.tag-tools input', 'old');
      await press(page, 'Enter');
      await expect.poll(counts).toMatchObject({ old: '6', keep: '6' });
      expect(await counts()).not.toHaveProperty('olt');
      await expect.poll(status).toBe('6 papers');
      await (await byRole(page, 'button', 'Delete')).click();
      await expect.poll(counts).not.toHaveProperty('old');
      await press(page, 'Control+z');
      await expect.poll(counts).toMatchObject({ old: '6' });
      await press(page, 'Control+z');
      await expect.poll(counts).toMatchObject({ olt: '6', keep: '6' });
    });

    it('is ordered by title and by date as well, where nothing can be moved', async () => {
      await focusRow(page, 0);
      await press(page, 'Alt+ArrowDown');
      await expect.poll(order).toBe('BACDEF');
      await page.select('.sort select', 'title');
      await expect.poll(order).toBe('ABCDEF');
      expect(await page.$('.queue-handle')).toBeNull();
      await page.select('.sort select', 'saved');
      await expect.poll(order).toBe('FEDCBA');
      await focusRow(page, 0);
      await press(page, 'Alt+ArrowDown');
      await page.select('.sort select', 'hand');
      await expect.poll(order).toBe('BACDEF');
    });

    it('shows what is not in the catalogue any more by its id, with its note, and lets it be removed', async () => {
      await seedQueue(page, { titles: titles.slice(0, 1), missing: ['feedfacefeedface'] });
      await expect.poll(() => queued(page)).toEqual([titles[0], 'Paper feedfacefeedface']);
      await focusRow(page, 1);
      await press(page, 'n');
      await page.waitForSelector('.note-box:focus');
      await page.keyboard.type('Still here');
      await expect
        .poll(() => page.$eval('[data-index="1"] .queue-note', (note) => note.textContent))
        .toContain('Still here');
      await (await byRole(page, 'button', 'Remove')).click();
      await expect.poll(() => queued(page)).toEqual([titles[0]]);
    });

    describe('by dragging', () => {
      const rowAt = (index: number): Promise<{ x: number; y: number }> =>
        middleOf(page, `[data-index="${index}"] .queue-handle`);

      it('moves a paper, and several that are selected, to where the line is', async () => {
        const [from, to] = [await rowAt(0), await rowAt(3)];
        await page.mouse.move(from.x, from.y);
        await page.mouse.down();
        await page.mouse.move(from.x, from.y + 30);
        await page.mouse.move(to.x, to.y + 30, { steps: 4 });
        expect(await page.$('.queue-drop')).not.toBeNull();
        await page.mouse.up();
        await expect.poll(order).toBe('BCDAEF');
        expect(await page.$('.queue-drop')).toBeNull();
        await focusRow(page, 0);
        await press(page, ' ', 'ArrowDown', 'ArrowDown', ' ');
        const [first, last] = [await rowAt(0), await rowAt(5)];
        await page.mouse.move(first.x, first.y);
        await page.mouse.down();
        await page.mouse.move(last.x, last.y + 60, { steps: 6 });
        await page.mouse.up();
        await expect.poll(order).toBe('CAEFBD');
      });

      it('scrolls the list at its edges, and goes on with a finger as with a mouse', async () => {
        const many = Array.from({ length: 60 }, (_, i) => `${i} of many papers`);
        await seedQueue(page, { titles: many });
        const from = await rowAt(1);
        const bottom = await page.$eval('.queue-scroller', (list) => list.getBoundingClientRect().bottom);
        await page.touchscreen.touchStart(from.x, from.y);
        await page.touchscreen.touchMove(from.x, bottom - 200);
        await page.touchscreen.touchMove(from.x, bottom - 4);
        const scrolled = (): Promise<number> => page.$eval('.queue-scroller', (list) => list.scrollTop);
        await expect.poll(scrolled).toBeGreaterThan(2000);
        await page.touchscreen.touchEnd();
        await expect.poll(() => page.$('.queue-drop')).toBeNull();
        const place = (): Promise<number> =>
          page.$$eval('.queue-row', (rows) =>
            Number(rows.find((row) => row.querySelector('h2')?.textContent === '1 of many papers')?.ariaPosInSet),
          );
        await expect.poll(place).toBeGreaterThan(25);
      });

      it('is cancelled with Escape', async () => {
        const [from, to] = [await rowAt(0), await rowAt(3)];
        await page.mouse.move(from.x, from.y);
        await page.mouse.down();
        await page.mouse.move(to.x, to.y + 30, { steps: 4 });
        await press(page, 'Escape');
        await expect.poll(() => page.$('.queue-drop')).toBeNull();
        await page.mouse.up();
        await focusRow(page, 0);
        await press(page, 'Control+Enter');
        await expect.poll(statuses).toContain('reading');
        expect(await order()).toBe('ABCDEF');
      });
    });

    it('asks nothing of any network', () => expect(bench.driver.foreignRequests).toEqual([]));
  },
);
