import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import { byRole, search, titlesIn, waitForCatalogue, waitForFirst } from '../../browser/pages/popup.ts';
import { press } from '../../browser/pages/queue.ts';
import { EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const { papers, digests } = bundleDigests('seeds').catalogue;
const epigraf = papers.find((paper) => paper.title === TITLE)?.id as string;

inEachBrowser(
  'The library',
  () => undefined,
  (bench) => {
    let page: Page;
    const open = async (path = ''): Promise<void> => {
      page = await bench.driver.openExtensionPage(`library.html${path}`);
      await page.waitForSelector('.facets');
    };
    const status = (): Promise<string> =>
      page.$eval('.library-status [role=status]', (element) => element.textContent ?? '');
    const address = (): Promise<string> => page.evaluate(() => location.search);
    const heading = (): Promise<string | undefined> =>
      page.evaluate(() => document.querySelector('.library-paper h2')?.textContent ?? undefined);
    const facet = async (name: string): Promise<void> => {
      await page.evaluate((label) => {
        const facets = [...document.querySelectorAll<HTMLElement>('.facet')];
        facets.find((facet) => facet.textContent?.startsWith(label))?.click();
      }, name);
    };

    beforeAll(() => waitForCatalogue(bench.driver));

    describe('as it opens', () => {
      beforeEach(async () => {
        await open();
        return () => page.close();
      });

      it('has the whole catalogue, and draws only the rows in sight', async () => {
        await expect.poll(status).toBe(`${papers.length} papers`);
        expect((await titlesIn(page, 'Results')).length).toBeLessThan(40);
        await page.$eval('.library-scroller', (element) => element.scrollTo(0, element.scrollHeight));
        await expect
          .poll(() => page.$$eval('[data-index]', (rows) => rows.at(-1)?.getAttribute('data-index')))
          .toBe(String(papers.length - 1));
      });

      it('narrows by facets whose counts are true, and goes back', async () => {
        const withCode = papers.filter((paper) => paper.codeLinks.length > 0).length;
        await facet('Code');
        await expect.poll(status).toBe(`${withCode} papers`);
        expect(await address()).toBe('?code=yes');
        const undated = digests.find((digest) => digest.date === null);
        await facet('Undated');
        const both = papers.filter((p) => p.codeLinks.length > 0 && p.digestIds.includes(undated?.id as string));
        await expect.poll(status).toBe(`${both.length} papers`);
        await page.evaluate(() => history.back());
        await expect.poll(status).toBe(`${withCode} papers`);
        await page.evaluate(() => history.back());
        await expect.poll(status).toBe(`${papers.length} papers`);
      });

      it('is used by keyboard: search, arrows, Enter, save, undo, Escape', async () => {
        await search(page, 'rethinking training gan');
        await waitForFirst(page, 'Results', TITLE);
        await page.keyboard.press('ArrowDown');
        await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(TITLE);
        await press(page, 'Control+s');
        await byRole(page, 'button', 'Undo');
        await page.keyboard.press('Enter');
        await expect.poll(heading).toBe(TITLE);
        expect(await address()).toContain(`paper=${epigraf}`);
        await page.keyboard.press('Escape');
        await expect.poll(heading).toBe(undefined);
        await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(TITLE);
        await search(page, 'is:saved');
        await expect.poll(status).toBe('1 paper');
        await (await byRole(page, 'button', 'Undo')).click();
        await expect.poll(status).toBe('0 papers');
        expect(await page.evaluate(() => document.body.innerText)).toContain('No papers match');
      });

      it('offers filters while they are typed, and explains wrong ones', async () => {
        await search(page, 'has:');
        await (await byRole(page, 'button', 'has:code')).click();
        const withCode = papers.filter((paper) => paper.codeLinks.length > 0).length;
        await expect.poll(status).toBe(`${withCode} papers`);
        await search(page, 'gan is:red');
        await expect
          .poll(() => page.$eval('.problem', (element) => element.textContent))
          .toBe('“is:” knows saved, unread, reading and read, not “red”.');
      });
    });

    it('opens at a view’s own address, with the papers near to the one that is open', async () => {
      await open(`?q=gan&paper=${epigraf}`);
      await expect.poll(heading).toBe(TITLE);
      await expect.poll(() => page.$$eval('.related li', (items) => items.length)).toBeGreaterThan(2);
      const near = await page.$eval('.related-open', (element) => element.textContent ?? '');
      await page.click('.related-open');
      await expect.poll(heading).toBe(near);
      await page.evaluate(() => history.back());
      await expect.poll(heading).toBe(TITLE);
      await page.close();
    });

    it('says so when a paper is not there', async () => {
      await open('?paper=0000000000000000');
      await expect.poll(() => page.evaluate(() => document.body.innerText)).toContain('not in the catalogue');
      await page.close();
    });
  },
);
