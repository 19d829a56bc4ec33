import { expect, it } from 'vitest';
import type { ToolbarPopup } from '../../browser/driver/driver.ts';
import { openPopup } from '../../browser/pages/popup.ts';
import { EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

inEachBrowser(
  'The popup of the toolbar',
  () => '<!doctype html><title>Page</title><p>Text</p>',
  (bench) => {
    const seen = (popup: ToolbarPopup): Promise<{ query: string; first: string; text: string; isMarked: boolean }> =>
      popup.evaluate(() => {
        const box = document.querySelector('input[type=search]') as HTMLInputElement;
        return {
          query: box.value,
          first: document.querySelector('.row h2')?.textContent ?? '',
          text: document.body.innerText,
          isMarked: box.value !== '' && box.selectionStart === 0 && box.selectionEnd === box.value.length,
        };
      });

    it('opens over a page by its key, finds a paper and saves it, by keys alone', async () => {
      // What is stored at first is there.
      await openPopup(bench.driver).then((popup) => popup.close());
      const page = await bench.driver.openPage(`${bench.server.origin}/`);
      await page.bringToFront();
      const popup = await bench.driver.openToolbarPopup();
      await expect.poll(async () => (await seen(popup)).first).not.toBe('');
      await popup.press(...'EPIGRAF');
      await expect.poll(() => seen(popup)).toMatchObject({ query: 'epigraf', first: TITLE });
      await popup.press('Down', 'Ctrl+S');
      await expect.poll(async () => (await seen(popup)).text).toContain('Saved');
      await popup.close();
    });

    it('has the last query selected when it opens again, so that typing replaces it', async () => {
      const popup = await bench.driver.openToolbarPopup();
      await expect.poll(() => seen(popup)).toMatchObject({ query: 'epigraf', first: TITLE, isMarked: true });
      await popup.press(...'DDSP');
      await expect.poll(async () => (await seen(popup)).first).toMatch(/^DDSP/);
      await expect.poll(async () => (await seen(popup)).query).toBe('ddsp');
      await popup.close();
    });

    it('asks nothing of any network', () => expect(bench.driver.foreignRequests).toEqual([]));
  },
);
