/** Papers to export: the bundled ones, and such as nobody would wish for. */
import fc from 'fast-check';
import { bundleDigests } from '../../../lib/build/bundled-digests.ts';
import { blankEntry } from '../../../lib/core/entry.ts';
import type { Paper, ReadingListEntry } from '../../../lib/core/paper.ts';
import { paperIdOf } from '../../../lib/core/paper-id.ts';
import { citationKeys } from '../../../lib/export/citation-keys.ts';
import type { ExportedPaper } from '../../../lib/export/exported-paper.ts';

/** The bundled papers. */
export const bundledPapers: Paper[] = bundleDigests('seeds').catalogue.papers;

/** A paper with this title and whatever else is given. */
export function paperOf(title: string, rest: Partial<Paper> = {}): Paper {
  return { id: paperIdOf(title), title, abstract: '', digestIds: [], codeLinks: [], ...rest };
}

/** An entry of the reading list. */
export function entryOf(change: Partial<ReadingListEntry> = {}): ReadingListEntry {
  return { ...blankEntry('0000000000000000'), addedAt: Date.UTC(2026, 0, 2), deletedAt: null, ...change };
}

/** Papers with their keys. */
export function exported(papers: readonly Paper[], entry?: ReadingListEntry): ExportedPaper[] {
  const keys = citationKeys(papers);
  return papers.map((paper) => ({ paper, entry, key: keys.get(paper.id) as string }));
}

const pieces = [
  ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)),
  ...'éßñαΩ∞ℓ“”–—×你😀Łø',
  ...['\\textbf{', '^{2}', '_{ij}', '{{', '}}', '```', "''", '$x$', '%', '&amp;', '<i>', '</i>', '<!--', '@misc{a,'],
  ...['ER  - ', 'TI  - x', '- [ ] ', '[a](b)', '![', '=1+1', '+1', '-1', '@SUM(1)', "'=", ';', ',', '"', '""', '\\'],
];

/** Text full of what formats use for themselves. */
export const nastyText = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 30 })
  .map((all) => all.join(''));

/** The same, over several lines. */
export const nastyLines = fc
  .array(nastyText, { maxLength: 4 })
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\n\n').map((end) => lines.join(end)));

/** What is left of a text where lines and runs of spaces don't count. */
export function plain(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
