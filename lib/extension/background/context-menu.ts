/** The context menu of pages, links and selected text: looks papers up, and saves them. */
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
import { libraryAddress } from '../browser/library-view.ts';
import { optionalApis } from '../browser/optional-apis.ts';
import { runScript } from '../browser/run-script.ts';
import { readTitleTable } from '../browser/title-table-store.ts';
import { showOnButton } from './badge.ts';
import { saveAndReport, saveNewAndReport, savePage } from './save-from-page.ts';

const LOOK_UP_ID = 'look-up';
const SAVE_ID = 'save';

type Click = Browser.contextMenus.OnClickData & {
  /** The link's text, in Firefox only. */
  linkText?: string;
};
type Tab = Browser.tabs.Tab;

/**
 * Handles clicks on the menu items, if the browser has menus. Call once, before anything is
 * awaited.
 */
export function answerContextMenu(): void {
  optionalApis().contextMenus?.onClicked.addListener((click: Click, tab) => {
    if (click.menuItemId === LOOK_UP_ID && click.selectionText?.trim()) lookUp(click.selectionText, tab);
    if (click.menuItemId === SAVE_ID) save(click, tab).catch((error) => logError('background', error));
  });
}

/** Creates the menu items, in place of earlier ones that the browser has kept. */
export async function createContextMenu(): Promise<void> {
  const { contextMenus } = optionalApis();
  if (!contextMenus) return;
  await contextMenus.removeAll();
  contextMenus.create({ id: LOOK_UP_ID, title: t('toolbar.menuLookUp'), contexts: ['selection'] });
  contextMenus.create({ id: SAVE_ID, title: t('toolbar.menuSave'), contexts: ['page', 'link', 'selection'] });
}

/** Saves what was clicked on: a link, a selection, or else the page. */
async function save(click: Click, tab: Tab | undefined): Promise<void> {
  if (click.linkUrl !== undefined || click.selectionText?.trim()) await saveFrom(click, tab);
  else if (tab?.id !== undefined) await savePage(tab.id, tab);
}

/**
 * Saves the one paper that a link or a selection names; if there is none, looks the text up in the
 * library.
 */
async function saveFrom(click: Click, tab: Tab | undefined): Promise<void> {
  const texts = [...(await linkTexts(click, tab)), click.selectionText ?? ''].filter((text) => text.trim());
  const paperId = (await paperNamedBy(texts)) ?? (await paperKnownAs(idsInAddress(click.linkUrl ?? '')));
  const record = paperId === undefined ? recordOfLink(click.linkUrl, texts[0]) : undefined;
  if (tab?.id !== undefined && paperId !== undefined) await saveAndReport(paperId, tab.id);
  else if (tab?.id !== undefined && record) await saveNewAndReport(record, tab.id, 'links');
  else if (texts[0] !== undefined) lookUp(texts[0], tab);
  else if (tab?.id !== undefined) await showOnButton(tab.id, '?', t('toolbar.linkOfNone'));
}

/** A link's text with fewer words is not a title, but a label such as "arXiv link". */
const MIN_TITLE_WORDS = 3;

/**
 * The paper at a link's address, with the link's text as title; undefined if that can't be a title.
 */
function recordOfLink(address = '', text = ''): RecordContent | undefined {
  const ids = idsInAddress(address);
  const title = text.replace(/\s+/g, ' ').trim();
  const isTitle = title.split(' ').length >= MIN_TITLE_WORDS && title.length <= limits.title && !/^https?:/.test(title);
  if (Object.keys(ids).length === 0 || !isTitle) return undefined;
  return { title, ids, links: address.startsWith('https://') ? [address] : [] };
}

/** The paper named by the first text that names exactly one. */
async function paperNamedBy(texts: string[]): Promise<PaperId | undefined> {
  const table = await readTitleTable();
  if (!table) return undefined;
  return texts.map((text) => papersNamedIn(text, table)).find(({ length }) => length === 1)?.[0];
}

/**
 * The text of the link, or of all links to the same address: Chromium does not say which one was
 * clicked. Empty for a withheld page.
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
    // The frame may be closed to extensions.
    .catch(() => []);
  return frame?.result ?? [];
}

function lookUp(text: string, tab: Tab | undefined): void {
  void browser.tabs.create({
    url: libraryAddress({ query: selectedQuery(text) }),
    ...(tab && tab.index >= 0 && { index: tab.index + 1 }),
  });
}
