/** The export formats. A writer is loaded when it is first needed. */
import type { ExportedPaper } from './exported-paper.ts';

/** Name of a format. */
export type ExportFormat = 'bibtex' | 'ris' | 'csl' | 'markdown' | 'csv';

/** The name of a format, the same in all languages, and its files. */
export interface FormatDescription {
  format: ExportFormat;
  label: string;
  /** Ending of a file's name, without a dot. */
  ending: string;
  /** Media type. */
  type: string;
}

/** All formats. */
export const exportFormats: readonly FormatDescription[] = [
  { format: 'bibtex', label: 'BibTeX', ending: 'bib', type: 'application/x-bibtex' },
  {
    format: 'ris',
    label: 'RIS',
    ending: 'ris',
    type: 'application/x-research-info-systems',
  },
  {
    format: 'csl',
    label: 'CSL-JSON',
    ending: 'json',
    type: 'application/vnd.citationstyles.csl+json',
  },
  { format: 'markdown', label: 'Markdown', ending: 'md', type: 'text/markdown' },
  { format: 'csv', label: 'CSV', ending: 'csv', type: 'text/csv' },
];

type Write = (papers: readonly ExportedPaper[]) => string;

const writers: Record<ExportFormat, () => Promise<Write>> = {
  bibtex: async () => (await import('./bibtex.ts')).writeBibtex,
  ris: async () => (await import('./ris.ts')).writeRis,
  csl: async () => (await import('./csl.ts')).writeCsl,
  markdown: async () => (await import('./markdown.ts')).writeMarkdown,
  csv: async () => (await import('./csv.ts')).writeCsv,
};

/**
 * Writes papers in a format, in the order given. Rejects if the code for it could not be loaded.
 */
export async function writePapers(format: ExportFormat, papers: readonly ExportedPaper[]): Promise<string> {
  return (await writers[format]())(papers);
}
