/** Merges two search indexes, so that an index grows with its catalogue and is never rebuilt. */

import type { PaperId } from '../model/paper.ts';
import { countOf, type Field, type IndexArrays, paperOf, posting, sumOf } from './index-layout.ts';
import { beginningsOf, type PackedTexts } from './packed-utf8.ts';
import { compareStrings, StringsWriter } from './packed-utf16.ts';
import { SearchIndex } from './search-index.ts';

/** Called now and then during long work, to let other tasks run. */
export type Pause = () => Promise<void>;

/** Work between two pauses, some milliseconds, in postings; and what a word counts for. */
const POSTINGS_PER_TURN = 200_000;
const POSTINGS_PER_WORD = 50;

/** The new numbers of an index's papers; {@link GONE} for those that drop out. */
type Places = Int32Array;
const GONE = -1;

/**
 * Merges two indexes. A paper in both is taken from `newer`; those in `gone` drop out of `older`.
 * Takes time linear in their sizes. Both must be fully loaded (see SearchIndex.loadAll). Awaits
 * `pause` every few milliseconds.
 */
export async function mergeIndexes(
  older: SearchIndex,
  newer: SearchIndex,
  gone: ReadonlySet<PaperId>,
  pause: Pause,
): Promise<SearchIndex> {
  const parts = placePapers(older, newer, gone);
  const { size } = parts;
  const ids = new Uint32Array(size * 2);
  const flags = new Uint8Array(size);
  for (const { arrays, places } of parts.both) {
    for (const [i, place] of places.entries()) {
      if (place === GONE) continue;
      ids[2 * place] = arrays.ids[2 * i] as number;
      ids[2 * place + 1] = arrays.ids[2 * i + 1] as number;
      flags[place] = arrays.flags[i] as number;
    }
  }
  await pause();
  const titles = mergedTexts(parts, 'titles');
  await pause();
  const papers = mergedTexts(parts, 'papers');
  await pause();
  const title = new FieldMerger(parts, 'title');
  await pause();
  const abstract = new FieldMerger(parts, 'abstract');
  await pause();
  const words = new StringsWriter(older.arrays.words, newer.arrays.words);
  let turn = 0;
  for (const [a, b] of wordPairs(older, newer)) {
    const postings = title.add(a, b) + abstract.add(a, b);
    if (postings > 0) {
      title.keep();
      abstract.keep();
      if (a >= 0) words.add(older.arrays.words, a);
      else words.add(newer.arrays.words, b);
    }
    turn += POSTINGS_PER_WORD + postings;
    if (turn < POSTINGS_PER_TURN) continue;
    turn = 0;
    await pause();
  }
  return new SearchIndex({
    ids,
    flags,
    titles,
    titleBeginnings: beginningsOf(titles),
    papers,
    words: words.done(),
    title: title.done(),
    abstract: abstract.done(),
  });
}

/** One of the two indexes, and the new numbers of its papers. */
interface Part {
  arrays: IndexArrays;
  places: Places;
}

interface Parts {
  both: [Part, Part];
  size: number;
}

/**
 * Both number their papers in the order of ids, and so does the merged one: papers of one index
 * keep their order, and postings stay sorted.
 */
function placePapers(older: SearchIndex, newer: SearchIndex, gone: ReadonlySet<PaperId>): Parts {
  const [a, b] = [new Int32Array(older.size), new Int32Array(newer.size)];
  const goneNumbers = new Set(Array.from(gone, (id) => older.numberOf(id)));
  const [idsA, idsB] = [older.arrays.ids, newer.arrays.ids];
  let [i, k, size] = [0, 0, 0];
  while (i < older.size || k < newer.size) {
    const difference = i === older.size ? 1 : k === newer.size ? -1 : compareIds(idsA, i, idsB, k);
    if (difference < 0) {
      a[i] = goneNumbers.has(i) ? GONE : size++;
      i++;
    } else {
      if (difference === 0) a[i++] = GONE;
      b[k++] = size++;
    }
  }
  return { both: [part(older, a), part(newer, b)], size };
}

function part({ arrays }: SearchIndex, places: Places): Part {
  return { arrays, places };
}

function compareIds(a: Uint32Array, i: number, b: Uint32Array, k: number): number {
  return (a[2 * i] as number) - (b[2 * k] as number) || (a[2 * i + 1] as number) - (b[2 * k + 1] as number);
}

