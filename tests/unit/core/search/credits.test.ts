/** Papers found by who wrote them, where and when. */
import { describe, expect, it } from 'vitest';
import type { Digest, Paper } from '../../../../lib/core/model/paper.ts';
import { paperIdOf } from '../../../../lib/core/model/paper-id.ts';
import type { Author } from '../../../../lib/core/model/record.ts';
import { interpretQuery } from '../../../../lib/core/query/interpret-query.ts';
import { queryContext } from '../../../../lib/core/query/query-context.ts';
import { QueryEngine } from '../../../../lib/core/search/query-engine.ts';
import { indexPapers } from '../../../../lib/core/search-index/build-index.ts';
import { creditTable } from '../../../../lib/core/search-index/credit-table.ts';
import { mergeIndexes } from '../../../../lib/core/search-index/merge-indexes.ts';
import type { SearchIndex } from '../../../../lib/core/search-index/search-index.ts';
import { headOf, PapersInMemory } from '../../../fixtures/paper-search.ts';

const by = (...names: string[]): Author[] =>
  names.map((name) => {
    const [given = '', family = ''] = name.split('|');
    return { given, family };
  });
const paper = (title: string, fields: Partial<Paper> = {}): Paper => ({
  ...{ id: paperIdOf(title), title, abstract: 'Of models that learn.', digestIds: [], codeLinks: [] },
  ...fields,
});
const SCORE = 'Score-Based Generative Modeling';
const CONSISTENCY = 'Consistency Models';
const BIRDS = 'The Song of Birds Recorded';
const SWAPPED = 'A Work of Two Others';
const OORD = 'Representation Learning by Prediction';
const MEDICINE = 'Learning in Medicine';
const UNKNOWN = 'Something of Which Nothing Is Known';
const iclr = { venue: 'International Conference on Learning Representations', shortVenue: 'ICLR' };
const papers = [
  paper(SCORE, { authors: by('Yang|Song', 'Stefano|Ermon'), year: 2021, ...iclr }),
  paper(CONSISTENCY, { authors: by('Yang|Song', 'Prafulla|Dhariwal'), year: 2023, venue: 'ICML' }),
  paper(BIRDS, { authors: by('Jane|Williams'), year: 1999, venue: 'Nature', abstract: 'A song.' }),
  paper(SWAPPED, { authors: by('Li|Yang', 'Song|Chun'), year: 2020 }),
  paper(OORD, { authors: by('Aäron|van den Oord', 'Yazhe|Li') }),
  paper(MEDICINE, { venue: 'The Lancet', year: 2021 }),
  paper(UNKNOWN),
];
const sources: Digest[] = [
  {
    id: 'f1',
    name: 'library',
    date: null,
    source: 'bibliography',
    origin: 'library.bib',
    paperIds: [papers[0]?.id ?? ''],
  },
  { id: 'd1', name: 'Mar 12 · songs', date: 'Mar 12', source: 'bundled', paperIds: [papers[2]?.id ?? ''] },
];
const context = queryContext(sources, []);
const whole = indexPapers(papers);
const titles = async (query: string, index: SearchIndex = whole): Promise<string[]> => {
  const { store, engine } = new PapersInMemory(papers, index);
  const found = await new QueryEngine(store, index, context).run(interpretQuery(query, context), { limit: 20 });
  return engine.idsOf(found.papers).map((id) => papers.find((each) => each.id === id)?.title ?? '');
};

