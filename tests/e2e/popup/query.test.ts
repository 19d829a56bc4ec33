import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import { byRole, openPopup, search, titlesIn, waitForFirst } from '../../browser/pages/popup.ts';
import { EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const { papers } = bundleDigests('seeds').catalogue;

inEachBrowser(
  'The query language in the popup',
  () => undefined,
  (bench) => {
    let popup: Page;
    beforeEach(async () => {
      popup = await openPopup(bench.driver);
      return () => popup.close();
    });
    const problem = (): Promise<string | null> => popup.$eval('.problem', (element) => element.textContent);

    it('finds phrases, and leaves out what is not wanted', async () => {
      await search(popup, '"training of 3d gans"');
      await waitForFirst(popup, 'Results', TITLE);
      await search(popup, 'rethinking training gans -epigraf');
      await expect.poll(async () => (await titlesIn(popup, 'Results')).length).toBeGreaterThan(0);
      expect(await titlesIn(popup, 'Results')).not.toContain(TITLE);
    });

    it('filters by title', async () => {
      await search(popup, 'title:diffusion');
      const wanted = papers.filter(({ title }) => /\bdiffusion/i.test(title)).map(({ title }) => title);
      expect(wanted.length).toBeGreaterThan(3);
      await expect
        .poll(async () => {
          const titles = await titlesIn(popup, 'Results');
          return titles.length > 0 && titles.every((title) => /diffusion/i.test(title));
        })
        .toBe(true);
    });

    it('offers filters while they are typed, and explains a wrong one where it stands', async () => {
      await search(popup, 'has:');
      await (await byRole(popup, 'button', 'has:code')).click();
      await expect.poll(async () => (await titlesIn(popup, 'Results')).length).toBeGreaterThan(5);
      expect(await problem()).toBe('');
      expect(await popup.$eval('input[type=search]', (box) => (box as HTMLInputElement).value)).toBe('has:code ');
      await search(popup, 'has:pdf');
      await expect.poll(problem).toBe('“has:” knows code, note and link, not “pdf”.');
      await search(popup, 'gan has:pdf diffusion');
      await (await byRole(popup, 'button', '“has:” knows code, note and link, not “pdf”.')).click();
      const selected = await popup.$eval('input[type=search]', (element) => {
        const { value, selectionStart, selectionEnd } = element as HTMLInputElement;
        return [document.activeElement === element, value.slice(selectionStart ?? 0, selectionEnd ?? 0)];
      });
      expect(selected).toEqual([true, 'has:pdf']);
    });
  },
);
