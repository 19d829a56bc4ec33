import { resolve } from 'node:path';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../../lib/bundling/bundled-digests.ts';
import { paperIdOf } from '../../../../lib/core/model/paper-id.ts';
import { Scores } from '../../../../lib/core/search/bm25.ts';
import { planQuery } from '../../../../lib/core/search/query-plan.ts';
import { type IndexedPaper, indexPapers } from '../../../../lib/core/search-index/build-index.ts';
import { fromBuffer } from '../../../../lib/core/search-index/index-layout.ts';
import { DamagedBuffer } from '../../../../lib/core/search-index/packed-arrays.ts';
import { SearchIndex } from '../../../../lib/core/search-index/search-index.ts';
import { fold } from '../../../../lib/core/text/fold.ts';
import { formsOf, queryWords, wordsOf } from '../../../../lib/core/text/words.ts';
import { storedBytes } from '../../../fixtures/paper-search.ts';
import fc from '../../../fixtures/properties.ts';

const { papers } = bundleDigests(resolve(import.meta.dirname, '../../../../seeds')).catalogue;

/** The same index by MiniSearch: what ours is measured by. */
function reference(of: readonly IndexedPaper[]): MiniSearch<IndexedPaper> {
  const index = new MiniSearch<IndexedPaper>({
    fields: ['title', 'abstract'],
    tokenize: (text) => [...wordsOf(text)],
    processTerm: (word) => [...formsOf(word)],
    searchOptions: {
      boost: { title: 1.5 },
      bm25: { k: 0.5, b: 0.5, d: 0.2 },
      tokenize: (word) => [word],
      processTerm: (word) => word,
    },
  });
  index.addAll(of);
  return index;
}

type Scored = Map<string, number>;

/** What both give for words that the index knows: each as it is, the last also as a beginning. */
function answers(index: SearchIndex, mini: MiniSearch<IndexedPaper>, query: string, all: boolean): [Scored, Scored] {
  const words = queryWords(query);
  const distinct = words.filter((word, i) => words.lastIndexOf(word) === i);
  const scores = new Scores(index);
  for (const { expansions } of planQuery(index, query)?.terms ?? []) scores.add(expansions, all ? 'and' : 'or');
  const ours = scores.best(Number.POSITIVE_INFINITY, () => true);
  const theirs = mini.search({
    combineWith: all ? 'AND' : 'OR',
    queries: distinct.map((word, i) => ({
      queries: [word],
      prefix: i === distinct.length - 1 && word.length > 1,
      combineWith: 'OR',
    })),
  });
  return [
    new Map(ours.map(({ paper, score }) => [index.idOf(paper), score])),
    new Map(theirs.map(({ id, score }) => [id as string, score])),
  ];
}

function expectSame([ours, theirs]: [Scored, Scored]): void {
  expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
  for (const [id, score] of theirs) expect(ours.get(id)).toBeCloseTo(score, 8);
}

const word = fc.constantFrom(
  'graph',
  'graphs',
  'low-rank',
  'GraNet',
  'net',
  'of',
  'a',
  '∞-Diff',
  'diffusion',
  'the',
  'x',
);
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const catalogue = fc
  .uniqueArray(fc.tuple(text, text), { maxLength: 12, selector: ([title]) => paperIdOf(title) })
  .map((texts) => texts.map(([title, abstract]) => ({ id: paperIdOf(title), title, abstract })));

