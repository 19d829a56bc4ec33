/** The layout of a search index: typed arrays, and the file in which they are stored. */
import { DamagedBuffer, type Packable, packArrays, packedSize, unpackArrays } from './packed-arrays.ts';
import type { PackedTexts } from './packed-utf8.ts';
import type { PackedStrings } from './packed-utf16.ts';

/**
 * Change it whenever the arrays or the folding of words change: an index of another version is
 * rebuilt.
 */
const VERSION = 9;

/** The inverted index of one field. Papers are numbered in the order of their ids. */
export interface Field {
  /** For each paper, the number of different words in the field. */
  lengths: Uint16Array;
  /**
   * One number: the sum of the lengths. Adding up those of 100,000 papers takes as long as a
   * search.
   */
  sum: Uint32Array;
  /** For each word, where its postings begin; and the end. */
  starts: Uint32Array;
  /** For each word its papers, ascending, each with a count: see {@link posting}. */
  postings: Uint32Array;
}

/** The arrays of an index. */
export interface IndexArrays {
  /** The two halves of each paper's id, ascending. */
  ids: Uint32Array;
  /** For each paper, the flags that filters ask for. */
  flags: Uint8Array;
  /** Folded titles of the papers. */
  titles: PackedTexts;
  /** Their first bytes, from `beginningsOf`: an opening popup has no time to collect them. */
  titleBeginnings: Uint32Array;
  /** The words, sorted, and after them the terms of authors, venues and years: see creditTerms. */
  words: PackedStrings;
  /** The inverted index of the titles. */
  title: Field;
  /** The inverted index of the abstracts, with the terms of authors, venues and years. */
  abstract: Field;
  /** The papers without their ids: what lists show of them, and what ranks them. See packPaper. */
  papers: PackedTexts;
}

const FIELD = ['u16', 'u32', 'u32'] as const;
const LAYOUT = ['u32', 'u8', 'u32', 'u8', 'u32', 'u32', 'u16', ...FIELD, 'u32', ...FIELD, 'u32', 'u32', 'u8'] as const;

/**
 * Bits of a posting for the count of the word. The rest is the paper's number, enough for sixteen
 * million papers.
 */
const COUNT_BITS = 8;
const MAX_COUNT = 2 ** COUNT_BITS - 1;

/** A paper and how often it has the word, up to the largest count that fits. */
export function posting(paper: number, count: number): number {
  return ((paper << COUNT_BITS) | Math.min(count, MAX_COUNT)) >>> 0;
}

/** The sum of a field's lengths, as stored. */
export function sumOf(lengths: Uint16Array): Uint32Array {
  return Uint32Array.of(lengths.reduce((sum, length) => sum + length, 0));
}

/** The paper of a posting. */
export function paperOf(posting: number): number {
  return posting >>> COUNT_BITS;
}

/** How often the word of a posting occurs in its paper. */
export function countOf(posting: number): number {
  return posting & MAX_COUNT;
}

/** How many papers there are. */
export function sizeOf({ ids }: IndexArrays): number {
  return ids.length / 2;
}

/**
 * The pieces of an index to store, in order. Any search needs the first `head` bytes; the rest are
 * the postings of abstracts, and papers.
 */
export function toPieces(arrays: IndexArrays): { pieces: Packable[]; head: number } {
  const { ids, flags, titles, titleBeginnings, words, title, abstract, papers } = arrays;
  const tail = [abstract.postings, papers.bytes];
  const first = [
    ...[ids, flags, titles.starts, titles.bytes, titleBeginnings, words.starts, words.units],
    ...[title.lengths, title.sum, title.starts, title.postings],
    ...[abstract.lengths, abstract.sum, abstract.starts, papers.starts],
  ];
  const pieces = packArrays([...first, ...tail], VERSION);
  const size = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return { pieces, head: size - packedSize(tail) };
}

/**
 * The arrays that {@link toPieces} wrote, without copying them. If `buffer` is only the head of
 * `size` bytes, the postings of abstracts are zero, and there are no papers. Throws DamagedBuffer
 * if the buffer is of another version or incomplete.
 */
export function fromBuffer(buffer: ArrayBuffer, size = buffer.byteLength): IndexArrays {
  const unpacked = unpackArrays(buffer, VERSION, LAYOUT, size);
  const [ids, flags, titleStarts, titleBytes, titleBeginnings, wordStarts, wordUnits, ...fields] = unpacked.arrays;
  const [tLengths, tSum, tStarts, tPostings, aLengths, aSum, aStarts, paperStarts, aPostings, paperBytes] = fields;
  const arrays: IndexArrays = {
    ids,
    flags,
    titles: { starts: titleStarts, bytes: titleBytes },
    titleBeginnings,
    words: { starts: wordStarts, units: wordUnits },
    title: { lengths: tLengths, sum: tSum, starts: tStarts, postings: tPostings },
    abstract: { lengths: aLengths, sum: aSum, starts: aStarts, postings: aPostings },
    papers: { starts: paperStarts, bytes: paperBytes },
  };
  const [postings, bytes] = unpacked.lengths.slice(-2) as [number, number];
  const isTailAnnounced = aStarts.at(-1) === postings && paperStarts.at(-1) === bytes;
  if (!isTailAnnounced || !fits(arrays)) throw new DamagedBuffer('lengths do not fit');
  if (buffer.byteLength < size) arrays.abstract.postings = new Uint32Array(postings);
  return arrays;
}

/** Whether the lengths of a head's arrays agree. */
function fits(arrays: IndexArrays): boolean {
  const { ids, flags, titles, titleBeginnings, words, title, abstract, papers } = arrays;
  const size = sizeOf(arrays);
  const fitsWords = ({ lengths, sum, starts }: Field): boolean =>
    lengths.length === size && sum.length === 1 && starts.length === words.starts.length;
  return (
    ids.length % 2 === 0 &&
    flags.length === size &&
    titleBeginnings.length === size &&
    words.starts.length > 0 &&
    words.starts.at(-1) === words.units.length &&
    [titles, papers].every(({ starts }) => starts.length === size + 1) &&
    titles.starts.at(-1) === titles.bytes.length &&
    [title, abstract].every(fitsWords) &&
    title.starts.at(-1) === title.postings.length
  );
}
