/**
 * Papers related to another: the cosine of their rarest words' tf-idf weights (Salton and Buckley,
 * 1988), from the posting lists.
 */

import type { PaperId } from '../model/paper.ts';
import { countWords, type IndexedPaper } from '../search-index/build-index.ts';
import { countOf, paperOf } from '../search-index/index-layout.ts';
import { postingOf, type SearchIndex } from '../search-index/search-index.ts';
import { inverseFrequency } from './bm25.ts';

/**
 * Words of a paper that are compared, the most telling first. More make it slower, and hardly
 * better.
 */
const MAX_COMPARED_WORDS = 30;
/** Postings that are scanned, at most: as many as a search scans at 100,000 papers. */
const MAX_POSTINGS = 200_000;
/** A word in the title counts as much as this many in the abstract. */
const TITLE_WEIGHT = 3;
/** Shared words that are named in a result. */
const MAX_SHARED_WORDS = 6;

/** A paper related to another. */
export interface RelatedPaper {
  id: PaperId;
  /** Folded words that both have, the most telling first. */
  words: string[];
}

interface TellingWord {
  word: number;
  weight: number;
  rarity: number;
  postings: number;
}

/**
 * The `limit` papers of the index most related to `paper`, best first, without itself. Rejects when
 * the index can't be read.
 */
export async function relatedTo(index: SearchIndex, paper: IndexedPaper, limit: number): Promise<RelatedPaper[]> {
  const { title, abstract } = index.arrays;
  const own = index.numberOf(paper.id);
  const words = tellingWords(index, paper);
  await index.loadPostings(() => words.map(({ word }) => word));
  const nearness = new Float64Array(index.size);
  const others: number[] = [];
  for (const { word, weight, rarity } of words) {
    for (const [field, times] of [[title, TITLE_WEIGHT] as const, [abstract, 1] as const]) {
      const to = field.starts[word + 1] as number;
      for (let i = field.starts[word] as number; i < to; i++) {
        const posting = field.postings[i] as number;
        const other = paperOf(posting);
        if (nearness[other] === 0) others.push(other);
        (nearness[other] as number) += weight * rarity * dampenedCount(times * countOf(posting));
      }
    }
  }
  const nearest: { other: number; near: number }[] = [];
  for (const other of others) {
    const length = (title.lengths[other] as number) + (abstract.lengths[other] as number);
    const near = (nearness[other] as number) / Math.sqrt(length);
    const last = nearest.at(-1);
    if (last && nearest.length === limit && near <= last.near) continue;
    if (other === own) continue;
    if (nearest.length === limit) nearest.pop();
    const place = nearest.findIndex((each) => each.near < near);
    nearest.splice(place < 0 ? nearest.length : place, 0, { other, near });
  }
  return nearest.map(({ other }) => ({ id: index.idOf(other), words: sharedWords(index, words, other) }));
}

/** The rarest words of a paper that another has too, the most telling first. */
function tellingWords(index: SearchIndex, { title, abstract }: IndexedPaper): TellingWord[] {
  const inTitle = countWords(title).counts;
  const inAbstract = countWords(abstract).counts;
  const telling: TellingWord[] = [];
  for (const form of new Set([...inTitle.keys(), ...inAbstract.keys()])) {
    const word = index.words.find(form);
    if (word < 0 || form.length < 3) continue;
    const postings = index.postingsOf(word);
    if (postings < 2) continue;
    const rarity = inverseFrequency(Math.min(postings, index.size), index.size);
    const count = Math.min(255, TITLE_WEIGHT * (inTitle.get(form) ?? 0) + (inAbstract.get(form) ?? 0));
    telling.push({ word, weight: dampenedCount(count) * rarity, rarity, postings });
  }
  telling.sort((a, b) => b.weight * b.rarity - a.weight * a.rarity);
  let sum = 0;
  return telling.slice(0, MAX_COMPARED_WORDS).filter(({ postings }) => {
    if (sum + postings > MAX_POSTINGS) return false;
    sum += postings;
    return true;
  });
}

function sharedWords(index: SearchIndex, words: readonly TellingWord[], paper: number): string[] {
  const { title, abstract } = index.arrays;
  return words
    .filter(({ word }) => postingOf(title, word, paper) >= 0 || postingOf(abstract, word, paper) >= 0)
    .slice(0, MAX_SHARED_WORDS)
    .map(({ word }) => index.words.termAt(word));
}

/** Precomputed, because every posting needs one. */
const logarithms = Float64Array.from({ length: 255 * TITLE_WEIGHT + 1 }, (_, i) => Math.log(i));

/** Ten occurrences of a word tell more than one, but not ten times as much. */
function dampenedCount(count: number): number {
  return 1 + (logarithms[count] as number);
}
