/** Messages between the page and the import worker. */
import type { RefusalReason } from '../core/formats/format-reader.ts';
import type { Difference } from '../core/import/differences.ts';
import type { PaperId } from '../core/model/paper.ts';
import type { Credited, RecordContent } from '../core/model/record.ts';
import type { KeptSource } from '../db/sources.ts';
import type { FileKind, FileProblem } from './read-file.ts';

/** The lists of a preview. */
export type PreviewList = 'new' | 'have' | 'doubtful' | 'unreadable';

/** A paper in a preview. */
export interface PreviewPaper {
  paperId: PaperId;
  title: string;
  /** The fields of its byline. */
  credits: Credited;
  gains: ('abstract' | 'link')[];
}

/** Two papers that may be one. */
export interface PreviewDoubt {
  /** Its index among the doubts, for {@link ToImporter}. */
  index: number;
  paper: PreviewPaper;
  other: PreviewPaper;
  /** Whether the other one is in the catalogue, and not of this import too. */
  isCatalogued: boolean;
  /** The fields in which they differ. */
  differs: Difference[];
  /** The reader's decision. */
  is: 'same' | 'another';
}

/** An entry that can't be read. */
export interface Refusal {
  /** Where it begins, from 1; 0 in a page. */
  line: number;
  reason: RefusalReason;
  /** How it begins. */
  text: string;
}

/** Part of a list of a preview. */
export interface PreviewPart {
  papers: PreviewPaper[];
  doubts: PreviewDoubt[];
  refusals: Refusal[];
}

/** How the same file, imported before, differs. */
export interface Reimport {
  addedAt: number;
  newSince: number;
  changed: number;
  gone: number;
}

/** What was read from a page, in place of a file. */
export interface PageToImport {
  /** Proposed name of the source. */
  name: string;
  /**
   * Address of the page without query and fragment, or name of the file in which it was saved;
   * absent for private windows.
   */
  origin?: string;
  papers: RecordContent[];
  /** Entries that can't be read, and how they begin. */
  refusals: { reason: RefusalReason; text: string }[];
  /** Address of a .bib of the whole volume, where the page offers one. */
  volumeBib?: string;
}

/** The bytes of files; pages have been read already. */
export function bytesOf(files: readonly (File | PageToImport)[]): number {
  return files.reduce((sum, file) => sum + (file instanceof File ? file.size : 0), 0);
}

/** A file of an import, or a page. */
export interface PreviewFile {
  name: string;
  /** What it is; `problem` is set instead if none of it can be read. */
  kind?: FileKind;
  problem?: FileProblem;
  reimport?: Reimport;
  volumeBib?: string;
  /** Words of the file with letters beyond ASCII, if its encoding was guessed. */
  guessed?: string[];
}

/** An import as it would be. */
export interface Preview {
  files: PreviewFile[];
  counts: Record<PreviewList, number>;
  /** Papers of the catalogue that gain something. */
  gaining: number;
  untitled: number;
  /** Entries with a truncated field. */
  cut: number;
  /** Lines that are not about a paper. */
  skipped: number;
  /** Proposed name of the source. */
  name: string;
  hasKeywords: boolean;
  hasReaderData: boolean;
}

/** What the reader chose. */
export interface ImportChoices {
  name: string;
  leftOut: PaperId[];
  toReadingList: boolean;
  keywordsAsTags: boolean;
  readerData: boolean;
}

/** From the page to the worker. */
export type ToImporter =
  | { type: 'read'; files: (File | PageToImport)[] }
  | { type: 'list'; list: PreviewList; from: number; count: number }
  | { type: 'decide'; index: number | 'all'; is: 'same' | 'another' }
  | { type: 'add'; choices: ImportChoices };

/** From the worker to the page. */
export type FromImporter =
  | { type: 'reading'; bytes: number; total: number; found: number }
  | { type: 'preview'; preview: Preview }
  | { type: 'part'; list: PreviewList; from: number; part: PreviewPart }
  | { type: 'writing'; written: number }
  | { type: 'added'; added: Added }
  | { type: 'failed'; name: string; message: string };

/** What an import has done. */
export interface Added {
  /** Papers that are new. */
  count: number;
  sourceIds: string[];
  /** Sources that it replaced, as they were. */
  replaced?: KeptSource[];
  /** The journal record of its change to the reading list. */
  journalId?: number;
}
