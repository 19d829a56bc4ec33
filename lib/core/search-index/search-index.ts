/** The search index: for each word, the papers that have it. */

import type { ListedPaper, PaperId } from '../model/paper.ts';
import { halvesOf, paperIdFromHalves } from '../model/paper-id.ts';
import { type Field, fromBuffer, type IndexArrays, paperOf, sizeOf } from './index-layout.ts';
import { IndexTail, type ReadBytes } from './lazy-postings.ts';
import { abstractIn, unpackPaper } from './packed-paper.ts';
import { beginningAt, bytesAt, encodeText, textAt, textBeginsWith } from './packed-utf8.ts';
import { TermDictionary } from './term-dictionary.ts';

/** Facts about a paper that filters ask for, as bit flags. */
export const HAS_CODE = 1;
/**
 * The paper has an id in another catalogue, proven or hearsay, or the address of a page: something
 * to link to.
 */
export const HAS_LINK = 2;

/** An index over titles and abstracts. */
export class SearchIndex {
  /** How many papers there are. */
  readonly size: number;
  readonly arrays: IndexArrays;
  readonly words: TermDictionary;

  /** The part of a stored index that is read on demand. */
  private readonly tail: IndexTail | undefined;

  constructor(arrays: IndexArrays, tail?: IndexTail) {
    this.arrays = arrays;
    this.tail = tail;
    this.size = sizeOf(arrays);
    this.words = new TermDictionary(arrays.words);
  }

  /**
   * Opens the stored index of `size` bytes (see toPieces). `buffer` holds all of it, or its head;
   * `read` reads the rest on demand. Throws DamagedBuffer if it is of another version or
   * incomplete.
   */
  static fromBuffer(buffer: ArrayBuffer, size: number, read: ReadBytes): SearchIndex {
    const arrays = fromBuffer(buffer, size);
    return new SearchIndex(
      arrays,
      buffer.byteLength < size ? new IndexTail(arrays, buffer.byteLength, read) : undefined,
    );
  }

  /** Loads the postings of these words. Rejects when they can't be read. */
  async loadPostings(words: () => Iterable<number>): Promise<void> {
    if (this.tail && !this.tail.isRead) await this.tail.load(words());
  }

  /**
   * Loads all of it. Until then {@link papersWith} and others know only titles, and words that were
   * loaded. Rejects when it can't be read.
   */
  async loadAll(): Promise<void> {
    await this.tail?.loadAll();
  }

  /** The id of paper `i`. */
  idOf(i: number): PaperId {
    return paperIdFromHalves(this.arrays.ids[2 * i] as number, this.arrays.ids[2 * i + 1] as number);
  }

  /** The number of the paper with this id, or -1. Binary search. */
  numberOf(id: PaperId): number {
    const { ids } = this.arrays;
    const [high, low] = halvesOf(id);
    let [from, to] = [0, this.size];
    while (from < to) {
      const middle = (from + to) >> 1;
      const first = ids[2 * middle] as number;
      if (first < high || (first === high && (ids[2 * middle + 1] as number) < low)) from = middle + 1;
      else to = middle;
    }
    return from < this.size && ids[2 * from] === high && ids[2 * from + 1] === low ? from : -1;
  }

  /** The number of postings of a word in titles and abstracts. */
  postingsOf(word: number): number {
    const { title, abstract } = this.arrays;
    const inField = ({ starts }: Field): number => (starts[word + 1] as number) - (starts[word] as number);
    return inField(title) + inField(abstract);
  }

  /** The average number of different words in a field of a paper; 1 if there are no papers. */
  averageLength(field: Field): number {
    return (field.sum[0] as number) / this.size || 1;
  }

  /** The papers that have `word` in a field, ascending; none for -1. */
  papersWith(word: number, field: 'title' | 'abstract'): Uint32Array {
    const { starts, postings } = this.arrays[field];
    return word < 0 ? new Uint32Array() : postings.subarray(starts[word], starts[word + 1]).map(paperOf);
  }

  /** Whether a paper has `word` in its title. */
  hasInTitle(word: number, paper: number): boolean {
    return postingOf(this.arrays.title, word, paper) >= 0;
  }

  /** The folded title of paper `i`. */
  titleOf(i: number): string {
    return textAt(this.arrays.titles, i);
  }

  /** Paper `i`; undefined while papers are not loaded: then the database has to be asked. */
  paperAt(i: number): ListedPaper | undefined {
    if (!this.hasPapers) return undefined;
    return { id: this.idOf(i), ...unpackPaper(bytesAt(this.arrays.papers, i)) };
  }

  /** The abstract of paper `i`; undefined while papers are not loaded. */
  abstractAt(i: number): string | undefined {
    return this.hasPapers ? abstractIn(bytesAt(this.arrays.papers, i)) : undefined;
  }

  /** Whether the papers are loaded. */
  get hasPapers(): boolean {
    return this.tail?.isRead ?? true;
  }

  /** The papers whose folded title begins with `letters`, at least four of them. */
  titlesWithPrefix(letters: string): number[] {
    const { titles, titleBeginnings } = this.arrays;
    const wanted = encodeText(letters);
    const beginning = beginningAt(wanted, 0);
    const found: number[] = [];
    for (let i = titleBeginnings.indexOf(beginning); i >= 0; i = titleBeginnings.indexOf(beginning, i + 1)) {
      if (textBeginsWith(titles, i, wanted)) found.push(i);
    }
    return found;
  }
}

/**
 * The index of the posting of `word` for `paper`, or -1 if it doesn't have the word. Binary search.
 */
export function postingOf(field: Field, word: number, paper: number): number {
  let low = field.starts[word] as number;
  const end = field.starts[word + 1] as number;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paperOf(field.postings[middle] as number) < paper) low = middle + 1;
    else high = middle;
  }
  return low < end && paperOf(field.postings[low] as number) === paper ? low : -1;
}
