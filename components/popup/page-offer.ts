/** What a page has to offer. Loaded when the reader opens “This page”. */
import { detectFormat, type Format } from '../../lib/core/formats/detect-format.ts';
import type { RecordContent } from '../../lib/core/model/record.ts';
import { readTab } from '../../lib/extension/browser/page-papers.ts';
import { countUnknown } from '../../lib/import/save-record.ts';

export { openAdding } from '../../lib/extension/browser/browser-pages.ts';
export { saveRecord } from '../../lib/import/save-record.ts';

/** The papers of a page that the reader could add or save. */
export interface PageOffer {
  kind: 'listing' | 'paper' | 'file' | 'unreadable';
  /** The number of papers on the page, and of those that are not in the catalogue. */
  count: number;
  unknown: number;
  /** Of a page about one paper only. */
  paper?: RecordContent;
}

const bibliographies: Format[] = ['bibtex', 'ris', 'csl', 'zotero', 'papermemory'];

/** Reads the page in a tab; undefined if it has no papers. Throws if it may not be read. */
export async function offerOf(tabId: number): Promise<PageOffer | undefined> {
  const { read } = await readTab(tabId);
  if (read.kind === 'file') {
    const format = detectFormat(read.text);
    return bibliographies.includes(format) ? { kind: 'file', count: 0, unknown: 0 } : undefined;
  }
  const { kind, papers, refusals, isUnreadable } = read;
  const count = papers.length + refusals.length;
  if (kind === 'none') return isUnreadable ? { kind: 'unreadable', count: 0, unknown: 0 } : undefined;
  const unknown = await countUnknown(papers);
  const [paper] = papers;
  return { kind, count, unknown, ...(kind === 'paper' && paper && { paper }) };
}
