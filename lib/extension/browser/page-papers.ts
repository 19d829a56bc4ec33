/**
 * The papers that the page in a tab is about or lists, read where they stand when the reader asks.
 */
import { browser } from 'wxt/browser';
import type { RecordContent } from '../../core/model/record.ts';
import type { PagePapers } from '../../page/papers/read-page.ts';
import { runScript } from './run-script.ts';

/** A file that the browser shows as it is. */
export interface ShownFile {
  kind: 'file';
  text: string;
}

/** A page that can't be read. */
export class UnreadablePageError extends Error {
  override name = 'UnreadablePageError';
}

/** What was read in a tab, and where. */
export interface TabReading {
  address: string;
  /** Whether it is in a private window. */
  isPrivate: boolean;
  read: PagePapers | ShownFile;
}

/**
 * What the page in a tab says of papers, or the file that the tab shows. Throws
 * {@link UnreadablePageError} where it may not be read, or does not answer.
 */
export async function readTab(tabId: number): Promise<TabReading> {
  const { url: address = '', incognito: isPrivate } = await browser.tabs.get(tabId);
  // Else the browser tells no address, or has a page of its own there.
  const isWeb = /^https?:/.test(address);
  const target = { target: { tabId }, files: ['/papers.js' as const], injectImmediately: true };
  const [top] = isWeb ? await runScript(target).catch(() => []) : [];
  const read = top?.result as PagePapers | ShownFile | undefined;
  if (!read) throw new UnreadablePageError('The page can’t be read.');
  return { address, isPrivate, read };
}

/**
 * The record of the paper that the page in a tab is about; undefined where it is about none, or
 * can't be read.
 */
export async function paperInTab(tabId: number): Promise<RecordContent | undefined> {
  const { read } = await readTab(tabId).catch(() => ({ read: undefined }));
  return read?.kind === 'paper' ? read.papers[0] : undefined;
}
