/**
 * The table that recognises titles: a title is filed under a hash of its first letters and known for certain by its paper id,
 * which is a 64-bit hash of all of its letters. The titles themselves are not needed, so the table is small enough for every page.
 */
import { fold } from './fold.ts';
import { murmur3, unitsOf } from './hash.ts';
import type { PaperId } from './paper.ts';

/** Letters of a title that are looked up at the start of every word. Titles with fewer are never marked. */
export const PREFIX_LETTERS = 12;

/** Titles with fewer words or letters are also ordinary phrases and need more proof, see mention-rules. */
const LONG_TITLE = { words: 4, letters: 24 };

const CASE_SEED = 0x43617365;
/** Words per title in {@link TitleTable.records}: prefix hash, length and flag, two halves of the id, hash of the capitals. */
const RECORD = 5;
const SHORT_FLAG = 0x10000;
const VERSION = 1;
const HEADER = 3;

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
  private readonly shift: number;
  private readonly buckets: Uint32Array;
  private readonly records: Uint32Array;

  /** @param words as {@link buildTitleTable} made them. Throws a RangeError if they are not such a table. */
  constructor(words: Uint32Array) {
    const [version, size = 0, bits = 0] = words;
    const bucketsEnd = HEADER + 2 ** bits + 1;
    if (version !== VERSION || words.length !== bucketsEnd + size * RECORD) throw new RangeError('not a title table');
    this.size = size;
    this.shift = 32 - bits;
    this.buckets = words.subarray(HEADER, bucketsEnd);
    this.records = words.subarray(bucketsEnd);
    let longest = 0;
    for (let i = 0; i < size; i++) longest = Math.max(longest, this.record(i).length);
    this.longest = longest;
  }

  /** Calls `visit` with each title whose first letters hash to `prefix`, longest first. */
  lookUp(prefix: number, visit: (title: TitleRecord) => void): void {
    const bucket = bucketOf(prefix, this.shift);
    const end = this.buckets[bucket + 1] as number;
    for (let i = this.buckets[bucket] as number; i < end; i++) {
      if (this.records[i * RECORD] === prefix) visit(this.record(i));
    }
  }

  private record(i: number): TitleRecord {
    const [, length = 0, high = 0, low = 0, capitals = 0] = this.records.subarray(i * RECORD, (i + 1) * RECORD);
    return { length: length & 0xffff, isShort: (length & SHORT_FLAG) !== 0, high, low, capitals };
  }
}

/** Builds the table for these papers' titles: 20 bytes a title and 4 to 8 for the way to it. Titles too short to recognise are left out. */
export function buildTitleTable(papers: Iterable<{ id: PaperId; title: string }>): Uint32Array {
  const records: number[][] = [];
  for (const { id, title } of papers) {
    const letters = unitsOf(fold(title));
    if (letters.length < PREFIX_LETTERS || letters.length > 0xffff) continue;
    const isShort = letters.length < LONG_TITLE.letters || title.trim().split(/\s+/).length < LONG_TITLE.words;
    records.push([
      hashPrefix(letters),
      letters.length | (isShort ? SHORT_FLAG : 0),
      Number.parseInt(id.slice(0, 8), 16),
      Number.parseInt(id.slice(8), 16),
      capitalsHash(title),
    ]);
  }
  return pack(records);
}

/** Hash of a text's letters with their capitals: equal for two spellings that differ in nothing but what is between the letters. */
export function capitalsHash(text: string): number {
  const letters = unitsOf(text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, ''));
  return murmur3(letters, 0, letters.length, CASE_SEED);
}

/** Base of the polynomial hash of a prefix (Rabin–Karp), odd so that multiplication modulo 2^32 loses nothing. */
export const PREFIX_BASE = 0x9e3779b1;

function hashPrefix(letters: Uint16Array): number {
  let hash = 0;
  for (let i = 0; i < PREFIX_LETTERS; i++) hash = (Math.imul(hash, PREFIX_BASE) + (letters[i] as number)) | 0;
  return hash >>> 0;
}

function bucketOf(prefix: number, shift: number): number {
  // Fibonacci hashing: the high bits depend on all of the prefix. Shifting by 32 would shift by none.
  return shift === 32 ? 0 : Math.imul(prefix, 0x9e3779b1) >>> shift;
}

function pack(records: number[][]): Uint32Array {
  const bits = records.length === 0 ? 0 : Math.ceil(Math.log2(records.length));
  const shift = 32 - bits;
  const sizes = new Uint32Array(2 ** bits);
  const sorted = records
    .map((record) => ({ record, bucket: bucketOf(record[0] as number, shift), length: (record[1] as number) & 0xffff }))
    .sort((a, b) => a.bucket - b.bucket || b.length - a.length);
  for (const { bucket } of sorted) sizes[bucket] = (sizes[bucket] as number) + 1;
  const words = new Uint32Array(HEADER + sizes.length + 1 + records.length * RECORD);
  words.set([VERSION, records.length, bits]);
  let begin = 0;
  sizes.forEach((size, bucket) => {
    words[HEADER + bucket] = begin;
    begin += size;
  });
  words[HEADER + sizes.length] = begin;
  sorted.forEach(({ record }, i) => words.set(record, HEADER + sizes.length + 1 + i * RECORD));
  return words;
}
