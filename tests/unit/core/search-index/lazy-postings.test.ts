import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../../lib/bundling/bundled-digests.ts';
import type { Paper } from '../../../../lib/core/model/paper.ts';
import { interpretQuery } from '../../../../lib/core/query/interpret-query.ts';
import { queryContext } from '../../../../lib/core/query/query-context.ts';
import { PaperSearch } from '../../../../lib/core/search/paper-search.ts';
import { PaperStore } from '../../../../lib/core/search/paper-store.ts';
import { relatedTo } from '../../../../lib/core/search/related-papers.ts';
import { indexPapers } from '../../../../lib/core/search-index/build-index.ts';
import type { SearchIndex } from '../../../../lib/core/search-index/search-index.ts';
import { headOf } from '../../../fixtures/paper-search.ts';

const { papers } = bundleDigests(resolve(import.meta.dirname, '../../../../seeds')).catalogue;
const whole = indexPapers(papers);
const byId = new Map(papers.map((paper) => [paper.id, paper]));
const over = (index: SearchIndex): PaperSearch =>
  new PaperSearch(new PaperStore(async (ids) => ids.map((id) => byId.get(id)), index), index);

describe('an index of which the head was read', () => {
  const queries = ['graph', 'neural netw', 'n', 'lotery tickets', 'superresolution', 'xyzzy', papers[7]?.title ?? ''];

  it('answers like the whole index, and reads no more than it needs', async () => {
    for (const query of queries) {
      const head = headOf(whole);
      expect(await over(head.index).search(query)).toEqual(await over(whole).search(query));
      const bytes = head.reads.reduce((sum, [from, to]) => sum + to - from, 0);
      expect(bytes).toBeLessThan(head.size / 2);
    }
  });

  it('reads the postings of a word once', async () => {
    const head = headOf(whole);
    const search = over(head.index);
    await search.search('diffusion models');
    const { length } = head.reads;
    expect(length).toBeGreaterThan(0);
    await search.search('models diffusion models');
    await head.index.loadPostings(() => [head.index.words.find('diffusion')]);
    expect(head.reads).toHaveLength(length);
  });

  it('answers conditions and names related papers as the whole does, by the words that they ask about', async () => {
    const context = queryContext([], []);
    for (const query of ['abstract:graph', '-learning', '"neural networks" -graph', 'title:diffusion abstract:image']) {
      const { words, condition } = interpretQuery(query, context);
      const head = headOf(whole);
      expect(await over(head.index).allowed(condition)).toEqual(await over(whole).allowed(condition));
      const found = await over(headOf(whole).index).search(`${words} of`, 50, condition);
      expect(found).toEqual(await over(whole).search(`${words} of`, 50, condition));
      const bytes = head.reads.reduce((sum, [from, to]) => sum + to - from, 0);
      expect(bytes).toBeLessThan(head.size / 4);
    }
    const paper = papers[3] as Paper;
    expect(await relatedTo(headOf(whole).index, paper, 7)).toEqual(await relatedTo(whole, paper, 7));
  });

  it('loads the rest once, and has its papers then', async () => {
    const head = headOf(whole);
    expect(head.index.paperAt(0)).toBeUndefined();
    const [found] = await Promise.all([
      over(head.index).search('graph neural netw'),
      head.index.loadAll(),
      head.index.loadAll(),
    ]);
    expect(found).toEqual(await over(whole).search('graph neural netw'));
    expect(head.index.arrays).toEqual(whole.arrays);
    expect(head.index.paperAt(0)).toEqual(byId.get(whole.idOf(0)));
    const { length } = head.reads;
    await head.index.loadAll();
    await head.index.loadPostings(() => [1, 2, 3]);
    expect(head.reads).toHaveLength(length);
  });

  it('rejects when it can’t be read, and tries again the next time', async () => {
    const head = headOf(whole);
    const search = over(head.index);
    head.fail = true;
    await expect(search.search('graph')).rejects.toThrow('gone');
    await expect(head.index.loadAll()).rejects.toThrow('gone');
    head.fail = false;
    expect(await search.search('graph')).toEqual(await over(whole).search('graph'));
    await head.index.loadAll();
    expect(head.index.arrays).toEqual(whole.arrays);
  });
});
