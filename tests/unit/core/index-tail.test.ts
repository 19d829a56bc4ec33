import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/build/bundled-digests.ts';
import { indexPapers } from '../../../lib/core/index-builder.ts';
import type { Paper } from '../../../lib/core/paper.ts';
import { PaperShelf } from '../../../lib/core/paper-shelf.ts';
import { queryContext } from '../../../lib/core/query-context.ts';
import { understand } from '../../../lib/core/query-understanding.ts';
import { relatedTo } from '../../../lib/core/related.ts';
import { PaperSearch } from '../../../lib/core/search.ts';
import { headOf } from '../../fixtures/paper-search.ts';

const { papers } = bundleDigests(resolve(import.meta.dirname, '../../../seeds')).catalogue;
const whole = indexPapers(papers);
const byId = new Map(papers.map((paper) => [paper.id, paper]));
const shelf = (): PaperShelf => new PaperShelf(async (ids) => ids.map((id) => byId.get(id)));
const idsOf = (hits: { id: string; words?: readonly string[] }[]) => hits.map(({ id, words }) => [id, words]);

describe('an index of which the head was read', () => {
  const queries = ['graph', 'neural netw', 'n', 'lotery tickets', 'superresolution', 'xyzzy', papers[7]?.title ?? ''];

  it('answers as the whole does, and reads no more than it needs', async () => {
    for (const query of queries) {
      const head = headOf(whole);
      const found = await new PaperSearch(head.index, shelf()).search(query);
      expect(idsOf(found)).toEqual(idsOf(await new PaperSearch(whole, shelf()).search(query)));
      const bytes = head.reads.reduce((sum, [from, to]) => sum + to - from, 0);
      expect(bytes).toBeLessThan(head.size / 2);
    }
  });

  it('answers by titles without reading more, as an index of titles alone does', async () => {
    const titles = indexPapers(papers.map((paper) => ({ ...paper, abstract: '' })));
    const beginning = (papers[7] as Paper).title.slice(0, 15);
    for (const query of ['graph', 'neural netw', 'netwo', 'models diffusion', beginning, papers[7]?.title ?? '']) {
      const head = headOf(whole);
      const found = new PaperSearch(head.index, shelf()).searchTitles(query);
      const all = await new PaperSearch(titles, shelf()).search(query);
      expect(found.length).toBeGreaterThan(0);
      expect(idsOf(found)).toEqual(idsOf(all).slice(0, found.length));
      expect(head.reads).toEqual([]);
    }
    const { title } = papers[7] as Paper;
    const head = headOf(whole);
    // Words that no title has together are no answer, and what was found by titles is not taken for all.
    expect(new PaperSearch(head.index, shelf()).searchTitles(`${title} ${papers[9]?.title}`)).toEqual([]);
    expect(new PaperSearch(head.index, shelf()).searchTitles(' ')).toEqual([]);
    const search = new PaperSearch(head.index, shelf());
    search.searchTitles('models diffu');
    expect(idsOf(await search.search('models diffus'))).toEqual(
      idsOf(await new PaperSearch(whole, shelf()).search('models diffus')),
    );
  });

  it('reads the postings of a word once', async () => {
    const head = headOf(whole);
    const search = new PaperSearch(head.index, shelf());
    await search.search('diffusion models');
    const { length } = head.reads;
    expect(length).toBeGreaterThan(0);
    await search.search('models diffusion models');
    await head.index.have(() => [head.index.words.find('diffusion')]);
    expect(head.reads).toHaveLength(length);
  });

  it('answers conditions and names related papers as the whole does', async () => {
    const context = queryContext([], []);
    for (const query of ['abstract:graph', '-learning', '"neural networks" -graph', 'title:diffusion abstract:image']) {
      const { words, where } = understand(query, context);
      const numbers = await new PaperSearch(headOf(whole).index, shelf()).allowed(where);
      expect(numbers).toEqual(await new PaperSearch(whole, shelf()).allowed(where));
      const found = await new PaperSearch(headOf(whole).index, shelf()).search(`${words} of`, 50, where);
      expect(idsOf(found)).toEqual(idsOf(await new PaperSearch(whole, shelf()).search(`${words} of`, 50, where)));
    }
    const paper = papers[3] as Paper;
    expect(await relatedTo(headOf(whole).index, paper, 7)).toEqual(await relatedTo(whole, paper, 7));
  });

  it('ranks by abstracts that were kept of another time, without reading papers', async () => {
    const unread = new PaperShelf(() => Promise.reject(new Error('read')));
    const query = (papers[9] as Paper).abstract.split(' ').slice(30, 36).join(' ');
    const search = new PaperSearch(whole, shelf());
    const kept = await search.abstractsFor(query);
    expect(kept.size).toBeGreaterThan(10);
    await expect(new PaperSearch(headOf(whole).index, unread).search(query)).rejects.toThrow('read');
    unread.takeAbstracts(kept);
    const found = await new PaperSearch(headOf(whole).index, unread).search(query);
    expect(idsOf(found)).toEqual(idsOf(await search.search(query)));
    expect((await search.abstractsFor('graph')).size).toBe(0);
    expect((await search.abstractsFor('')).size).toBe(0);
  });

  it('becomes whole, once, and has its papers then', async () => {
    const head = headOf(whole);
    expect(head.index.paperAt(0)).toBeUndefined();
    const [found] = await Promise.all([
      new PaperSearch(head.index, shelf()).search('graph neural netw'),
      head.index.haveAll(),
      head.index.haveAll(),
    ]);
    expect(idsOf(found)).toEqual(idsOf(await new PaperSearch(whole, shelf()).search('graph neural netw')));
    expect(head.index.arrays).toEqual(whole.arrays);
    expect(head.index.paperAt(0)).toEqual(byId.get(whole.idOf(0)));
    const { length } = head.reads;
    await head.index.haveAll();
    await head.index.have(() => [1, 2, 3]);
    expect(head.reads).toHaveLength(length);
  });

  it('says when it can’t be read, and tries again the next time', async () => {
    const head = headOf(whole);
    const search = new PaperSearch(head.index, shelf());
    head.fail = true;
    await expect(search.search('graph')).rejects.toThrow('gone');
    await expect(head.index.haveAll()).rejects.toThrow('gone');
    head.fail = false;
    expect(idsOf(await search.search('graph'))).toEqual(idsOf(await new PaperSearch(whole, shelf()).search('graph')));
    await head.index.haveAll();
    expect(head.index.arrays).toEqual(whole.arrays);
  });
});
