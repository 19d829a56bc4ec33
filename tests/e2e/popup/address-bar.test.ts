import { expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import type { Paper } from '../../../lib/core/model/paper.ts';
import { paperIdOf } from '../../../lib/core/model/paper-id.ts';
import { suggestionText } from '../../../lib/extension/background/suggestion-text.ts';
import { fillCatalogue } from '../../browser/data/large-catalogue.ts';
import { addressesOfTabs } from '../../browser/driver/tabs.ts';
import { openPopup } from '../../browser/pages/popup.ts';
import { EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const { papers } = bundleDigests('seeds').catalogue;
const epigraf = papers.find(({ title }) => title === TITLE)?.id as string;
const LATE = 'A Title That Came Later';
const late: Paper = { id: paperIdOf(LATE), title: LATE, abstract: 'New.', digestIds: [], codeLinks: [] };

// In functions that run inside the extension. Firefox has it too.
declare const chrome: typeof extensionApi;

inEachBrowser(
  'Looking up from outside',
  (path) => (path === '/text' ? '<!doctype html><title>Text</title><p>“is:saved”  -gan</p>' : undefined),
  (bench) => {
    const urls = (): Promise<string> => addressesOfTabs(bench.driver.background);

    it('is offered: the keyword, and the entries in the menu of links and selected text', async () => {
      await openPopup(bench.driver).then((popup) => popup.close());
      const offered = await bench.driver.background.evaluate(async () => {
        // Rejects when there is no such entry.
        await chrome.contextMenus.update('look-up', {});
        await chrome.contextMenus.update('save', {});
        return chrome.runtime.getManifest().omnibox?.keyword;
      });
      expect(offered).toBe('pl');
    });

    it('suggests papers, and opens the chosen one in the library', async () => {
      expect((await bench.driver.typeInAddressBar('rethinking gans'))[0]).toBe(TITLE);
      await bench.driver.takeSuggestion(0);
      await expect.poll(urls).toContain(`library.html?paper=${epigraf}`);
    });

    it('suggests titles with signs in them as the browser shows them', async () => {
      const sign = bench.name === 'chromium' ? '&amp;' : '&';
      expect((await bench.driver.typeInAddressBar('pa&da'))[0]).toMatch(`PA${sign}DA: Jointly Sampling`);
    });

    it('looks selected text up from the menu', async () => {
      const page = await bench.driver.openPage(`${bench.server.origin}/text`);
      await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
      await bench.driver.chooseInMenu(page, 'p', 'look-up');
      await expect.poll(urls).toContain('library.html?q=is+saved+gan');
    });

    // Firefox takes any text.
    it.runIf(bench.name === 'chromium')(
      'writes suggestions that the browser takes, whatever stands in them',
      async () => {
        // Those with more in them than letters, and a few of the others.
        const signs = papers
          .map(({ title }) => title)
          .filter((title, i) => /[^\w :,.()?’-]/.test(title) || i % 20 === 0);
        const titles = [...signs, 'A & B < C > "D" \'E\' </match> &amp; \u0001 \uFFFE'];
        const refused = (descriptions: string[]): Promise<string[]> =>
          bench.driver.background.evaluate(async (all) => {
            const failed: string[] = [];
            for (const description of all) {
              try {
                await chrome.omnibox.setDefaultSuggestion({ description });
              } catch {
                failed.push(description);
              }
            }
            return failed;
          }, descriptions);
        expect(await refused(titles.map(suggestionText))).toEqual([]);
        expect(await refused(['A < B & C'])).toEqual(['A < B & C']);
      },
    );
  },
);

inEachBrowser(
  'The address bar right after the install',
  () => undefined,
  (bench) => {
    it('waits for the catalogue', async () => {
      // Conditions alone are answered in the order of the digests.
      expect(await bench.driver.typeInAddressBar('title:epigraf')).toEqual([TITLE]);
    });

    it('knows a paper that came since', async () => {
      const page = await openPopup(bench.driver);
      await fillCatalogue(page, [late]);
      await page.close();
      // Firefox shows what it suggested before until there is something else.
      await expect.poll(async () => (await bench.driver.typeInAddressBar('came later'))[0]).toBe(LATE);
    });
  },
);
