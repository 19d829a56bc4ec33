/**
 * What of exported papers is left out: what the reader made, for a file that others read, and what
 * makes it long.
 */
import type { ExportedPaper } from '../../lib/export/exported-paper.ts';

/** What can be left out. */
export const parts = [
  { part: 'notes', label: 'export.notes' },
  { part: 'tags', label: 'export.tags' },
  { part: 'abstracts', label: 'export.abstracts' },
] as const;

/** One of them. */
export type Part = (typeof parts)[number]['part'];

/** The papers without what is not among `kept`. */
export function withParts(papers: readonly ExportedPaper[], kept: ReadonlySet<Part>): ExportedPaper[] {
  return papers.map(({ paper, entry, key }) => ({
    paper: kept.has('abstracts') ? paper : { ...paper, abstract: '' },
    entry: entry && { ...entry, note: kept.has('notes') ? entry.note : '', tags: kept.has('tags') ? entry.tags : [] },
    key,
  }));
}
