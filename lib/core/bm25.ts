/**
 * Scores papers for words by BM25+ (Lv and Zhai, "Lower-bounding term frequency normalization", CIKM 2011) with the constants and
 * weights that MiniSearch calls k, b, d and boost: the tests hold the scores to be MiniSearch's.
 */
import type { Field, SearchIndex } from './search-index.ts';
import { postingOf } from './search-index.ts';

/** A word of the index that stands for a word of the query, and how much it counts: 1 for the word itself. */
export interface WeightedWord {
  word: number;
  weight: number;
}

/** A paper's answer to a query. */
export interface ScoredPaper {
  /** The paper's number in the index. */
  paper: number;
  score: number;
  /** Words of the query that the paper has. */
  matched: number;
}

const K = 0.5;
const B = 0.5;
const D = 0.2;
const TITLE_BOOST = 1.5;
/** Looking papers up one by one is faster than going through postings when these are so many times more. */
const LOOK_UP = 16;

/** Scores of papers for the words of one query, which are added one after the other. */
export class Scores {
  private readonly index: SearchIndex;
  private readonly scores: Float64Array;
  /** For each paper, the number of the last word added that it has, from 1; 0 for none. */
  private readonly last: Uint16Array;
  private readonly matched: Uint16Array;
  private added = 0;
  private alive: number[] = [];
  private readonly fields: { field: Field; boost: number; averageLength: number }[];

  constructor(index: SearchIndex) {
    this.index = index;
    this.scores = new Float64Array(index.size);
    this.last = new Uint16Array(index.size);
    this.matched = new Uint16Array(index.size);
    this.fields = [
      { field: index.arrays.title, boost: TITLE_BOOST, averageLength: averageOf(index.arrays.title.lengths) },
      { field: index.arrays.abstract, boost: 1, averageLength: averageOf(index.arrays.abstract.lengths) },
    ];
  }

  /**
   * Adds a word of the query, which any of `words` stands for. With `all`, papers that lack it drop out: give the rarest word first.
   */
  add(words: readonly WeightedWord[], all: boolean): void {
    const narrows = all && this.added > 0;
    this.added++;
    for (const { word, weight } of words) {
      for (const { field, boost, averageLength } of this.fields) {
        const from = field.starts[word] as number;
        const to = field.starts[word + 1] as number;
        if (from === to) continue;
        const factor = weight * boost * inverseFrequency(to - from, this.index.size);
        const addPosting = (i: number): void => {
          const paper = field.papers[i] as number;
          if (narrows && (this.last[paper] as number) < this.added - 1) return;
          const length = 1 - B + (B * (field.lengths[paper] as number)) / averageLength;
          const count = field.counts[i] as number;
          this.take(paper, factor * (D + (count * (K + 1)) / (count + K * length)));
        };
        if (narrows && this.alive.length * LOOK_UP < to - from) {
          for (const paper of this.alive) {
            const i = postingOf(field, word, paper);
            if (i >= 0) addPosting(i);
          }
        } else for (let i = from; i < to; i++) addPosting(i);
      }
    }
    if (narrows) this.alive = this.alive.filter((paper) => this.last[paper] === this.added);
  }

  private take(paper: number, score: number): void {
    if (this.last[paper] === 0) this.alive.push(paper);
    if (this.last[paper] !== this.added) {
      this.last[paper] = this.added;
      (this.matched[paper] as number)++;
    }
    this.scores[paper] = (this.scores[paper] as number) + score;
  }

  /**
   * The `count` best papers among those for which `where` holds, best first, the earlier of two alike.
   * A paper's score counts as often as it has words of the query.
   */
  best(count: number, where: (paper: number) => boolean): ScoredPaper[] {
    const best: ScoredPaper[] = [];
    for (const paper of this.alive) {
      const matched = this.matched[paper] as number;
      const score = (this.scores[paper] as number) * matched;
      const worst = best.at(-1);
      if (worst && best.length === count && !isBetter({ paper, score }, worst)) continue;
      if (!where(paper)) continue;
      if (best.length === count) best.pop();
      let i = best.length;
      while (i > 0 && isBetter({ paper, score }, best[i - 1] as ScoredPaper)) i--;
      best.splice(i, 0, { paper, score, matched });
    }
    return best;
  }
}

type Ranked = Pick<ScoredPaper, 'paper' | 'score'>;

function isBetter(a: Ranked, b: Ranked): boolean {
  return a.score > b.score || (a.score === b.score && a.paper < b.paper);
}

/** How rare a word is that `having` of `all` papers have. */
export function inverseFrequency(having: number, all: number): number {
  return Math.log(1 + (all - having + 0.5) / (having + 0.5));
}

function averageOf(lengths: Uint16Array): number {
  let sum = 0;
  for (const length of lengths) sum += length;
  return sum / Math.max(1, lengths.length);
}
