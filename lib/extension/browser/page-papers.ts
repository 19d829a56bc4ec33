/** Reads the papers that the page in a tab is about or lists, when the reader asks. */
import { browser } from 'wxt/browser';
import type { RecordContent } from '../../core/model/record.ts';
import type { PagePapers } from '../../page/papers/read-page.ts';
import { runScript } from './run-script.ts';

/** A file that the browser shows as text. */
export interface ShownFile {
  kind: 'file';
  text: string;
}

/** A page that can't be read. */
export class UnreadablePageError extends Error {
  override name = 'UnreadablePageError';
}

/** What was read in a tab. */
export interface TabReading {
  address: string;
  /** Whether the tab is in a private window. */
  isPrivate: boolean;
  read: PagePapers | ShownFile;
}

/**
 * Reads the papers of the page in a tab, or the file that it shows. Throws {@link
 * UnreadablePageError} if it may not be read, or does not answer.
 */
export async function readTab(tabId: number): Promise<TabReading> {
  const { url: address = '', incognito: isPrivate } = await browser.tabs.get(tabId);
  // Otherwise the address is withheld, or the page is one of the browser's own.
  const isWeb = /^https?:/.test(address);
  const target = { target: { tabId }, files: ['/papers.js' as const], injectImmediately: true };
  const [top] = isWeb ? await runScript(target).catch(() => []) : [];
  const read = top?.result as PagePapers | ShownFile | undefined;
  if (!read) throw new UnreadablePageError('The page can’t be read.');
  return { address, isPrivate, read };
}

/**
 * The record of the paper that the page in a tab is about; undefined if there is none or the page
 * can't be read.
 */
export async function paperInTab(tabId: number): Promise<RecordContent | undefined> {
  const { read } = await readTab(tabId).catch(() => ({ read: undefined }));
  return read?.kind === 'paper' ? read.papers[0] : undefined;
}
