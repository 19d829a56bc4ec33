/** The menu of pages, links and selected text: looking papers up, and saving them. */
import { type Browser, browser } from 'wxt/browser';
import { limits } from '../../core/formats/format-reader.ts';
import type { PaperId } from '../../core/model/paper.ts';
import type { RecordContent } from '../../core/model/record.ts';
import { idsInAddress } from '../../core/pages/external-ids.ts';
import { selectedQuery } from '../../core/query/selected-query.ts';
import { papersNamedIn } from '../../core/titles/papers-named-in.ts';
import { paperKnownAs } from '../../db/learned.ts';
import { t } from '../../words/words.ts';
import { logError } from '../browser/error-log.ts';
import { lackable } from '../browser/lackable.ts';
import { libraryAddress } from '../browser/library-view.ts';
import { runScript } from '../browser/run-script.ts';
import { readTitleTable } from '../browser/title-table-store.ts';
import { tellOnButton } from './badge.ts';
import { saveAndTell, saveNewAndTell, savePage } from './save-from-page.ts';

const LOOK_UP = 'look-up';
const SAVE = 'save';

type Click = Browser.contextMenus.OnClickData & {
  /** In Firefox, what is written on the link. */
  linkText?: string;
};
type Tab = Browser.tabs.Tab;

/**
 * Answers the menu's entries, where the browser has menus. Call once, before anything is awaited.
 */
export function answerContextMenu(): void {
  lackable().contextMenus?.onClicked.addListener((click: Click, tab) => {
    if (click.menuItemId === LOOK_UP && click.selectionText?.trim()) lookUp(click.selectionText, tab);
    if (click.menuItemId === SAVE) save(click, tab).catch((error) => logError('background', error));
  });
}

/** Puts the entries into the menu, in place of those that the browser has kept of earlier ones. */
export async function offerContextMenu(): Promise<void> {
  const { contextMenus } = lackable();
  if (!contextMenus) return;
  await contextMenus.removeAll();
  contextMenus.create({ id: LOOK_UP, title: t('toolbar.menuLookUp'), contexts: ['selection'] });
  contextMenus.create({ id: SAVE, title: t('toolbar.menuSave'), contexts: ['page', 'link', 'selection'] });
}

/** Saves what was clicked on: a link, a selection, or else the page. */
async function save(click: Click, tab: Tab | undefined): Promise<void> {
  if (click.linkUrl !== undefined || click.selectionText?.trim()) await saveFrom(click, tab);
  else if (tab?.id !== undefined) await savePage(tab.id, tab);
}

/**
 * Saves the one paper that a link or a selection names; where there is no such paper, opens the
 * library with the text looked up.
 */
async function saveFrom(click: Click, tab: Tab | undefined): Promise<void> {
  const texts = [...(await linkTexts(click, tab)), click.selectionText ?? ''].filter((text) => text.trim());
  const paperId = (await paperNamedBy(texts)) ?? (await paperKnownAs(idsInAddress(click.linkUrl ?? '')));
  const record = paperId === undefined ? recordOfLink(click.linkUrl, texts[0]) : undefined;
  if (tab?.id !== undefined && paperId !== undefined) await saveAndTell(paperId, tab.id);
  else if (tab?.id !== undefined && record) await saveNewAndTell(record, tab.id, 'links');
  else if (texts[0] !== undefined) lookUp(texts[0], tab);
  else if (tab?.id !== undefined) await tellOnButton(tab.id, '?', t('toolbar.linkOfNone'));
}

/** Words of the shortest text of a link that may be a title, and no "PDF" or "arXiv link". */
const MIN_TITLE_WORDS = 3;

/**
 * A paper that a link leads to by its address, under what is written on it; undefined where that is
 * no title.
 */
function recordOfLink(address = '', text = ''): RecordContent | undefined {
  const ids = idsInAddress(address);
  const title = text.replace(/\s+/g, ' ').trim();
  const isTitle = title.split(' ').length >= MIN_TITLE_WORDS && title.length <= limits.title && !/^https?:/.test(title);
  if (Object.keys(ids).length === 0 || !isTitle) return undefined;
  return { title, ids, links: address.startsWith('https://') ? [address] : [] };
}

/** The paper that the first of some texts names that names one. */
async function paperNamedBy(texts: string[]): Promise<PaperId | undefined> {
  const table = await readTitleTable();
  if (!table) return undefined;
  return texts.map((text) => papersNamedIn(text, table)).find(({ length }) => length === 1)?.[0];
}

/**
 * What is written on the link, or on links to the same address: Chromium does not tell which it
 * was. Nothing of a page that is withheld.
 */
async function linkTexts({ linkText, linkUrl, frameId }: Click, tab: Tab | undefined): Promise<string[]> {
  if (linkText !== undefined || linkUrl === undefined || tab?.id === undefined || !tab.url)
    return linkText ? [linkText] : [];
  const [frame] = await runScript({
    target: { tabId: tab.id, frameIds: [frameId ?? 0] },
    // It sees nothing of this file.
    func: (address: string) =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
        .filter(({ href }) => href === address)
        .slice(0, 20)
        .map(({ textContent }) => (textContent ?? '').slice(0, 1000)),
    args: [linkUrl],
    injectImmediately: true,
  })
    // A frame that extensions may not touch.
    .catch(() => []);
  return frame?.result ?? [];
}

function lookUp(text: string, tab: Tab | undefined): void {
  void browser.tabs.create({
    url: libraryAddress({ query: selectedQuery(text) }),
    ...(tab && tab.index >= 0 && { index: tab.index + 1 }),
  });
}
