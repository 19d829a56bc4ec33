/** Reads the records of a file, whatever its format and encoding. */
import Papa from 'papaparse';
import { readBibtex } from '../core/formats/bibtex-reader.ts';
import { detectFormat, type Format } from '../core/formats/detect-format.ts';
import { readDigestText } from '../core/formats/digest-text-reader.ts';
import type { Finding, FormatReader } from '../core/formats/format-reader.ts';
import { readJson } from '../core/formats/json-reader.ts';
import { readMarkdown } from '../core/formats/markdown-reader.ts';
import { readRis } from '../core/formats/ris-reader.ts';
import { TableReader } from '../core/formats/table-reader.ts';
import { decodeText, type Encoding, encodingsToTry, HEAD_BYTES } from './decode-file.ts';

/** The largest file that is read. */
const MAX_FILE_BYTES = 500_000_000;

/** Why a file can't be read. The interface has the words for it. */
export type FileProblem = 'empty' | 'too-large' | 'not-text' | 'html' | 'unknown-format';

/** A file that can't be read at all. */
export class UnreadableFileError extends Error {
  override name = 'UnreadableFileError';
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(`The file can't be read: ${problem}.`);
    this.problem = problem;
  }
}

/** What a file turned out to be. */
export interface FileKind {
  format: Format;
  encoding: Encoding;
}

/** Takes the findings of a file, some at a time. */
export type Take = (findings: readonly Finding[]) => void;

/**
 * Reads `file` into what `makeTake` returns, which is called again if reading starts over in
 * another encoding. `read` gets the number of bytes read. Throws {@link UnreadableFileError}, and
 * errors of reading.
 */
export async function readFile(file: Blob, makeTake: () => Take, read: (bytes: number) => void): Promise<FileKind> {
  if (file.size === 0) throw new UnreadableFileError('empty');
  if (file.size > MAX_FILE_BYTES) throw new UnreadableFileError('too-large');
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const encodings = tryEncodings(head);
  for (const encoding of encodings) {
    const format = formatOf(new TextDecoder(encoding).decode(head));
    const [take, reader] = [makeTake(), readerFor(format)];
    try {
      for await (const text of decodeText(file, encoding, read)) take(reader.read(text));
      take(reader.end());
      return { format, encoding };
    } catch (error) {
      // A TypeError says that the bytes are not in this encoding.
      if (!(error instanceof TypeError) || encoding === encodings.at(-1)) throw error;
    }
  }
  throw new UnreadableFileError('not-text');
}

function tryEncodings(head: Uint8Array): Encoding[] {
  try {
    return encodingsToTry(head);
  } catch {
    throw new UnreadableFileError('not-text');
  }
}

function formatOf(head: string): Format {
  const format = detectFormat(head);
  if (format === 'html') throw new UnreadableFileError(format);
  if (format === 'unknown') throw new UnreadableFileError('unknown-format');
  return format;
}

function readerFor(format: Format): FormatReader {
  if (format === 'bibtex') return readBibtex();
  if (format === 'ris') return readRis();
  if (format === 'table') return readCsv();
  if (format === 'markdown') return readMarkdown();
  if (format === 'digest') return readDigestText();
  return readJson(format as 'csl');
}

const DELIMITERS = [',', ';', '\t'] as const;

/**
 * The delimiter of the header, whose cells are short words: other cells may have several values,
 * separated by something else.
 */
function delimiterOf(text: string): string {
  const [heads = ''] = text.replace(/^\uFEFF?\s*/, '').split(/\r\n|\r|\n/, 1);
  const plain = heads.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => plain.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] as string;
}

/** Reads rows with papaparse, which takes quotation marks and line ends of any kind. */
function readCsv(): FormatReader {
  let text = '';
  return {
    // Quoted cells span lines, so rows can be split only when everything has come.
    read(piece) {
      text += piece;
      return [];
    },
    end() {
      const found: Finding[] = [];
      const table = new TableReader();
      let [line, counted] = [1, 0];
      Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
        delimiter: delimiterOf(text),
        step({ data, meta }) {
          found.push(...table.row(data, line));
          for (; counted < meta.cursor; counted++) if (text.charCodeAt(counted) === 10) line++;
        },
      });
      return found;
    },
  };
}
