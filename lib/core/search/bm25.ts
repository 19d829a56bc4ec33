/**
 * Scores papers for words by BM25+ (Lv and Zhai, "Lower-bounding term frequency normalization",
 * CIKM 2011) with the constants and weights that MiniSearch calls k, b, d and boost: the tests hold
 * the scores to be MiniSearch's.
 */
import { countOf, type Field, paperOf } from '../search-index/index-layout.ts';
import { postingOf, type SearchIndex } from '../search-index/search-index.ts';

/**
 * A word of the index that stands for a word of the query, and how much it counts: 1 for the word
 * itself.
 */
export interface WeightedTerm {
  word: number;
  weight: number;
  /** It is looked for in titles alone. */
  inTitles?: true;
}

/**
 * What a word does with the papers that are scored: with `or` those that have it join them; with
 * `and` those that lack it drop out, so that the rarest word should come first; with `rescore` the
 * papers stay the same.
 */
export type Effect = 'or' | 'and' | 'rescore';

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
/**
 * Looking papers up one by one is faster than going through postings when these are so many times
 * more.
 */
const LOOK_UP = 16;

/**
 * Used again by the next scores: the megabytes of each keystroke would have to be collected, in the
 * middle of typing.
 */
let room = roomFor(0);

/**
 * Scores of papers for the words of one query, which are added one after the other. Of no use once
 * there are others.
 */
export class Scores {
  private readonly index: SearchIndex;
  private readonly scores: Float64Array;
  /** For each paper, the number of the last word added that it has, from 1; 0 for none. */
  private readonly last: Uint16Array;
  private readonly matched: Uint16Array;
  private added = 0;
  /** Papers that are still in it, `count` of them. */
  private readonly alive: Uint32Array;
  private count = 0;

  constructor(index: SearchIndex) {
    this.index = index;
    if (room.alive.length !== index.size) room = roomFor(index.size);
    const { scores, last, matched, alive } = room;
    this.scores = scores.fill(0);
    this.last = last.fill(0);
    this.matched = matched.fill(0);
    this.alive = alive;
  }

  /** The score of a paper; 0 for one that is not scored. */
  scoreOf(paper: number): number {
    return this.last[paper] === this.added ? (this.scores[paper] as number) * (this.matched[paper] as number) : 0;
  }

  /** Adds a word of the query, which any of `words` stands for. */
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

  /** Goes on with the `count` best of the papers, for which `where` holds. */
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
   * Adds the postings of a word in a field. Common words have one for each paper: all state is in
   * local variables here.
   */
  private addIn(field: Field, word: number, weight: number, least: number): void {
    const { alive, count, last } = this;
    const { postings } = field;
    const from = field.starts[word] as number;
    const to = field.starts[word + 1] as number;
    const isLookedUp = least > 0 && count * LOOK_UP < to - from;
    let first = from;
    // The beginning of a word may be that of thousands, of which most are in no paper that is still
    // in it.
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

  /** Adds postings of papers that have the word with the number `least`, or a later one. */
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
   * The `count` best papers among those for which `where` holds, best first, the earlier of two
   * alike. A paper's score counts as often as it has words of the query.
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

/** How rare a word is that `having` of `all` papers have. */
export function inverseFrequency(having: number, all: number): number {
  return Math.log(1 + (all - having + 0.5) / (having + 0.5));
}

function roomFor(papers: number) {
  return {
    scores: new Float64Array(papers),
    last: new Uint16Array(papers),
    matched: new Uint16Array(papers),
    alive: new Uint32Array(papers),
  };
}