describe('Plain words', () => {
  it.each([
    ['ermon', [SCORE]],
    ['Dhariw', [CONSISTENCY]],
    ['williams', [BIRDS]],
    ['aaron oord', [OORD]],
    ['van den Oord', [OORD]],
    ['emron', [SCORE]],
    ['ICLR', [SCORE]],
    ['lancet', [MEDICINE]],
  ])('“%s” find authors, venue and year: %j', async (query, wanted) => {
    expect(await titles(query)).toEqual(wanted);
  });

  it.each([
    ['song iclr 2021', SCORE],
    ['song 2023', CONSISTENCY],
    ['song consistency', CONSISTENCY],
    ['birds williams', BIRDS],
  ])('“%s” name first the paper that has all of them: %s', async (query, first) => {
    expect((await titles(query))[0]).toBe(first);
  });

  it('find papers with the word in their title first, then those of authors', async () => {
    const found = await titles('song');
    expect(found[0]).toBe(BIRDS);
    expect(found.slice(1).sort()).toEqual([SWAPPED, CONSISTENCY, SCORE].sort());
  });

  it('match the acronym of a venue, and not the words that all venues share', async () => {
    expect(await titles('international')).toEqual([]);
    expect(await titles('venue:international')).toEqual([SCORE]);
  });

  it('as a phrase find an author of that name', async () => {
    expect((await titles('"yang song"')).sort()).toEqual([CONSISTENCY, SCORE].sort());
    expect((await titles('"song yang"')).sort()).toEqual([CONSISTENCY, SCORE].sort());
  });
});

describe('Filters', () => {
  it.each([
    ['author:song', [SCORE, CONSISTENCY, SWAPPED]],
    ['author:erm', [SCORE]],
    ['author:"yang song"', [SCORE, CONSISTENCY]],
    ['author:"song, yang"', [SCORE, CONSISTENCY]],
    ['author:"Erm"', []],
    ['author:oord', [OORD]],
    ['author:song -author:ermon', [CONSISTENCY, SWAPPED]],
    ['year:2021', [SCORE, MEDICINE]],
    ['year:2020..2023', [SCORE, CONSISTENCY, SWAPPED, MEDICINE]],
    ['year:2022..', [CONSISTENCY]],
    ['year:..1999', [BIRDS]],
    ['-year:1900..2100', [OORD, UNKNOWN]],
    ['venue:iclr', [SCORE]],
    ['venue:"learning representations"', [SCORE]],
    ['venue:lanc year:2021', [MEDICINE]],
    ['source:library', [SCORE]],
    ['source:"mar 12"', [BIRDS]],
    ['source:nowhere', []],
    ['venue:iclr birds', []],
    ['-ermon', papers.map(({ title }) => title)],
  ])('%s finds %j', async (query, wanted) => {
    const head = headOf(whole);
    expect((await titles(query)).sort()).toEqual([...wanted].sort());
    expect(await titles(query, head.index)).toEqual(await titles(query));
  });

  it('sort by year, the latest first, and those of no known year last', async () => {
    expect((await titles('sort:year')).slice(0, 5)).toEqual(
      [CONSISTENCY, SCORE, MEDICINE, SWAPPED, BIRDS].toSorted(byYear),
    );
    expect(await titles('song sort:year')).toEqual([CONSISTENCY, SCORE, SWAPPED, BIRDS]);
  });
});

it('An index that was merged has the same terms, each in its own field', async () => {
  const [a, b] = [indexPapers(papers.slice(0, 3)), indexPapers(papers.slice(2))];
  const merged = await mergeIndexes(a, b, new Set(), async () => {});
  expect(merged.arrays).toEqual(whole.arrays);
  const { years, venues, venueNames } = await creditTable(merged);
  const at = (title: string): number => merged.numberOf(paperIdOf(title));
  expect(years[at(SCORE)]).toBe(2021);
  expect(years[at(UNKNOWN)]).toBe(0);
  expect(venueNames[venues[at(SCORE)] as number]).toBe('ICLR');
  expect(venueNames[venues[at(UNKNOWN)] as number]).toBe('');
});

function byYear(a: string, b: string): number {
  const yearOf = (title: string): number => papers.find((each) => each.title === title)?.year ?? 0;
  // Of one year in the order of the digests.
  return yearOf(b) - yearOf(a) || (a === SCORE ? -1 : 1);
}
