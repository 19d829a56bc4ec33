/** The menu of links and of selected text: looking papers up, and saving them. */
import { type Browser, browser } from 'wxt/browser';
import { idsInAddress } from '../core/known-ids.ts';
import { papersNamedIn } from '../core/named-papers.ts';
import type { PaperId } from '../core/paper.ts';
import { selectedQuery } from '../core/selected-query.ts';
import { paperKnownAs } from '../db/catalogue.ts';
import { tellOnButton } from './badge.ts';
import { libraryAddress } from './library-view.ts';
import { saveAndTell } from './save-from-page.ts';
import { readTitleTable } from './title-table-store.ts';

const LOOK_UP = 'look-up';
const SAVE = 'save';

type Click = Browser.contextMenus.OnClickData & {
  /** In Firefox, what is written on the link. */
  linkText?: string;
};
type Tab = Browser.tabs.Tab;

/** Answers the menu's entries. Call once, before anything is awaited. */
export function answerContextMenu(): void {
  browser.contextMenus.onClicked.addListener((click: Click, tab) => {
    if (click.menuItemId === LOOK_UP && click.selectionText?.trim()) lookUp(click.selectionText, tab);
    if (click.menuItemId === SAVE) void saveFrom(click, tab).catch(() => {});
  });
}

/** Puts the entries into the menu; the browser keeps them until the next install or update. */
export async function offerContextMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: LOOK_UP, title: 'Look up in Paperlight', contexts: ['selection'] });
  browser.contextMenus.create({ id: SAVE, title: 'Save to Paperlight', contexts: ['link', 'selection'] });
}

/** Saves the one paper that a link or a selection names; where there is no such paper, opens the library with the text looked up. */
async function saveFrom(click: Click, tab: Tab | undefined): Promise<void> {
  const texts = [...(await linkTexts(click, tab)), click.selectionText ?? ''].filter((text) => text.trim());
  const paperId = (await paperNamedBy(texts)) ?? (await paperKnownAs(idsInAddress(click.linkUrl ?? '')));
  if (tab?.id !== undefined && paperId !== undefined) await saveAndTell(paperId, tab.id);
  else if (texts[0] !== undefined) lookUp(texts[0], tab);
  else if (tab?.id !== undefined) await tellOnButton(tab.id, '?', 'The link names no paper of the catalogue.');
}

/** The paper that the first of some texts names that names one. */
async function paperNamedBy(texts: string[]): Promise<PaperId | undefined> {
  const table = await readTitleTable();
  if (!table) return undefined;
  return texts.map((text) => papersNamedIn(text, table)).find(({ length }) => length === 1)?.[0];
}

/** What is written on the link, or on links to the same address: Chromium does not tell which it was. */
async function linkTexts({ linkText, linkUrl, frameId }: Click, tab: Tab | undefined): Promise<string[]> {
  if (linkText !== undefined || linkUrl === undefined || tab?.id === undefined) return linkText ? [linkText] : [];
  const [frame] = await browser.scripting
    .executeScript({
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
