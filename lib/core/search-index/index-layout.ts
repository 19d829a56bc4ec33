/** What a search index is made of: typed arrays, and the file in which they are stored. */
import { DamagedBuffer, type Packable, packArrays, packedSize, unpackArrays } from './packed-arrays.ts';
import type { PackedTexts } from './packed-utf8.ts';
import type { PackedStrings } from './packed-utf16.ts';

/**
 * Changes whenever the arrays or the folding of words change: an index of another version is built
 * anew.
 */
const VERSION = 9;

/**
 * One searched field of the papers: an inverted index. Papers are numbered in the order of their
 * ids.
 */
export interface Field {
  /** For each paper, how many different words its field has. */
  lengths: Uint16Array;
  /**
   * One number: the sum of the lengths. Of 100,000 papers, adding them up takes as long as a
   * search.
   */
  sum: Uint32Array;
  /** For each word and the end, where its postings begin. */
  starts: Uint32Array;
  /** For each word the papers that have it, ascending, each with how often: see {@link posting}. */
  postings: Uint32Array;
}

/** The arrays of an index. */
export interface IndexArrays {
  /** Two halves of each paper's id, ascending. */
  ids: Uint32Array;
  /** For each paper what filters ask for. */
  flags: Uint8Array;
  /** Folded titles of the papers. */
  titles: PackedTexts;
  /**
   * Their first bytes, as `beginningsOf` gives them: a popup that opens has no time to look for
   * them.
   */
  titleBeginnings: Uint32Array;
  /** The words, sorted, and after them the terms of authors, venues and years: see creditTerms. */
  words: PackedStrings;
  /** The inverted index of the titles. */
  title: Field;
  /** The inverted index of the abstracts, and of who wrote papers, where and when. */
  abstract: Field;
  /**
   * The papers themselves, without their ids: what lists show of them, and what ranks them. See
   * packPaper.
   */
  papers: PackedTexts;
}

const FIELD = ['u16', 'u32', 'u32'] as const;
const LAYOUT = ['u32', 'u8', 'u32', 'u8', 'u32', 'u32', 'u16', ...FIELD, 'u32', ...FIELD, 'u32', 'u32', 'u8'] as const;

/**
 * Bits of a posting that say how often the word stands there. The rest, for the paper's number, is
 * enough for sixteen million papers.
 */
const COUNT_BITS = 8;
const MAX_COUNTED = 2 ** COUNT_BITS - 1;

/** A paper that has a word so many times; so many as fit, where they are more. */
export function posting(paper: number, count: number): number {
  return ((paper << COUNT_BITS) | Math.min(count, MAX_COUNTED)) >>> 0;
}

/** The sum of a field's lengths, as it is kept. */
export function sumOf(lengths: Uint16Array): Uint32Array {
  return Uint32Array.of(lengths.reduce((sum, length) => sum + length, 0));
}

/** The paper of a posting. */
export function paperOf(posting: number): number {
  return posting >>> COUNT_BITS;
}

/** How often the word of a posting stands in its paper. */
export function countOf(posting: number): number {
  return posting & MAX_COUNTED;
}

/** How many papers there are. */
export function sizeOf({ ids }: IndexArrays): number {
  return ids.length / 2;
}

/**
 * What to store of an index, piece after piece. The first `head` bytes of it are needed for any
 * search; the rest is postings of abstracts, and papers.
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
 * The arrays that {@link toPieces} gave, without copying them. Where `buffer` is only the head of
 * `size` bytes, the postings of abstracts are zero, and the papers empty. Throws DamagedBuffer if
 * it is another or not whole.
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

/** Whether every list of a head has the length that others say it has. */
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
