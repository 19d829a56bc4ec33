import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, expect, it } from 'vitest';
import { writeBackup } from '../../../lib/core/backup/backup.ts';
import { paperIdOf } from '../../../lib/core/model/paper-id.ts';
import { type BrowserName, builtExtension, type LaunchOptions } from '../../browser/driver/driver.ts';
import { copyExtension } from '../../browser/driver/extension-copy.ts';
import { byRole, namesByRole } from '../../browser/pages/by-role.ts';
import { waitForCard } from '../../browser/pages/card.ts';
import { dropFile } from '../../browser/pages/give.ts';
import { waitForMarks } from '../../browser/pages/page-marks.ts';
import { search, tabIdOf } from '../../browser/pages/popup.ts';
import { openQueue, press, seedQueue } from '../../browser/pages/queue.ts';
import { listed } from '../../browser/pages/typing.ts';
import { cutOff, wordsOn } from '../../browser/pages/words-on-page.ts';
import { entryOf } from '../../fixtures/exported-papers.ts';
import { EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { type Messages, pseudoLocale } from '../../fixtures/pseudo-locale.ts';
import { inEachBrowser } from '../in-each-browser.ts';

/**
 * Names of the bundle's digests, products, formats and people, dates as the browser writes them,
 * and the filter's own words: the same in all languages.
 */
const NAMES =
  /Paperlight|(?:Mar 1\d · )?\d+ papers · [\w, -]+|Mar 1\d|universome.github.io\/epigraf|arXiv|Hugging Face|(?:Semantic|Google) Scholar|[A-Z][a-z]{2} \d+, \d{4}|\d+ years ago|“[a-z:]+”|tag:x|example\.org|BibTeX|LaTeX|JabRef|Zotero|RIS|EndNote|Mendeley|CSL-JSON|Pandoc|Markdown|CSV|Deep Learning|LeCun|Goodfellow|backup\.json|\d+:\d\d [AP]M|[A-Z][a-z]+ \d+, \d{4} at/g;

/** A doubt, a new paper, one that is there, and one that can't be read. */
const BIBLIOGRAPHY = `@book{a, title = {Deep Learning}, author = {LeCun, Yann}, year = 2015}
@book{b, title = {Deep Learning}, author = {Goodfellow, Ian}, year = 2016, keywords = {networks}}
@misc{c, title = {${TITLE}}}
@misc{d, title = {Cut off`;

const pageOfPaper = (): string => `<!doctype html><title>Page</title><h1>${TITLE}</h1>`;
const folders: string[] = [];

const messagesOf = (name: BrowserName, language: string): Messages =>
  JSON.parse(readFileSync(join(builtExtension[name], '_locales', language, 'messages.json'), 'utf8'));

/** A copy of the extension that says `messages` where the browser's language is English. */
function speaking(name: BrowserName, messages: Messages): LaunchOptions {
  const extension = copyExtension(name);
  folders.push(extension);
  writeFileSync(join(extension, '_locales/en/messages.json'), JSON.stringify(messages));
  return { extension };
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

inEachBrowser(
  'In a language with long words',
  { pages: pageOfPaper, launch: (name) => speaking(name, pseudoLocale(messagesOf(name, 'en'))) },
  (bench) => {
    /** What is wrong with a page: words left in English, words that are cut off. */
    const faults = async (page: Page, state: string): Promise<string[]> => {
      await page.bringToFront();
      const english = (await wordsOn(page)).filter((text) => /[a-z]{2}/i.test(text.replaceAll(NAMES, '')));
      const cut = [...(await cutOff(page, 320)), ...(await cutOff(page, 1000))];
      return [...english, ...cut].map((fault) => `${state}: ${fault}`);
    };
    const openTab = async (popup: Page, name: string): Promise<void> => {
      await popup.bringToFront();
      await popup.click(`#tab-${name}`);
      await popup.waitForSelector(`#panel-${name}[data-shown=true]`);
    };

    it('the popup and the card say all in it, and cut nothing off', async () => {
      const tab = await bench.driver.openPage(`${bench.server.origin}/`);
      await waitForMarks(tab, 1);
      await bench.driver.pressCommand('next-mark');
      const said = (await waitForCard(tab, TITLE))
        .filter(({ tag, text }) => !/^h\d$/.test(tag) && !text.startsWith('A very recent trend'))
        .flatMap(({ attributes, text }) => [text, attributes['aria-label'] ?? '', attributes.title ?? '']);
      const found = said.filter((text) => /[a-z]{2}/i.test(text.replaceAll(NAMES, ''))).map((text) => `card: ${text}`);
      const popup = await bench.driver.openExtensionPage('popup.html');
      const id = await tabIdOf(popup, tab.url());
      await popup.evaluate((id) => location.assign(`?tab=${id}`), id);
      await popup.waitForSelector('.scroller[aria-busy=false] .row');
      found.push(...(await faults(popup, 'digest')));
      await openTab(popup, 'reading-list');
      found.push(...(await faults(popup, 'empty list')));
      await openTab(popup, 'this-page');
      await popup.waitForSelector('#panel-this-page .row');
      found.push(...(await faults(popup, 'this page')));
      await openTab(popup, 'search');
      await search(popup, 'epigraf tagg:x year:a');
      await popup.waitForSelector('.problem-place');
      found.push(...(await faults(popup, 'misspelt filter')));
      await search(popup, 'qqqqqqqq');
      await popup.waitForFunction(() => !document.querySelector('#panel-search .row'));
      found.push(...(await faults(popup, 'no match')));
      await search(popup, 'epigraf');
      await popup.waitForSelector('#panel-search .row mark');
      await press(popup, 'Enter');
      await popup.waitForSelector('.details h2');
      found.push(...(await faults(popup, 'paper')));
      await Promise.all([popup.close(), tab.close()]);
      expect(found).toEqual([]);
    });

    it('the reading list and the library say all in it, and cut nothing off', async () => {
      const list = await openQueue(bench.driver);
      const found = await faults(list, 'empty list');
      await seedQueue(list, { titles: ['0000', '1111'] });
      await list.click('.queue-check');
      await list.waitForSelector('.bulk');
      found.push(...(await faults(list, 'selection')));
      await press(list, 'Escape');
      await list.click('.queue-row .row-open');
      await list.waitForSelector('.details .status-choice');
      found.push(...(await faults(list, 'listed paper')));
      await list.close();
      const library = await bench.driver.openExtensionPage('library.html');
      await library.waitForSelector('.library-list .row');
      await library.waitForSelector('.facets');
      found.push(...(await faults(library, 'library')));
      await library.click('.row-open');
      await library.waitForSelector('.related li');
      found.push(...(await faults(library, 'paper')));
      await press(library, '?');
      await library.waitForSelector('dialog[open]');
      found.push(...(await faults(library, 'keys')));
      await press(library, 'Escape');
      await library.waitForSelector('dialog[open]', { hidden: true });
      await (await byRole(library, 'button', '⟦Ááđđ þááþééřš⟧')).click();
      await library.waitForSelector('dialog[open] input[type=file]');
      found.push(...(await faults(library, 'Add papers')));
      await library.close();
      expect(found).toEqual([]);
    });

    it('the dialogs for files say all in it, and cut nothing off', async () => {
      const library = await bench.driver.openExtensionPage('library.html');
      await library.waitForSelector('.facets .facet');
      await (await byRole(library, 'button', '⟦Ééẋþóóřŧ⟧')).click();
      await library.waitForSelector('.export-preview');
      const found = await faults(library, 'export');
      await press(library, 'Escape');
      await library.waitForSelector('dialog', { hidden: true });
      await dropFile(library, 'library.bib', BIBLIOGRAPHY);
      await library.waitForSelector('.import-doubt');
      for (const tab of await library.$$('.import-tabs [role=tab]')) {
        await tab.click();
        found.push(...(await faults(library, `import, ${await tab.evaluate(({ textContent }) => textContent)}`)));
      }
      await library.close();
      const options = await bench.driver.openExtensionPage('options.html');
      await options.waitForSelector('.data .button');
      const entries = [entryOf({ paperId: paperIdOf(TITLE) })];
      const settings = { markStyle: 'dots' };
      const backup = { at: Date.UTC(2026, 1, 3), entries, digests: [], papers: [], known: [], settings };
      await dropFile(options, 'backup.json', writeBackup(backup));
      await options.waitForSelector('.restore');
      for (const choice of await options.$$('.restore [type=radio]')) {
        await choice.click();
        found.push(...(await faults(options, 'restore')));
      }
      await options.close();
      expect(found).toEqual([]);
    });

    it('settings and welcome say all in it, and cut nothing off', async () => {
      const found: string[] = [];
      for (const path of ['options.html', 'welcome.html']) {
        const page = await bench.driver.openExtensionPage(path);
        await page.waitForSelector('main section button');
        found.push(...(await faults(page, path)));
        await page.close();
      }
      expect(found).toEqual([]);
    });
  },
);

inEachBrowser('In Chinese', { launch: (name) => speaking(name, messagesOf(name, 'zh_CN')) }, (bench) => {
  const said = (key: string): string => messagesOf(bench.name, 'zh_CN')[key]?.message as string;

  it.each([
    ['popup.html', 'searchbox', 'shared_searchPapers', undefined],
    ['library.html', 'heading', 'shared_library', 'library_windowTitle'],
    ['library.html?view=list', 'heading', 'shared_readingList', 'list_windowTitle'],
    ['options.html', 'heading', 'settings_heading', 'settings_heading'],
    ['welcome.html', 'heading', 'welcome_heading', 'welcome_windowTitle'],
  ])('%s names itself and its parts to screen readers', async (path, role, key, title) => {
    const page = await bench.driver.openExtensionPage(path);
    await byRole(page, role, said(key));
    await page.waitForSelector('main :is(.row, section)');
    expect(await page.title()).toBe(title ? said(title) : 'Paperlight');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    const parts = await namesByRole(
      page,
      ['heading', 'button', 'searchbox', 'tab', 'checkbox', 'radio', 'combobox', 'textbox'],
      // What papers and digests are called.
      '.row-title, .facet:has(bdi), .source-name, h1.unseen',
    );
    const other = parts.filter(({ name }) => !/\p{Script=Han}/u.test(name));
    expect(parts.length).toBeGreaterThan(5);
    expect(other.map(({ role, name }) => `${role} ${name}`)).toEqual([]);
    await page.close();
  });

  it('finds, saves and takes back by keys alone', async () => {
    const popup = await bench.driver.openExtensionPage('popup.html');
    await popup.waitForSelector('.scroller[aria-busy=false] .row');
    await popup.bringToFront();
    await popup.keyboard.type('rethinking gans');
    await popup.waitForFunction(
      (title) => document.querySelector('#panel-search .row-title')?.textContent === title,
      {},
      TITLE,
    );
    await press(popup, 'Control+s');
    await expect.poll(() => popup.$eval('.toast', (toast) => toast.textContent).catch(() => '')).toContain('已保存');
    await expect.poll(async () => (await listed(popup)).length).toBe(1);
    await press(popup, 'Control+z');
    await expect.poll(async () => (await listed(popup)).length).toBe(0);
    await popup.close();
  });
});
