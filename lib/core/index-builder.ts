/** Makes search indexes of papers. */
import { type Field, posting, sumOf } from './index-arrays.ts';
import { packPaper } from './packed-paper.ts';
import type { Paper } from './paper.ts';
import { HAS_CODE, HAS_KNOWN_ID, halvesOf, SearchIndex } from './search-index.ts';
import { packStrings } from './strings.ts';
import { beginningsOf, packTexts } from './texts.ts';
import { formsOf, titleLetters, wordsOf } from './words.ts';

/** What is indexed of a paper. */
export type IndexedPaper = Pick<Paper, 'id' | 'title' | 'abstract'> &
  Partial<Pick<Paper, 'digestIds' | 'codeLinks' | 'known'>>;

/** The index of `papers`, in memory at once: for many papers make indexes of some hundreds each, and merge them. Of two with one id the last counts. */
export function indexPapers(papers: Iterable<IndexedPaper>): SearchIndex {
  const distinct = new Map(Array.from(papers, (paper) => [paper.id, paper]));
  const all = [...distinct.values()].sort((a, b) => byUnits(a.id, b.id));
  const fields = (['title', 'abstract'] as const).map((name) => invert(all.map((paper) => paper[name])));
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

function packed({ title, abstract, digestIds = [], codeLinks = [] }: IndexedPaper): string {
  return packPaper({ title, abstract, digestIds, codeLinks });
}

function flagsOf({ codeLinks = [], known = {} }: IndexedPaper): number {
  return (codeLinks.length > 0 ? HAS_CODE : 0) | (Object.keys(known).length > 0 ? HAS_KNOWN_ID : 0);
}

/** Folded words of a text and how often each stands there; `length` counts different words as written, as MiniSearch does. */
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

function invert(texts: string[]): Inverted {
  const inverted: Inverted = { lengths: [], postings: new Map() };
  for (const [paper, text] of texts.entries()) {
    const { counts, length } = countWords(text);
    inverted.lengths.push(Math.min(length, 0xffff));
    for (const [word, count] of counts) {
      let list = inverted.postings.get(word);
      if (!list) {
        list = [];
        inverted.postings.set(word, list);
      }
      list.push(posting(paper, count));
    }
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

/** Sorts by UTF-16 units, as {@link SearchIndex} has its words. */
function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
