import { expect, it } from 'vitest';
import { bundleDigests } from '../../lib/build/bundled-digests.ts';
import { suggestionText } from '../../lib/extension/suggestion-text.ts';
import { openPopup } from '../browser/popup.ts';
import { inEachBrowser } from './in-each-browser.ts';

const { papers } = bundleDigests('seeds').catalogue;
const TITLE = 'EpiGRAF: Rethinking training of 3D GANs';
const epigraf = papers.find(({ title }) => title === TITLE)?.id as string;

/** What Chromium's events have beside what is documented: a way to call those who listen. Firefox's have none. */
interface Dispatching {
  chrome: {
    tabs: { query(of: object): Promise<{ url?: string }[]> };
    omnibox: {
      onInputChanged: { dispatch(text: string, suggest: (found: Suggestion[]) => void): void };
      onInputEntered: { dispatch(text: string, disposition: string): void };
      setDefaultSuggestion(suggestion: { description: string }): Promise<void>;
    };
    contextMenus: { onClicked: { dispatch(info: object): void } };
  };
}
/** What is asked of either browser. */
interface Offering {
  runtime: { getManifest(): { omnibox?: { keyword: string } } };
  contextMenus: { update(id: string, change: object): Promise<void> };
}

interface Suggestion {
  content: string;
  description: string;
}

inEachBrowser(
  'Looking up from outside',
  () => undefined,
  (bench) => {
    it('is offered: the keyword, and the entries in the menu of links and selected text', async () => {
      await openPopup(bench.driver).then((popup) => popup.close());
      const offered = await bench.driver.background.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Offering>;
        const api = browser ?? chrome;
        // Rejects when there is no such entry.
        await api.contextMenus.update('look-up', {});
        await api.contextMenus.update('save', {});
        return api.runtime.getManifest().omnibox?.keyword;
      });
      expect(offered).toBe('pl');
    });

    it.runIf(bench.name === 'chromium')('suggests papers, and opens the chosen one in the library', async () => {
      const found = await bench.driver.background.evaluate(
        () =>
          new Promise<Suggestion[]>((resolve) =>
            (globalThis as unknown as Dispatching).chrome.omnibox.onInputChanged.dispatch('rethinking gans', resolve),
          ),
      );
      expect(found[0]).toEqual({ content: `paper:${epigraf}`, description: TITLE });
      await bench.driver.background.evaluate((content) => {
        const { chrome } = globalThis as unknown as Dispatching;
        chrome.omnibox.onInputEntered.dispatch(content, 'newForegroundTab');
        chrome.contextMenus.onClicked.dispatch({ menuItemId: 'look-up', selectionText: ' “is:saved”  -gan ' });
      }, found[0]?.content as string);
      const urls = (): Promise<string> =>
        bench.driver.background.evaluate(async () =>
          (await (globalThis as unknown as Dispatching).chrome.tabs.query({})).map(({ url }) => url).join(' '),
        );
      await expect.poll(urls).toContain(`library.html?paper=${epigraf}`);
      await expect.poll(urls).toContain('library.html?q=%E2%80%9Cis+saved%E2%80%9D+gan');
    });

    it.runIf(bench.name === 'chromium')(
      'writes suggestions that the browser takes, whatever stands in them',
      async () => {
        const titles = [...papers.map(({ title }) => title), 'A & B < C > "D" \'E\' </match> &amp; \u0001 \uFFFE'];
        const refused = (descriptions: string[]): Promise<string[]> =>
          bench.driver.background.evaluate(async (all) => {
            const { omnibox } = (globalThis as unknown as Dispatching).chrome;
            const failed: string[] = [];
            for (const description of all) {
              try {
                await omnibox.setDefaultSuggestion({ description });
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
