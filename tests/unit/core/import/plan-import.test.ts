import { describe, expect, it } from 'vitest';
import {
  type CataloguePaper,
  type Decisions,
  ImportPlanner,
  pairKey,
} from '../../../../lib/core/import/plan-import.ts';
import { paperIdOf } from '../../../../lib/core/model/paper-id.ts';
import type { RecordContent } from '../../../../lib/core/model/record.ts';

const record = (title: string, more: Partial<RecordContent> = {}): RecordContent => ({
  title,
  ...more,
});
const known = (title: string, more: Partial<CataloguePaper> = {}): CataloguePaper => ({
  id: paperIdOf(title),
  title,
  ids: {},
  hasAbstract: false,
  hasLink: false,
  ...more,
});

function plan(catalogue: CataloguePaper[], records: RecordContent[], decisions: Decisions = new Map()) {
  const planner = new ImportPlanner(decisions);
  for (const paper of catalogue) planner.addExisting(paper);
  for (const [i, one] of records.entries()) planner.add(one, i + 1);
  return { papers: planner.takePlanned(), doubts: planner.doubts };
}

describe('the plan of an import', () => {
  it('tells new papers from those that are there, and says what these gain', () => {
    const { papers, doubts } = plan(
      [known('A Paper that is There Already'), known('Another One of These Papers', { hasAbstract: true })],
      [
        record('A paper that is there already', { abstract: 'Text.', ids: { arxiv: '2011.13456' } }),
        record('Another One of These Papers', { abstract: 'Text.' }),
        record('A Paper that is Quite New'),
      ],
    );
    expect(papers.map(({ isNew, gains }) => [isNew, gains])).toEqual([
      [false, ['abstract', 'link']],
      [false, []],
      [true, []],
    ]);
    expect(doubts).toEqual([]);
  });

  it('matches an ambiguous entry to the same paper when the file is read again', () => {
    const ids = { arxiv: '2111.00004' };
    const first = record('Learning', { ids, authors: [{ family: 'Song' }] });
    const second = record('Graphs of Vision', { ids, authors: [{ family: 'Wide' }] });
    const either = record('?', { ids, year: 2017 });
    const { papers } = plan([], [first, second, either]);
    const toPaper = ({ paperId, record }: (typeof papers)[number]): CataloguePaper => ({
      ...known(record.title),
      id: paperId,
      ids,
      authors: record.authors,
    });
    const asKnown = papers.map(toPaper);
    const joined = papers.find(({ record: { year } }) => year === 2017)?.paperId;
    for (const catalogue of [asKnown, asKnown.toReversed()]) {
      const again = plan(catalogue, [first, second, either]).papers;
      expect(again.find(({ record: { year } }) => year === 2017)?.paperId).toBe(joined);
    }
  });

  it('merges repeated entries of a file into one paper', () => {
    const { papers } = plan(
      [],
      [
        record('A Paper Listed Two Times'),
        record('A Paper Listed Two Times', { ids: { arxiv: '2011.13456' }, abstract: 'Text.' }),
      ],
    );
    expect(papers).toMatchObject([{ line: 1, record: { abstract: 'Text.', ids: { arxiv: '2011.13456' } } }]);
  });

  it('gives two papers of one title two ids, and asks the reader', () => {
    const [lecun, goodfellow] = [
      record('Deep Learning', { authors: [{ given: 'Yann', family: 'LeCun' }], year: 2015 }),
      record('Deep Learning', { authors: [{ given: 'Ian', family: 'Goodfellow' }], year: 2016 }),
    ];
    const { papers, doubts } = plan([], [lecun, goodfellow]);
    expect(papers.map(({ paperId }) => paperId)).toEqual([
      paperIdOf('Deep Learning'),
      paperIdOf('Deep Learning goodfellow 2016'),
    ]);
    expect(doubts).toHaveLength(1);
  });

  it('follows what the reader decided about a pair before', () => {
    const pair = pairKey(paperIdOf('Deep Learning'), paperIdOf('Deep learning'));
    const there = known('Deep Learning', { authors: [{ given: 'Yann', family: 'LeCun' }] });
    const again = record('Deep learning', { authors: [{ given: 'Ian', family: 'Goodfellow' }] });
    expect(plan([there], [again], new Map([[pair, 'same']]))).toMatchObject({ papers: [{ isNew: false }], doubts: [] });
    expect(plan([there], [again], new Map([[pair, 'another']]))).toMatchObject({
      papers: [{ isNew: true }],
      doubts: [],
    });
  });

  it('finds a paper again under the other title that a record gave it', () => {
    const ids = { arxiv: '2105.05233' };
    const { papers } = plan(
      [known('Diffusion Models Beat GANs', { ids })],
      [record('Diffusion Models Beat GANs on Images', { ids }), record('Diffusion models beat GANs on images')],
    );
    expect(papers).toHaveLength(1);
  });

  it('plans a hundred thousand papers in linear time', () => {
    const many = (count: number): RecordContent[] =>
      Array.from({ length: count }, (_, i) =>
        record(`A Paper with the Number ${i} in its Title`, {
          ids: { arxiv: `24${String((i % 12) + 1).padStart(2, '0')}.${String(i % 100_000).padStart(5, '0')}` },
        }),
      );
    expect(plan([], many(20_000)).papers).toHaveLength(20_000);
  });
});
