/** Builds search indexes. */

import type { Paper } from '../model/paper.ts';
import { halvesOf } from '../model/paper-id.ts';
import { formsOf, titleLetters, wordsOf } from '../text/words.ts';
import { creditTerms } from './credit-terms.ts';
import { type Field, posting, sumOf } from './index-layout.ts';
import { packPaper } from './packed-paper.ts';
import { beginningsOf, packTexts } from './packed-utf8.ts';
import { packStrings } from './packed-utf16.ts';
import { HAS_CODE, HAS_LINK, SearchIndex } from './search-index.ts';

/** The indexed fields of a paper. */
export type IndexedPaper = Pick<Paper, 'id' | 'title' | 'abstract'> &
  Partial<
    Pick<Paper, 'digestIds' | 'codeLinks' | 'known' | 'learned' | 'links' | 'authors' | 'year' | 'venue' | 'shortVenue'>
  >;

/**
 * Builds the index of `papers` in memory. For many papers, build indexes of some hundreds each and
 * merge them. Of two papers with one id the last counts.
 */
export function indexPapers(papers: Iterable<IndexedPaper>): SearchIndex {
  const distinct = new Map(Array.from(papers, (paper) => [paper.id, paper]));
  const all = [...distinct.values()].sort((a, b) => byUnits(a.id, b.id));
  const fields = [
    invert(all.map(({ title }) => title)),
    invert(
      all.map(({ abstract }) => abstract),
      (paper) => creditTerms(all[paper] as IndexedPaper),
    ),
  ];
  const words = [...new Set(fields.flatMap(({ postings }) => [...postings.keys()]))].sort(byUnits);
  const [title, abstract] = fields.map((field) => toField(field, words)) as [Field, Field];
  const titles = packTexts(all.map((paper) => titleLetters(paper.title)));
  return new SearchIndex({
    ids: Uint32Array.from(all.flatMap(({ id }) => halvesOf(id))),
    flags: Uint8Array.from(all, flagsOf),
    titles,
    titleBeginnings: beginningsOf(titles),
    words: packStrings(words),
    title,
    abstract,
    papers: packTexts(all.map(packed)),
  });
}

function packed({ title, abstract, digestIds = [], codeLinks = [], ...credits }: IndexedPaper): string {
  const { authors, year, venue, shortVenue } = credits;
  return packPaper({
    ...{ title, abstract, digestIds, codeLinks },
    ...(authors && { authors }),
    ...(year !== undefined && { year }),
    ...(venue !== undefined && { venue }),
    ...(shortVenue !== undefined && { shortVenue }),
  });
}

function flagsOf({ codeLinks = [], known = {}, learned = [], links = [] }: IndexedPaper): number {
  const names = Object.keys(known).length + learned.length + links.length;
  return (codeLinks.length > 0 ? HAS_CODE : 0) | (names > 0 ? HAS_LINK : 0);
}

/**
 * The folded words of a text with their counts; `length` is the number of different words as
 * written, as in MiniSearch.
 */
export function countWords(text: string): { counts: Map<string, number>; length: number } {
  const words = wordsOf(text);
  const counts = new Map<string, number>();
  for (const word of words) for (const form of formsOf(word)) counts.set(form, (counts.get(form) ?? 0) + 1);
  return { counts, length: new Set(words).size };
}

interface Inverted {
  lengths: number[];
  postings: Map<string, number[]>;
}

/**
 * The inverted index of texts. Each may have further terms, which don't count towards its length.
 */
function invert(texts: string[], otherTerms: (text: number) => Iterable<string> = () => []): Inverted {
  const inverted: Inverted = { lengths: [], postings: new Map() };
  const add = (term: string, paper: number, count: number): void => {
    const list = inverted.postings.get(term);
    if (list) list.push(posting(paper, count));
    else inverted.postings.set(term, [posting(paper, count)]);
  };
  for (const [paper, text] of texts.entries()) {
    const { counts, length } = countWords(text);
    inverted.lengths.push(Math.min(length, 0xffff));
    for (const [word, count] of counts) add(word, paper, count);
    for (const term of otherTerms(paper)) add(term, paper, 1);
  }
  return inverted;
}

function toField({ lengths, postings }: Inverted, words: string[]): Field {
  const starts = new Uint32Array(words.length + 1);
  for (const [i, word] of words.entries()) starts[i + 1] = (starts[i] as number) + (postings.get(word)?.length ?? 0);
  const all = new Uint32Array(starts[words.length] as number);
  for (const [i, word] of words.entries()) all.set(postings.get(word) ?? [], starts[i]);
  const inWords = Uint16Array.from(lengths);
  return { lengths: inWords, sum: sumOf(inWords), starts, postings: all };
}

/** Compares by UTF-16 units, the order of the words in {@link SearchIndex}. */
function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
