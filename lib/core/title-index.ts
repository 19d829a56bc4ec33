/**
 * The table that recognises titles: a title is filed under a hash of its first letters and known for certain by its paper id,
 * which is a 64-bit hash of all of its letters. The titles themselves are not needed, so the table is small enough for every page.
 */
import { fold } from './fold.ts';
import type { FoldedText } from './folded-text.ts';
import { ID_SEEDS, murmur3, unitsOf } from './hash.ts';
import type { PaperId } from './paper.ts';
import { bitOf, KEY_LETTERS, type KeyFilter, keyOf } from './title-beginnings.ts';

/** Titles with fewer words or letters are also ordinary phrases and need more proof, see mention-rules. */
const LONG_TITLE = { words: 4, letters: 24 };

const CASE_SEED = 0x43617365;
/** Bits of the filter for each title, and at least: so many that few words pass by chance. A bit is an eighth of a byte. */
const FILTER_BITS = 32;
const LEAST_FILTER_BITS = 2 ** 15;

/** Words per title in {@link TitleTable.records}: prefix hash, length and flag, two halves of the id, hash of the capitals. */
const RECORD = 5;
const SHORT_FLAG = 0x10000;
const VERSION = 3;
const HEADER = 2;

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
export class TitleTable {
  /** Number of titles. */
  readonly size: number;
  /** Folded letters of the longest title. */
  readonly longest: number;
  /** The keys of all titles. */
  readonly filter: KeyFilter;
  private readonly bucketShift: number;
  private readonly buckets: Uint32Array;
  private readonly records: Uint32Array;

  /** @param words as {@link buildTitleTable} made them. Throws a RangeError if they are not such a table. */
  constructor(words: Uint32Array) {
    const [version, size = 0] = words;
    const { filter, filterShift, buckets, bucketShift, records, end } = layoutFor(size);
    if (version !== VERSION || words.length !== end) throw new RangeError('not a title table');
    this.size = size;
    this.filter = { bits: words.subarray(filter, buckets), shift: filterShift };
    this.bucketShift = bucketShift;
    this.buckets = words.subarray(buckets, records);
    this.records = words.subarray(records);
    let longest = 0;
    for (let i = 0; i < size; i++) longest = Math.max(longest, this.record(i).length);
    this.longest = longest;
  }

  /** Whether a title begins with the same {@link KEY_LETTERS} letters as `letters` from `first` on. */
  has(letters: Uint16Array, first: number): boolean {
    return this.firstOf(hashLetters(letters, first)) >= 0;
  }

  /** The titles that stand whole in `folded` from letter `first` on, up to a word's edge; longest first. */
  standingAt(folded: FoldedText, first: number): TitleRecord[] {
    if (first + KEY_LETTERS > folded.length) return [];
    const prefix = hashLetters(folded.letters, first);
    const titles: TitleRecord[] = [];
    // Titles with the same beginning stand side by side.
    for (let i = this.firstOf(prefix); i >= 0 && this.records[i * RECORD] === prefix; i++) {
      if (this.stands(i, folded, first)) titles.push(this.record(i));
    }
    return titles;
  }

  /** The first record of this prefix, or -1. */
  private firstOf(prefix: number): number {
    const bucket = prefix >>> this.bucketShift;
    for (let i = this.buckets[bucket] as number; i < (this.buckets[bucket + 1] as number); i++) {
      if (this.records[i * RECORD] === prefix) return i;
    }
    return -1;
  }

  private stands(i: number, folded: FoldedText, first: number): boolean {
    const end = first + ((this.records[i * RECORD + 1] as number) & 0xffff);
    return (
      end <= folded.length &&
      folded.isEdge(end) &&
      murmur3(folded.letters, first, end, ID_SEEDS[0]) === this.records[i * RECORD + 2] &&
      murmur3(folded.letters, first, end, ID_SEEDS[1]) === this.records[i * RECORD + 3]
    );
  }

  private record(i: number): TitleRecord {
    const [, length = 0, high = 0, low = 0, capitals = 0] = this.records.subarray(i * RECORD, (i + 1) * RECORD);
    return { length: length & 0xffff, isShort: (length & SHORT_FLAG) !== 0, high, low, capitals };
  }
}

/** Builds the table for these papers' titles: 20 bytes a title, 8 to 16 for the way to it, and 4 kB for the filter of a small catalogue. Titles too short to recognise are left out. */
export function buildTitleTable(papers: Iterable<{ id: PaperId; title: string }>): Uint32Array {
  const records: number[][] = [];
  const keys: number[] = [];
  for (const { id, title } of papers) {
    const letters = unitsOf(fold(title));
    if (letters.length < KEY_LETTERS || letters.length > 0xffff) continue;
    const isShort = letters.length < LONG_TITLE.letters || title.trim().split(/\s+/).length < LONG_TITLE.words;
    keys.push(keyOf(letters));
    records.push([
      hashLetters(letters, 0),
      letters.length | (isShort ? SHORT_FLAG : 0),
      Number.parseInt(id.slice(0, 8), 16),
      Number.parseInt(id.slice(8), 16),
      capitalsHash(title),
    ]);
  }
  return pack(records, keys);
}

/** Hash of a text's letters with their capitals: equal for two spellings that differ in nothing but what is between the letters. */
export function capitalsHash(text: string): number {
  const letters = unitsOf(text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, ''));
  return murmur3(letters, 0, letters.length, CASE_SEED);
}

/** FNV-1a over UTF-16 units with a last round that spreads to the high bits, which choose the bucket. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashLetters(letters: Uint16Array, start: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < start + KEY_LETTERS; i++) hash = Math.imul(hash ^ (letters[i] as number), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 0;
}

/** Where the parts of a table begin, in words, and by how much hashes are shifted to choose within them. */
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
  const filterBits = Math.ceil(Math.log2(Math.max(LEAST_FILTER_BITS, size * FILTER_BITS)));
  const buckets = HEADER + 2 ** (filterBits - 5);
  const records = buckets + 2 ** bucketBits + 1;
  return {
    filter: HEADER,
    filterShift: 32 - filterBits,
    buckets,
    bucketShift: 32 - bucketBits,
    records,
    end: records + size * RECORD,
  };
}

function pack(records: number[][], keys: number[]): Uint32Array {
  const layout = layoutFor(records.length);
  const words = new Uint32Array(layout.end);
  words.set([VERSION, records.length]);
  for (const key of keys) {
    const bit = bitOf(key, layout.filterShift);
    const word = layout.filter + (bit >>> 5);
    words[word] = (words[word] as number) | (1 << (bit & 31));
  }
  const sorted = records
    .map((record) => ({
      record,
      prefix: record[0] as number,
      bucket: (record[0] as number) >>> layout.bucketShift,
      length: (record[1] as number) & 0xffff,
    }))
    .sort((a, b) => a.bucket - b.bucket || a.prefix - b.prefix || b.length - a.length);
  // First the size of each bucket, one place further on; then the sums, which are the places where buckets begin.
  for (const { bucket } of sorted)
    words[layout.buckets + bucket + 1] = (words[layout.buckets + bucket + 1] as number) + 1;
  for (let i = layout.buckets + 1; i < layout.records; i++) words[i] = (words[i] as number) + (words[i - 1] as number);
  for (const [i, { record }] of sorted.entries()) words.set(record, layout.records + i * RECORD);
  return words;
}
