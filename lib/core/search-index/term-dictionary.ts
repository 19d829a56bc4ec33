/**
 * The words of an index, sorted by UTF-16 units, and three ways to look them up: exactly, by
 * prefix, and fuzzily.
 */
import { CREDIT_MARK } from './credit-terms.ts';
import { beginsWith, type PackedStrings, stringAt } from './packed-utf16.ts';

/** A word similar to the one that was asked for. */
export interface NearTerm {
  /** Its number. */
  word: number;
  distance: number;
}

/** Sorted, distinct words, numbered in this order. */
export class TermDictionary {
  /** How many words there are. */
  readonly size: number;
  private readonly words: PackedStrings;

  constructor(words: PackedStrings) {
    this.words = words;
    this.size = words.starts.length - 1;
  }

  /** The word with this number. */
  termAt(word: number): string {
    return stringAt(this.words, word);
  }

  /** The number of `word`, or -1. */
  find(word: string): number {
    const i = this.lowerBound(word);
    return i < this.size && this.lengthOf(i) === word.length && beginsWith(this.words, i, word) ? i : -1;
  }

  /** The range of words that begin with `beginning`: the first, and the one after the last. */
  prefixRange(beginning: string): [from: number, to: number] {
    const from = this.lowerBound(beginning);
    return [from, this.endOfBranch(from, beginning)];
  }

  /**
   * The words within `maxDistance` edits of `word`: letters missing, added, wrong, or swapped with
   * their neighbour (optimal string alignment, the restricted Damerau-Levenshtein distance). Walks
   * the sorted words as a trie: rows of the distance matrix are reused for the prefix shared with
   * the word before, and a prefix that is too far away is skipped with all its words. With `field`,
   * the words of that field of creditFields.
   */
  fuzzy(word: string, maxDistance: number, field = ''): NearTerm[] {
    const found: NearTerm[] = [];
    const columns = word.length + 1;
    const rows = new Uint8Array(columns * (word.length + maxDistance + 2));
    for (let j = 0; j < columns; j++) rows[j] = j;
    let before = '';
    const [first, end] = field === '' ? [0, this.lowerBound(CREDIT_MARK)] : this.prefixRange(field);
    for (let i = first; i < end; ) {
      const candidate = this.termAt(i).slice(field.length);
      let depth = sharedLength(before, candidate);
      let isFar = false;
      while (depth < candidate.length && !isFar) {
        depth++;
        isFar = depth > word.length + maxDistance || fillRow(rows, columns, depth, candidate, word) > maxDistance;
      }
      before = candidate.slice(0, depth);
      if (isFar) i = this.endOfBranch(i, field + before);
      else {
        const distance = rows[depth * columns + word.length] as number;
        if (distance <= maxDistance) found.push({ word: i, distance });
        i++;
      }
    }
    return found;
  }

  /** The number of letters of the word with this number. */
  lengthOf(i: number): number {
    return (this.words.starts[i + 1] as number) - (this.words.starts[i] as number);
  }

  /** The first word that is not less than `word`. */
  private lowerBound(word: string): number {
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(middle, word) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * The first word from `from` on that does not begin with `beginning`; those that do are adjacent.
   * Gallops, because branches are short.
   */
  private endOfBranch(from: number, beginning: string): number {
    let step = 1;
    let low = from;
    while (low + step < this.size && beginsWith(this.words, low + step, beginning)) {
      low += step;
      step *= 2;
    }
    let high = Math.min(this.size, low + step);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (beginsWith(this.words, middle, beginning)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private compare(i: number, word: string): number {
    const { units, starts } = this.words;
    const start = starts[i] as number;
    const length = this.lengthOf(i);
    for (let k = 0; k < length && k < word.length; k++) {
      const difference = (units[start + k] as number) - word.charCodeAt(k);
      if (difference !== 0) return difference;
    }
    return length - word.length;
  }
}

/**
 * Fills row `depth` of the matrix for the letter of `candidate` before it; returns the row's
 * minimum.
 */
function fillRow(rows: Uint8Array, columns: number, depth: number, candidate: string, word: string): number {
  const row = depth * columns;
  const above = row - columns;
  const letter = candidate.charCodeAt(depth - 1);
  let least = depth;
  rows[row] = depth;
  for (let j = 1; j < columns; j++) {
    const isSame = letter === word.charCodeAt(j - 1);
    let distance = Math.min(
      (rows[above + j - 1] as number) + (isSame ? 0 : 1),
      (rows[above + j] as number) + 1,
      (rows[row + j - 1] as number) + 1,
    );
    const isSwap =
      depth > 1 &&
      j > 1 &&
      letter === word.charCodeAt(j - 2) &&
      candidate.charCodeAt(depth - 2) === word.charCodeAt(j - 1);
    if (isSwap) distance = Math.min(distance, (rows[above - columns + j - 2] as number) + 1);
    rows[row + j] = distance;
    if (distance < least) least = distance;
  }
  return least;
}

function sharedLength(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i;
}
