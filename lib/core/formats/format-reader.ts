/** What the readers of all formats share: text goes in chunk by chunk, and findings come out. */
import type { ReadingStatus } from '../model/entry.ts';
import type { RecordContent } from '../model/record.ts';

/** What a file says of one paper. Its source and place are known to the caller. */
export type FileRecord = RecordContent;

/** What the user of another program made of a paper. It is taken only on request. */
export interface ReaderData {
  note?: string;
  status?: ReadingStatus;
  tags?: string[];
}

/**
 * Why an entry is refused. `unclosed`, `title-unclosed`: a missing brace or quotation mark.
 * `endless`: it has no end. `no-title-of-its-own`: the title is not separate from the rest.
 * `no-title-column`: the table has no column of titles. `too-many`: the import is full.
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
 * Something found in a file. Lines are counted from 1. `isCut` says that a field was too long and
 * was truncated.
 */
export type Finding =
  | { kind: 'record'; line: number; record: FileRecord; own?: ReaderData; isCut?: true }
  /** An entry without a title that is not about a paper: a volume, a note, an attachment. */
  | { kind: 'untitled'; line: number }
  /** An entry that can't be read. `text` is how it begins. */
  | { kind: 'refusal'; line: number; reason: RefusalReason; text: string }
  /** Lines between entries that say nothing of a paper. */
  | { kind: 'skipped'; line: number; lines: number };

/**
 * Reads one file of one format. One bad entry costs one entry: no text makes a reader throw, or
 * take more than linear time.
 */
export interface FormatReader {
  /** Takes the next chunk of the text, cut anywhere, and returns what it completes. */
  read(text: string): Finding[];
  /** Returns the rest. Nothing is read after that. */
  end(): Finding[];
}

/** Maximum lengths in UTF-16 units, and maximum items of lists. */
export const limits = { entry: 1_000_000, title: 1_000, field: 100_000, authors: 1_000, keywords: 200 } as const;

/** Marks a record of which a field is truncated. */
export function cutOf(fields: Iterable<unknown>): { isCut?: true } {
  for (const field of fields) if (typeof field === 'string' && field.length > limits.field) return { isCut: true };
  return {};
}

/** Characters of an entry that a refusal shows. */
const MAX_SHOWN_LENGTH = 80;

/** Refuses an entry: why, and where it is. */
export function refusal(line: number, reason: RefusalReason, text: string): Finding {
  return { kind: 'refusal', line, reason, text: text.slice(0, MAX_SHOWN_LENGTH).replace(/\s+/g, ' ').trim() };
}

/** Normalises line endings in a text that comes in chunks. */
export class LineEnds {
  private isAfterReturn = false;

  /** The chunk with `\n` at the end of each of its lines. */
  normalize(text: string): string {
    if (text === '') return '';
    const joined = this.isAfterReturn && text.startsWith('\n') ? text.slice(1) : text;
    this.isAfterReturn = text.endsWith('\r');
    return joined.includes('\r') ? joined.replace(/\r\n?/g, '\n') : joined;
  }
}
