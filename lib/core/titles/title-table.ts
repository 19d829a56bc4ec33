/**
 * The table that recognises titles. A title is filed under a hash of its first letters, and
 * identified by its paper id, which is a 64-bit hash of all its letters. The titles themselves are
 * not needed, so the table is small enough for every page.
 */

import type { PaperId } from '../model/paper.ts';
import { ID_SEEDS } from '../model/paper-id.ts';
import { fold } from '../text/fold.ts';
import type { FoldedText } from '../text/folded-text.ts';
import { murmur3, unitsOf } from '../text/hash.ts';
import { KEY_LETTERS, keyOf } from './title-key.ts';
import { type TitleKeys, TitlePrefilter } from './title-prefilter.ts';

/**
 * Titles with fewer words or letters are also ordinary phrases and need more proof, see
 * mention-rules.
 */
const MIN_LONG_TITLE = { words: 4, letters: 24 };

const CASE_SEED = 0x43617365;
/** Bits of the filter, for each title and at least: enough that few words pass by chance. */
const FILTER_BITS_PER_TITLE = 32;
const MIN_FILTER_BITS = 2 ** 15;

/**
 * Words per title in {@link TitleTable.records}: key, length with flag and check, two halves of the
 * id, hash of the capitals.
 */
const WORDS_PER_RECORD = 5;
/**
 * The parts of a record's second word: the number of folded letters, whether the title is short,
 * and, if it is long enough, a piece of the key of its next letters.
 */
const LENGTH_MASK = 0xffff;
const SHORT_FLAG = 0x10000;
const CHECK_SHIFT = 17;
const TWO_KEYS_LENGTH = 2 * KEY_LETTERS;
const VERSION = 6;
/** Version, number of titles, letters of the longest one, size of the alphabet. */
const HEADER_WORDS = 4;

/** A title in the table. */
export interface TitleRecord {
  /** Folded letters. */
  length: number;
  /** Whether the title is also an ordinary phrase. */
  isShort: boolean;
  /** The halves of the paper id. */
  high: number;
  low: number;
  /** {@link capitalsHash} of the title. */
  capitals: number;
}

/** Titles filed by their first letters. Immutable; safe to share between scans. */
export class TitleTable implements TitleKeys {
  /** Number of titles. */
  readonly size: number;
  /** Folded letters of the longest title. */
  readonly longest: number;
  readonly filter: Uint32Array;
  readonly shift: number;
  readonly alphabet: ReadonlySet<number>;
  private readonly bucketShift: number;
  private readonly buckets: Uint32Array;
  private readonly records: Uint32Array;
  private readonly prefilters = new Map<boolean, TitlePrefilter>();

  /**
   * @param words as {@link buildTitleTable} made them. Throws a RangeError if they are not such a
   * table.
   */
  constructor(words: Uint32Array) {
    const [version, size = 0, longest = 0, letters = 0] = words;
    const { filter, filterShift, buckets, bucketShift, records, end } = layoutFor(size);
    if (version !== VERSION || words.length !== end + letters) throw new RangeError('not a title table');
    this.size = size;
    this.filter = words.subarray(filter, buckets);
    this.shift = filterShift;
    this.bucketShift = bucketShift;
    this.buckets = words.subarray(buckets, records);
    this.records = words.subarray(records, end);
    this.alphabet = new Set(words.subarray(end));
    this.longest = longest;
  }

  /**
   * Finds where in a text its titles may begin; with `isLoose`, in text whose words run together.
   */
  prefilter(isLoose: boolean): TitlePrefilter {
    const prefilter = this.prefilters.get(isLoose) ?? new TitlePrefilter(this, isLoose);
    this.prefilters.set(isLoose, prefilter);
    return prefilter;
  }

  longestWith(key: number, next: number | undefined): number {
    let longest = 0;
    for (let i = this.firstOf(key); i >= 0 && this.records[i * WORDS_PER_RECORD] === key; i++) {
      const word = this.records[i * WORDS_PER_RECORD + 1] as number;
      const length = word & LENGTH_MASK;
      const fits = next === undefined || length < TWO_KEYS_LENGTH || word >>> CHECK_SHIFT === next >>> CHECK_SHIFT;
      if (fits && length > longest) longest = length;
    }
    return longest;
  }

  /**
   * The titles that are complete in `folded` from letter `first` on, up to a word's edge or, if
   * `isLoose`, any letter; longest first.
   */
  titlesAt(folded: FoldedText, first: number, isLoose = false): TitleRecord[] {
    if (first + KEY_LETTERS > folded.length) return [];
    const key = keyOf(folded.letters, first);
    const titles: TitleRecord[] = [];
    // Titles with the same key are adjacent.
    for (let i = this.firstOf(key); i >= 0 && this.records[i * WORDS_PER_RECORD] === key; i++) {
      if (this.matches(i, folded, first, isLoose)) titles.push(this.record(i));
    }
    return titles;
  }

  /** The first record of this key, or -1. */
  private firstOf(key: number): number {
    const bucket = key >>> this.bucketShift;
    for (let i = this.buckets[bucket] as number; i < (this.buckets[bucket + 1] as number); i++) {
      if (this.records[i * WORDS_PER_RECORD] === key) return i;
    }
    return -1;
  }

