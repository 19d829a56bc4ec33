import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../../lib/bundling/bundled-digests.ts';
import { newestFirst } from '../../../../lib/core/digests/digest-label.ts';
import { blankEntry } from '../../../../lib/core/model/entry.ts';
import type { Paper } from '../../../../lib/core/model/paper.ts';
import { interpretQuery } from '../../../../lib/core/query/interpret-query.ts';
import type { SortOrder } from '../../../../lib/core/query/parse-query.ts';
import { QueryEngine } from '../../../../lib/core/search/query-engine.ts';
import { PapersInMemory } from '../../../fixtures/paper-search.ts';

const { papers, digests } = bundleDigests(resolve(import.meta.dirname, '../../../../seeds')).catalogue;
const { store, engine: search } = new PapersInMemory(papers);
const [saved, earlier] = papers.filter(({ title }) => title.includes('Diffusion')) as [Paper, Paper, ...Paper[]];
const around = {
  digests: new Map(digests.map((digest) => [digest.id, digest])),
  entries: new Map([
    [saved.id, { ...blankEntry(saved.id), addedAt: 200, deletedAt: null }],
    [earlier.id, { ...blankEntry(earlier.id), addedAt: 100, deletedAt: null }],
  ]),
};
const inDigests = [...new Set(newestFirst(digests).flatMap(({ paperIds }) => paperIds))];
const engine = new QueryEngine(store, search.index, around);
const answers = async (query: string, limit = 290, sort?: SortOrder): Promise<string[]> =>
  search.idsOf((await engine.run(interpretQuery(query, around), { limit, sort })).papers);

describe('The answer to a query', () => {
  it('is in the requested order', async () => {
    const best = await answers('diffusion');
    const byDigest = await answers('diffusion sort:digest');
    expect(best.length).toBeGreaterThan(20);
    expect([...byDigest].sort()).toEqual([...best].sort());
    expect(byDigest).toEqual(inDigests.filter((id) => best.includes(id)));
    expect((await answers('diffusion sort:saved', 5)).slice(0, 2)).toEqual([saved.id, earlier.id]);
    expect(await answers('diffusion sort:relevance')).toEqual(best);
  });

  it('is the whole catalogue, beyond any limit, for a list that draws only visible rows', async () => {
    const found = async (isWhole: boolean): Promise<number> =>
      (await engine.run(interpretQuery('', around), { limit: 10, isWhole })).papers.length;
    expect(await found(true)).toBe(papers.length);
    expect(await found(false)).toBe(10);
  });

  it('has the papers that meet the conditions, latest digests first, for a query without words', async () => {
    const withCode = new Set(papers.filter(({ codeLinks }) => codeLinks.length > 0).map(({ id }) => id));
    const wanted = inDigests.filter((id) => withCode.has(id));
    expect(await answers('has:code')).toEqual(wanted);
    expect(await answers('has:code', 7)).toEqual(wanted.slice(0, 7));
    expect(await answers('-"the" has:code')).toEqual(
      wanted.filter((id) => {
        const paper = papers.find((each) => each.id === id);
        return !/\bthe\b/i.test(`${paper?.title} ${paper?.abstract}`);
      }),
    );
    expect(await answers('sort:saved', 3)).toEqual([
      saved.id,
      earlier.id,
      inDigests.find((id) => id !== saved.id && id !== earlier.id),
    ]);
    expect(await answers('')).toEqual(inDigests);
  });

  it('is in the order of the view if the query asks for none', async () => {
    expect(await answers('diffusion', 290, 'digest')).toEqual(await answers('diffusion sort:digest'));
    expect(await answers('diffusion sort:relevance', 290, 'digest')).toEqual(await answers('diffusion'));
    expect(await answers('', 290, 'saved')).toEqual([
      saved.id,
      earlier.id,
      ...inDigests.filter((id) => id !== saved.id && id !== earlier.id),
    ]);
  });

  it('is empty if nothing in the query can be understood', async () => {
    expect(await answers('titel:gan')).toEqual([]);
    expect((await answers('titel:gan diffusion')).length).toBeGreaterThan(0);
  });

  it('is the paper that an id or an address refers to, and empty for an unknown one', async () => {
    const those = papers.map((paper, i) => (i === 7 ? { ...paper, known: { arxiv: '2406.01234' } } : paper));
    const { store, engine: search } = new PapersInMemory(those);
    const engine = new QueryEngine(store, search.index, around);
    const ids = async (query: string): Promise<string[]> =>
      search.idsOf((await engine.run(interpretQuery(query, around), { limit: 50 })).papers);
    expect(await ids('2406.01234')).toEqual([papers[7]?.id]);
    expect(await ids('https://arxiv.org/abs/2406.01235')).toEqual([]);
    const withCode = papers.find(({ codeLinks }) => codeLinks.some((link) => link.includes('github.com'))) as Paper;
    const link = withCode.codeLinks.find((link) => link.includes('github.com')) as string;
    expect(await ids(`${link}/issues`)).toEqual([withCode.id]);
  });

  it('is the paper of an address that only a source has, not the index', async () => {
    const page = 'https://proceedings.example.org/paper/7.html';
    const those = papers.map((paper, i) => (i === 7 ? { ...paper, links: [page] } : paper));
    const { store, engine: search } = new PapersInMemory(those);
    const engine = new QueryEngine(store, search.index, around);
    const found = await engine.run(interpretQuery(page, around), { limit: 50 });
    expect(search.idsOf(found.papers)).toEqual([papers[7]?.id]);
  });
});