describe('the search index', () => {
  const index = indexPapers(papers);
  const mini = reference(papers);

  it('scores as MiniSearch does, whatever the papers and the query', () => {
    fc.assert(
      fc.property(catalogue, fc.array(word, { minLength: 1, maxLength: 4 }), fc.boolean(), (of, query, all) => {
        const own = indexPapers(of);
        const words = queryWords(query.join(' '));
        // Of words that are not known ours makes others, which MiniSearch is not asked for.
        fc.pre(
          words.every(
            (each, i) =>
              own.words.find(each) >= 0 ||
              (i === words.length - 1 && own.words.prefixRange(each)[0] < own.words.prefixRange(each)[1]),
          ),
        );
        expectSame(answers(own, reference(of), query.join(' '), all));
      }),
      { numRuns: 300 },
    );
  });

  it('scores the 290 papers as MiniSearch does, for titles, their beginnings and phrases of abstracts', () => {
    for (const { title, abstract } of papers.filter((_, i) => i % 7 === 0)) {
      for (const query of [title, title.slice(0, 3), abstract.split(' ').slice(20, 26).join(' ')]) {
        const words = queryWords(query);
        if (!words.slice(0, -1).every((each) => index.words.find(each) >= 0)) continue;
        for (const all of [true, false]) expectSame(answers(index, mini, query, all));
      }
    }
  });

  it('is the same after it was stored', () => {
    const again = new SearchIndex(fromBuffer(structuredClone(storedBytes(index.arrays).buffer)));
    expect(again.arrays).toEqual(index.arrays);
    for (const { id } of papers) expect(again.idOf(again.numberOf(id))).toBe(id);
    expect(again.numberOf('0123456789abcdef')).toBe(-1);
  });

  it('finds the titles that begin with some letters', () => {
    const titles = Array.from(papers, (_, i) => index.titleOf(i));
    for (const title of titles) {
      for (const letters of [title.slice(0, 4), title.slice(0, 9), title, `${title}x`].filter(
        (each) => each.length >= 4,
      )) {
        const expected = titles.flatMap((other, i) => (other.startsWith(letters) ? [i] : []));
        expect(index.titlesWithPrefix(letters)).toEqual(expected);
      }
    }
  });

  it('has the papers as lists show them', () => {
    expect(index.hasPapers).toBe(true);
    for (const paper of papers) expect(index.paperAt(index.numberOf(paper.id))).toEqual(paper);
    const chinese = { id: '0123456789abcdef', title: '神经网络', abstract: '图神经网络 of 𝒳\n"\\alpha"' };
    const alone = indexPapers([{ ...chinese, known: { arxiv: '2406.01234' } }]);
    expect(alone.titleOf(0)).toBe(fold('神经网络'));
    expect(alone.titlesWithPrefix('神经')).toEqual([0]);
    expect(alone.paperAt(0)).toEqual({ ...chinese, digestIds: [], codeLinks: [] });
  });

  it('has the authors, year and venue of a paper', () => {
    const credits = {
      ...{ authors: [{ family: 'Song', given: 'Yang' }], year: 2021 },
      ...{ venue: 'International Conference on Learning Representations', shortVenue: 'ICLR' },
    };
    const paper = { id: '0123456789abcdef', title: 'A', abstract: '', digestIds: [], codeLinks: [] };
    expect(indexPapers([{ ...paper, ...credits }]).paperAt(0)).toEqual({ ...paper, ...credits });
    expect(indexPapers([paper]).paperAt(0)).toEqual(paper);
  });

  it('refuses a buffer that is truncated, too long, foreign or of another version', () => {
    const { buffer, head } = storedBytes(index.arrays);
    const changed = (i: number, by = 1): ArrayBuffer => {
      const copy = buffer.slice();
      (new Uint32Array(copy)[i] as number) += by;
      return copy;
    };
    const longer = new ArrayBuffer(buffer.byteLength + 8);
    new Uint8Array(longer).set(new Uint8Array(buffer));
    const damaged = [new ArrayBuffer(0), new ArrayBuffer(800), buffer.slice(0, -4), buffer.slice(0, 20), longer];
    for (const each of [...damaged, ...Array.from({ length: 19 }, (_, i) => changed(i))]) {
      expect(() => fromBuffer(each)).toThrow(DamagedBuffer);
    }
    const endOfHead = changed(head / 4 - 1, 8);
    for (const each of [...Array.from({ length: 19 }, (_, i) => changed(i)), endOfHead]) {
      expect(() => fromBuffer(each.slice(0, head), buffer.byteLength)).toThrow(DamagedBuffer);
    }
    expect(() => fromBuffer(buffer.slice(0, head - 4), buffer.byteLength)).toThrow(DamagedBuffer);
  });
});
