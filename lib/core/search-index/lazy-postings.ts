/**
 * The parts of a stored index that are read on demand: at 100,000 papers, nine tenths of its bytes.
 */
import type { IndexArrays } from './index-layout.ts';

/** Reads bytes of the stored index, from one offset to another. */
export type ReadBytes = (from: number, to: number) => Promise<ArrayBuffer>;

/** Bytes between two wanted ranges of postings that are read along: a second read takes longer. */
const MAX_GAP_BYTES = 32_768;
const POSTING_BYTES = Uint32Array.BYTES_PER_ELEMENT;

/** The tail of an index of which the head was read: postings of abstracts, and papers. */
export class IndexTail {
  /** Whether all of it is loaded. */
  isRead = false;
  private readonly arrays: IndexArrays;
  /** Offset of the postings in bytes; the papers come after them. */
  private readonly head: number;
  private readonly read: ReadBytes;
  /** 1 for each word whose postings are loaded. */
  private readonly isLoaded: Uint8Array;
  private all: Promise<void> | undefined;

  constructor(arrays: IndexArrays, head: number, read: ReadBytes) {
    this.arrays = arrays;
    this.head = head;
    this.read = read;
    this.isLoaded = new Uint8Array(arrays.words.starts.length - 1);
  }

  /** Loads the postings of these words. Rejects when they can't be read. */
  async load(words: Iterable<number>): Promise<void> {
    const missing = [...new Set(words)].filter((word) => this.isLoaded[word] === 0).sort((a, b) => a - b);
    const { starts } = this.arrays.abstract;
    const reading: Promise<void>[] = [];
    for (let i = 0; i < missing.length; ) {
      const first = missing[i] as number;
      let last = first;
      while (
        ++i < missing.length &&
        (starts[missing[i] as number] as number) - (starts[last + 1] as number) <= MAX_GAP_BYTES
      ) {
        last = missing[i] as number;
      }
      reading.push(this.readWords(first, last + 1));
    }
    await Promise.all(reading);
  }

  /** Loads all of it. Rejects when it can't be read, after which it can be tried again. */
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
      postings.set(
        new Uint32Array(await this.read(this.head + from * POSTING_BYTES, this.head + to * POSTING_BYTES)),
        from,
      );
    this.isLoaded.fill(1, first, end);
  }

  /** One read after the other, so that keystrokes never wait for more than one. */
  private async readAll(): Promise<void> {
    const { abstract, papers } = this.arrays;
    const middle = this.head + abstract.postings.byteLength;
    // Postings first: all queries need them, and papers are needed only for several words, which
    // take longer to type.
    abstract.postings = new Uint32Array(await this.read(this.head, middle));
    this.isLoaded.fill(1);
    papers.bytes = new Uint8Array(await this.read(middle, middle + (papers.starts.at(-1) as number)));
    this.isRead = true;
  }
}
