/**
 * Scores papers for words by BM25+ (Lv and Zhai, "Lower-bounding term frequency normalization",
 * CIKM 2011) with the constants and weights that MiniSearch calls k, b, d and boost: the tests hold
 * the scores to be MiniSearch's.
 */
import { countOf, type Field, paperOf } from '../search-index/index-layout.ts';
import { postingOf, type SearchIndex } from '../search-index/search-index.ts';

/** A word of the index that matches a word of the query, and its weight: 1 for the word itself. */
export interface WeightedTerm {
  word: number;
  weight: number;
  /** Matched in titles only. */
  inTitles?: true;
}

/**
 * How a word changes the set of scored papers: `or` adds those that have it; `and` drops those that
 * lack it, so that the rarest word should come first; `rescore` keeps the set.
 */
export type Effect = 'or' | 'and' | 'rescore';

/** A paper's score for a query. */
export interface ScoredPaper {
  /** The paper's number in the index. */
  paper: number;
  score: number;
  /** How many words of the query the paper has. */
  matched: number;
}

const K = 0.5;
const B = 0.5;
const D = 0.2;
const TITLE_BOOST = 1.5;
/**
 * Looking up each paper is faster than scanning postings if there are this many times more of them.
 */
const POSTINGS_PER_LOOKUP = 16;

/**
 * Reused by the next scores: otherwise megabytes of garbage per keystroke would be collected in the
 * middle of typing.
 */
let buffers = allocateBuffers(0);

/**
 * Scores papers for the words of one query, which are added one by one. Invalid once another is
 * created.
 */
export class Scores {
  private readonly index: SearchIndex;
  private readonly scores: Float64Array;
  /** For each paper, the number of the last added word that it has, from 1; 0 for none. */
  private readonly last: Uint16Array;
  private readonly matched: Uint16Array;
  private added = 0;
  /** Papers in the set, `count` of them. */
  private readonly alive: Uint32Array;
  private count = 0;

  constructor(index: SearchIndex) {
    this.index = index;
    if (buffers.alive.length !== index.size) buffers = allocateBuffers(index.size);
    const { scores, last, matched, alive } = buffers;
    this.scores = scores.fill(0);
    this.last = last.fill(0);
    this.matched = matched.fill(0);
    this.alive = alive;
  }

  /** The score of a paper; 0 if it has none. */
  scoreOf(paper: number): number {
    return this.last[paper] === this.added ? (this.scores[paper] as number) * (this.matched[paper] as number) : 0;
  }

  /** Adds a word of the query, which any of `words` matches. */
  add(words: readonly WeightedTerm[], effect: Effect): void {
    const { title, abstract } = this.index.arrays;
    // Only papers count that have the word with this number, or a later one.
    const least = { or: 0, and: this.added, rescore: 1 }[effect];
    this.added++;
    for (const { word, weight, inTitles } of words) {
      this.addIn(title, word, weight * TITLE_BOOST, least);
      if (!inTitles) this.addIn(abstract, word, weight, least);
    }
    if (effect === 'and' && least > 0) this.dropOthers();
  }

  /** Reduces the set to its `count` best papers for which `where` holds. */
  keepBest(count: number, where: (paper: number) => boolean): void {
    const { alive, last, added } = this;
    const best = this.best(count, where);
    for (let k = 0; k < this.count; k++) last[alive[k] as number] = 0;
    for (const [k, { paper }] of best.entries()) {
      alive[k] = paper;
      last[paper] = added;
    }
    this.count = best.length;
  }

  /**
   * Adds the postings of a word in a field. Common words have one for each paper, so all state is
   * in local variables.
   */
  private addIn(field: Field, word: number, weight: number, least: number): void {
    const { alive, count, last } = this;
    const { postings } = field;
    const from = field.starts[word] as number;
    const to = field.starts[word + 1] as number;
    const isLookedUp = least > 0 && count * POSTINGS_PER_LOOKUP < to - from;
    let first = from;
    // A prefix may stand for thousands of words, of which most are in no paper of the set.
    if (least > 0 && !isLookedUp)
      while (first < to && (last[paperOf(postings[first] as number)] as number) < least) first++;
    if (first === to) return;
    const factor = weight * inverseFrequency(to - from, this.index.size);
    const share = B / this.index.averageLength(field);
    if (isLookedUp) {
      for (let k = 0; k < count; k++) {
        const i = postingOf(field, word, alive[k] as number);
        if (i >= 0) this.addPostings(field, i, i + 1, factor, share, least);
      }
    } else this.addPostings(field, first, to, factor, share, least);
  }

  /** Adds postings of papers that have word number `least`, or a later one. */
  private addPostings(field: Field, from: number, to: number, factor: number, share: number, least: number): void {
    const { postings, lengths } = field;
    const { scores, last, matched, alive, added } = this;
    let alives = this.count;
    for (let i = from; i < to; i++) {
      const posting = postings[i] as number;
      const paper = paperOf(posting);
      const before = last[paper] as number;
      if (before < least) continue;
      if (before === 0) alive[alives++] = paper;
      if (before !== added) {
        last[paper] = added;
        matched[paper] = (matched[paper] as number) + 1;
      }
      const times = countOf(posting);
      const length = 1 - B + share * (lengths[paper] as number);
      scores[paper] = (scores[paper] as number) + factor * (D + (times * (K + 1)) / (times + K * length));
    }
    this.count = alives;
  }

  private dropOthers(): void {
    const { alive, last, added } = this;
    let count = 0;
    for (let k = 0; k < this.count; k++) {
      const paper = alive[k] as number;
      if (last[paper] === added) alive[count++] = paper;
    }
    this.count = count;
  }

  /**
   * The `count` best papers for which `where` holds, best first; of equal ones the earlier. A score
   * is multiplied by the number of words that the paper has.
   */
  best(count: number, where: (paper: number) => boolean): ScoredPaper[] {
    const best: ScoredPaper[] = [];
    let least = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < this.count; k++) {
      const paper = this.alive[k] as number;
      const matched = this.matched[paper] as number;
      const score = (this.scores[paper] as number) * matched;
      if (score < least || !where(paper)) continue;
      const scored = { paper, score, matched };
      let i = best.length;
      while (i > 0 && isBetter(scored, best[i - 1] as ScoredPaper)) i--;
      best.splice(i, 0, scored);
      if (best.length > count) best.pop();
      if (best.length === count) least = best[count - 1]?.score ?? least;
    }
    return best;
  }
}

function isBetter(a: ScoredPaper, b: ScoredPaper): boolean {
  return a.score > b.score || (a.score === b.score && a.paper < b.paper);
}

/** The inverse document frequency of a word that `having` of `all` papers have. */
export function inverseFrequency(having: number, all: number): number {
  return Math.log(1 + (all - having + 0.5) / (having + 0.5));
}

function allocateBuffers(papers: number) {
  return {
    scores: new Float64Array(papers),
    last: new Uint16Array(papers),
    matched: new Uint16Array(papers),
    alive: new Uint32Array(papers),
  };
}
