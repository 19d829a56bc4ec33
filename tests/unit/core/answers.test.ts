import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/build/bundled-digests.ts';
import { Answering } from '../../../lib/core/answers.ts';
import { newestFirst } from '../../../lib/core/digest-order.ts';
import { blankEntry } from '../../../lib/core/entry.ts';
import type { Paper } from '../../../lib/core/paper.ts';
import { PaperShelf } from '../../../lib/core/paper-shelf.ts';
import { understand } from '../../../lib/core/query-understanding.ts';
import { PaperSearch } from '../../../lib/core/search.ts';
import { headOf, PapersInMemory } from '../../fixtures/paper-search.ts';

const { papers, digests } = bundleDigests(resolve(import.meta.dirname, '../../../seeds')).catalogue;
const { engine } = new PapersInMemory(papers);
const [saved, earlier] = papers.filter(({ title }) => title.includes('Diffusion')) as [Paper, Paper, ...Paper[]];
const around = {
  digests: new Map(digests.map((digest) => [digest.id, digest])),
  entries: new Map([
    [saved.id, { ...blankEntry(saved.id), addedAt: 200, deletedAt: null }],
    [earlier.id, { ...blankEntry(earlier.id), addedAt: 100, deletedAt: null }],
  ]),
};
const inDigests = [...new Set(newestFirst(digests).flatMap(({ paperIds }) => paperIds))];
const answers = async (query: string, limit = 290): Promise<string[]> =>
  (await new Answering(engine, around).to(understand(query, around), limit)).map(({ id }) => id);

describe('The answer to a query', () => {
  it('is in the order that is asked for', async () => {
    const best = await answers('diffusion');
    const byDigest = await answers('diffusion sort:digest');
    expect(best.length).toBeGreaterThan(20);
    expect([...byDigest].sort()).toEqual([...best].sort());
    expect(byDigest).toEqual(inDigests.filter((id) => best.includes(id)));
    expect((await answers('diffusion sort:saved', 5)).slice(0, 2)).toEqual([saved.id, earlier.id]);
    expect(await answers('diffusion sort:relevance')).toEqual(best);
  });

  it('has the papers that meet conditions, those of the latest digests first, where no words are asked for', async () => {
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
    expect(await answers('')).toEqual([]);
  });

  it('is told by titles at first, where not all of the index is here and words alone are asked for', async () => {
    const { index } = headOf(engine.index);
    const answering = new Answering(
      new PaperSearch(index, new PaperShelf(() => Promise.reject(new Error('read')))),
      around,
    );
    const fromTitles = (query: string): string[] =>
      answering.fromTitles(understand(query, around), 290).map(({ id }) => id);
    const having = papers.filter(({ title }) => /diffusion/i.test(title)).map(({ id }) => id);
    expect(fromTitles('diffusion').sort()).toEqual(having.sort());
    expect(fromTitles('diffusion sort:relevance')).toHaveLength(having.length);
    for (const query of ['', 'diffusion sort:digest', 'diffusion has:code', 'diffusion -image', 'has:code']) {
      expect(fromTitles(query)).toEqual([]);
    }
    await answering.haveAll();
    expect(fromTitles('diffusion')).toEqual([]);
  });
});
