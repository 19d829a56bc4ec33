/**
 * What of a stored index is read when it is needed: of 100,000 papers, nine tenths of its bytes.
 */
import type { IndexArrays } from './index-layout.ts';

/** Reads bytes of the stored index, from one offset to another. */
export type ReadBytes = (from: number, to: number) => Promise<ArrayBuffer>;

/**
 * Postings that are read along where they lie between two that are asked for: reading twice takes
 * longer.
 */
const GAP = 32_768;
const POSTING = Uint32Array.BYTES_PER_ELEMENT;

/** The postings of abstracts and the papers of an index of which the head was read. */
export class IndexTail {
  /** Whether all of it is here. */
  isRead = false;
  private readonly arrays: IndexArrays;
  /** Where the postings begin, in bytes; the papers come after them. */
  private readonly head: number;
  private readonly read: ReadBytes;
  /** 1 for each word whose postings are here. */
  private readonly isHere: Uint8Array;
  private all: Promise<void> | undefined;

  constructor(arrays: IndexArrays, head: number, read: ReadBytes) {
    this.arrays = arrays;
    this.head = head;
    this.read = read;
    this.isHere = new Uint8Array(arrays.words.starts.length - 1);
  }

  /** Loads the postings of these words. Rejects when they can't be read. */
  async load(words: Iterable<number>): Promise<void> {
    const missing = [...new Set(words)].filter((word) => this.isHere[word] === 0).sort((a, b) => a - b);
    const { starts } = this.arrays.abstract;
    const reading: Promise<void>[] = [];
    for (let i = 0; i < missing.length; ) {
      const first = missing[i] as number;
      let last = first;
      while (++i < missing.length && (starts[missing[i] as number] as number) - (starts[last + 1] as number) <= GAP) {
        last = missing[i] as number;
      }
      reading.push(this.readWords(first, last + 1));
    }
    await Promise.all(reading);
  }

  /** Loads all of it. Rejects when it can't be read; it can be tried again then. */
  loadAll(): Promise<void> {
    this.all ??= this.readAll().catch((error) => {
      this.all = undefined;
      throw error;
    });
    return this.all;
  }

  private async readWords(first: number, end: number): Promise<void> {
    const { starts, postings } = this.arrays.abstract;
    const [from, to] = [starts[first] as number, starts[end] as number];
    if (to > from)
      postings.set(new Uint32Array(await this.read(this.head + from * POSTING, this.head + to * POSTING)), from);
    this.isHere.fill(1, first, end);
  }

  /** Read one after the other, so that there is only one that keys wait beside. */
  private async readAll(): Promise<void> {
    const { abstract, papers } = this.arrays;
    const middle = this.head + abstract.postings.byteLength;
    // Postings first: any query needs them, and papers only one of several words, which takes
    // longer to type.
    abstract.postings = new Uint32Array(await this.read(this.head, middle));
    this.isHere.fill(1);
    papers.bytes = new Uint8Array(await this.read(middle, middle + (papers.starts.at(-1) as number)));
    this.isRead = true;
  }
}
