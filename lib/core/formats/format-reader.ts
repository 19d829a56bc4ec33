/**
 * What the readers of all formats have in common: text goes in piece by piece, and what was found
 * in it comes out.
 */
import type { ReadingStatus } from '../model/entry.ts';
import type { RecordContent } from '../model/record.ts';

/** What a file says of one paper; its source and place are known to whoever reads it. */
export type FileRecord = RecordContent;

/**
 * What the reader of another program has made of a paper. Nothing of it is taken unless it is asked
 * for.
 */
export interface ReaderData {
  note?: string;
  status?: ReadingStatus;
  tags?: string[];
}

/**
 * Why an entry is not taken: a brace or a quotation mark is not closed, or the title's; it has no
 * end, is nested too deeply, or is no JSON; it is too long, perhaps for want of an end; its title
 * is too long, missing, or not apart from the rest; its table has no column of titles; an import
 * takes no more.
 */
export type RefusalReason =
  | 'unclosed'
  | 'title-unclosed'
  | 'endless'
  | 'too-deep'
  | 'no-json'
  | 'too-long'
  | 'too-long-and-endless'
  | 'long-title'
  | 'no-title'
  | 'no-title-of-its-own'
  | 'no-title-column'
  | 'too-many';

/**
 * Something that was found in a file. Lines are counted from 1. Of a record that is cut a field was
 * longer than any that is taken.
 */
export type Finding =
  | { kind: 'record'; line: number; record: FileRecord; own?: ReaderData; isCut?: true }
  /** An entry that has no title, and is none of a paper: a volume, a note, an attachment. */
  | { kind: 'untitled'; line: number }
  /** An entry that can't be read. `text` is how it begins. */
  | { kind: 'refusal'; line: number; reason: RefusalReason; text: string }
  /** Lines between entries that say nothing of a paper. */
  | { kind: 'skipped'; line: number; lines: number };

/**
 * Reads one file of one format. One bad entry costs one entry, and nothing that is in a text makes
 * a reader throw or take more time than in proportion to its length.
 */
export interface FormatReader {
  /** Takes the next piece of the text, cut anywhere, and gives what it completes. */
  read(text: string): Finding[];
  /** Gives the rest. Nothing is read after that. */
  end(): Finding[];
}

/** The longest that are taken, in UTF-16 units. */
export const limits = { entry: 1_000_000, title: 1_000, field: 100_000, authors: 1_000, keywords: 200 } as const;

/** Says of a record whether one of its fields was cut. */
export function cutOf(fields: Iterable<unknown>): { isCut?: true } {
  for (const field of fields) if (typeof field === 'string' && field.length > limits.field) return { isCut: true };
  return {};
}

/** Characters of an entry that a refusal shows. */
const SHOWN_LENGTH = 80;

/** Why an entry is not taken, and where it stands. */
export function refusal(line: number, reason: RefusalReason, text: string): Finding {
  return { kind: 'refusal', line, reason, text: text.slice(0, SHOWN_LENGTH).replace(/\s+/g, ' ').trim() };
}

/** Makes all ends of lines the same, in a text that comes in pieces. */
export class LineEnds {
  private isAfterReturn = false;

  /** The piece with `\n` at the end of each of its lines. */
  normalize(text: string): string {
    if (text === '') return '';
    const joined = this.isAfterReturn && text.startsWith('\n') ? text.slice(1) : text;
    this.isAfterReturn = text.endsWith('\r');
    return joined.includes('\r') ? joined.replace(/\r\n?/g, '\n') : joined;
  }
}
