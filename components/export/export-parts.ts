/**
 * Parts of exported papers that can be left out: the reader's own, and abstracts, which are long.
 */
import type { ExportedPaper } from '../../lib/export/exported-paper.ts';

/** These parts. */
export const parts = [
  { part: 'notes', label: 'export.notes' },
  { part: 'tags', label: 'export.tags' },
  { part: 'abstracts', label: 'export.abstracts' },
] as const;

/** One of these parts. */
export type Part = (typeof parts)[number]['part'];

/** The papers without the parts that are not in `kept`. */
export function withParts(papers: readonly ExportedPaper[], kept: ReadonlySet<Part>): ExportedPaper[] {
  return papers.map(({ paper, entry, key }) => ({
    paper: kept.has('abstracts') ? paper : { ...paper, abstract: '' },
    entry: entry && { ...entry, note: kept.has('notes') ? entry.note : '', tags: kept.has('tags') ? entry.tags : [] },
    key,
  }));
}