/** The words of both in order, by their numbers in each; -1 in one that lacks the word. */
function* wordPairs(older: SearchIndex, newer: SearchIndex): Generator<[a: number, b: number]> {
  let [a, b] = [0, 0];
  while (a < older.words.size || b < newer.words.size) {
    const difference =
      a === older.words.size
        ? 1
        : b === newer.words.size
          ? -1
          : compareStrings(older.arrays.words, a, newer.arrays.words, b);
    yield difference < 0 ? [a++, -1] : difference > 0 ? [-1, b++] : [a++, b++];
  }
}

/**
 * A text of each paper, in the order of the papers. Those that stay neighbours are copied at once.
 */
function mergedTexts({ both, size }: Parts, of: 'titles' | 'papers'): PackedTexts {
  const starts = new Uint32Array(size + 1);
  for (const { arrays, places } of both) {
    const from = arrays[of].starts;
    for (let i = 0; i < places.length; i++) {
      const place = places[i] as number;
      if (place !== GONE) starts[place + 1] = (from[i + 1] as number) - (from[i] as number);
    }
  }
  for (let i = 0; i < size; i++) (starts[i + 1] as number) += starts[i] as number;
  const bytes = new Uint8Array(starts[size] as number);
  for (const { arrays, places } of both) {
    const from = arrays[of];
    for (let i = 0, end = 0; i < places.length; i = end) {
      end = i + 1;
      const place = places[i] as number;
      if (place === GONE) continue;
      while (places[end] === place + end - i) end++;
      bytes.set(from.bytes.subarray(from.starts[i], from.starts[end]), starts[place]);
    }
  }
  return { bytes, starts };
}

interface FieldPart {
  field: Field;
  places: Places;
}

/** Merges one field, word by word. */
class FieldMerger {
  private readonly parts: [FieldPart, FieldPart];
  private readonly lengths: Uint16Array;
  private readonly starts: Uint32Array;
  private readonly postings: Uint32Array;
  private words = 0;
  /** Postings written, including those of the word that was added last. */
  private written = 0;

  constructor({ both, size }: Parts, name: 'title' | 'abstract') {
    const [older, newer] = both;
    this.parts = [older, newer].map(({ arrays, places }) => ({ field: arrays[name], places })) as [
      FieldPart,
      FieldPart,
    ];
    const sum = (count: (field: Field) => number): number =>
      this.parts.reduce((all, { field }) => all + count(field), 0);
    this.lengths = new Uint16Array(size);
    for (const { field, places } of this.parts) {
      for (const [i, place] of places.entries()) if (place !== GONE) this.lengths[place] = field.lengths[i] as number;
    }
    this.starts = new Uint32Array(sum(({ starts }) => starts.length));
    this.postings = new Uint32Array(sum(({ postings }) => postings.length));
  }

  /**
   * Writes the postings of a word, given by its number in each index, and returns how many there
   * are. The word counts only once it is kept.
   */
  add(...words: [number, number]): number {
    this.written = this.starts[this.words] as number;
    const [a, b] = this.parts.map(({ field }, i) => rangeOf(field, words[i] as number)) as [Range, Range];
    let [i, k] = [a.from, b.from];
    const [partA, partB] = this.parts;
    while (i < a.to || k < b.to) {
      const postingA = i < a.to ? (partA.field.postings[i] as number) : 0;
      const postingB = k < b.to ? (partB.field.postings[k] as number) : 0;
      const placeA = i < a.to ? (partA.places[paperOf(postingA)] as number) : Number.POSITIVE_INFINITY;
      if (placeA === GONE) {
        i++;
        continue;
      }
      const placeB = k < b.to ? (partB.places[paperOf(postingB)] as number) : Number.POSITIVE_INFINITY;
      const isA = placeA < placeB;
      this.postings[this.written++] = isA ? posting(placeA, countOf(postingA)) : posting(placeB, countOf(postingB));
      if (isA) i++;
      else k++;
    }
    return this.written - (this.starts[this.words] as number);
  }

  /** Keeps the word that was added last. */
  keep(): void {
    this.starts[++this.words] = this.written;
  }

  done(): Field {
    const end = this.starts[this.words] as number;
    return {
      lengths: this.lengths,
      sum: sumOf(this.lengths),
      starts: this.starts.slice(0, this.words + 1),
      postings: end === this.postings.length ? this.postings : this.postings.slice(0, end),
    };
  }
}

interface Range {
  from: number;
  to: number;
}

function rangeOf({ starts }: Field, word: number): Range {
  return word < 0 ? { from: 0, to: 0 } : { from: starts[word] as number, to: starts[word + 1] as number };
}