  private matches(i: number, folded: FoldedText, first: number, isLoose: boolean): boolean {
    const end = first + ((this.records[i * WORDS_PER_RECORD + 1] as number) & LENGTH_MASK);
    return (
      end <= folded.length &&
      (isLoose || folded.isEdge(end)) &&
      murmur3(folded.letters, first, end, ID_SEEDS[0]) === this.records[i * WORDS_PER_RECORD + 2] &&
      murmur3(folded.letters, first, end, ID_SEEDS[1]) === this.records[i * WORDS_PER_RECORD + 3]
    );
  }

  private record(i: number): TitleRecord {
    const [, length = 0, high = 0, low = 0, capitals = 0] = this.records.subarray(
      i * WORDS_PER_RECORD,
      (i + 1) * WORDS_PER_RECORD,
    );
    return { length: length & LENGTH_MASK, isShort: (length & SHORT_FLAG) !== 0, high, low, capitals };
  }
}

/**
 * Builds the table for these papers' titles: 20 bytes a title, 8 to 16 for the way to it, and 4 kB
 * for the filter of a small catalogue. Titles too short to recognise are left out.
 */
export function buildTitleTable(papers: Iterable<{ id: PaperId; title: string }>): Uint32Array {
  const records: number[][] = [];
  const alphabet = new Set<number>();
  for (const { id, title } of papers) {
    const letters = unitsOf(fold(title));
    if (letters.length < KEY_LETTERS || letters.length > LENGTH_MASK) continue;
    const isShort = letters.length < MIN_LONG_TITLE.letters || title.trim().split(/\s+/).length < MIN_LONG_TITLE.words;
    records.push([
      keyOf(letters),
      (letters.length | (isShort ? SHORT_FLAG : 0) | checkOf(letters)) >>> 0,
      Number.parseInt(id.slice(0, 8), 16),
      Number.parseInt(id.slice(8), 16),
      capitalsHash(title),
    ]);
    for (const letter of letters.subarray(0, TWO_KEYS_LENGTH)) alphabet.add(letter);
  }
  return pack(
    records,
    [...alphabet].sort((a, b) => a - b),
  );
}

function checkOf(letters: Uint16Array): number {
  return letters.length < TWO_KEYS_LENGTH ? 0 : (keyOf(letters, KEY_LETTERS) >>> CHECK_SHIFT) << CHECK_SHIFT;
}

/**
 * Hash of a text's letters with their capitals: equal for two spellings that differ in nothing but
 * what is between the letters.
 */
export function capitalsHash(text: string): number {
  const letters = unitsOf(text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, ''));
  return murmur3(letters, 0, letters.length, CASE_SEED);
}

/**
 * The offsets of the parts of a table, in words, and by how much hashes are shifted to choose
 * within them.
 */
interface Layout {
  filter: number;
  filterShift: number;
  buckets: number;
  bucketShift: number;
  records: number;
  end: number;
}

function layoutFor(size: number): Layout {
  const bucketBits = Math.max(1, Math.ceil(Math.log2(size + 1)));
  const filterBits = Math.ceil(Math.log2(Math.max(MIN_FILTER_BITS, size * FILTER_BITS_PER_TITLE)));
  const buckets = HEADER_WORDS + 2 ** (filterBits - 5);
  const records = buckets + 2 ** bucketBits + 1;
  return {
    filter: HEADER_WORDS,
    filterShift: 32 - filterBits,
    buckets,
    bucketShift: 32 - bucketBits,
    records,
    end: records + size * WORDS_PER_RECORD,
  };
}

function pack(records: number[][], alphabet: number[]): Uint32Array {
  const layout = layoutFor(records.length);
  const words = new Uint32Array(layout.end + alphabet.length);
  const longest = records.reduce((most, [, length = 0]) => Math.max(most, length & LENGTH_MASK), 0);
  words.set([VERSION, records.length, longest, alphabet.length]);
  words.set(alphabet, layout.end);
  for (const [key = 0] of records) {
    const bit = key >>> layout.filterShift;
    const word = layout.filter + (bit >>> 5);
    words[word] = (words[word] as number) | (1 << (bit & 31));
  }
  const sorted = records
    .map((record) => ({
      record,
      key: record[0] as number,
      bucket: (record[0] as number) >>> layout.bucketShift,
      length: (record[1] as number) & LENGTH_MASK,
    }))
    .sort((a, b) => a.bucket - b.bucket || a.key - b.key || b.length - a.length);
  // First the size of each bucket, one place further on; then the sums, which are the offsets of
  // the buckets.
  for (const { bucket } of sorted)
    words[layout.buckets + bucket + 1] = (words[layout.buckets + bucket + 1] as number) + 1;
  for (let i = layout.buckets + 1; i < layout.records; i++) words[i] = (words[i] as number) + (words[i - 1] as number);
  for (const [i, { record }] of sorted.entries()) words.set(record, layout.records + i * WORDS_PER_RECORD);
  return words;
}
