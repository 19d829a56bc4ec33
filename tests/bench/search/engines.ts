/**
 * The search engines that are compared, each with settings that its documentation recommends for
 * such a catalogue.
 */
import uFuzzy from '@leeoniya/ufuzzy';
import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import FlexSearch from 'flexsearch';
import Fuse from 'fuse.js';
import lunr from 'lunr';
import MiniSearch, { type Options } from 'minisearch';
import type { Paper, PaperId } from '../../../lib/core/model/paper.ts';
import { PapersInMemory } from '../../fixtures/paper-search.ts';

/** Ids of the papers that answer, best first. */
export type Ask = (query: string) => Promise<PaperId[]> | PaperId[];

/** Answers that count: nobody looks further. */
export const DEPTH = 20;

/** Engines that take a tenth of a second for a query are asked every eighth of them. */
export const slowEngines = new Set(['Fuse.js', 'uFuzzy']);

/** Engines by name; each indexes titles and abstracts of `papers`. */
export const engines: Record<string, (papers: Paper[]) => Promise<Ask> | Ask> = {
  Paperlight: (papers) => {
    const search = new PapersInMemory(papers);
    return (query) => search.ids(query, DEPTH);
  },
  'MiniSearch, stock': (papers) => miniSearch(papers, {}),
  'MiniSearch, prefix and fuzzy': (papers) => miniSearch(papers, { boost: { title: 2 }, prefix: true, fuzzy: 0.2 }),
  'Fuse.js': (papers) => {
    const fuse = new Fuse(papers, {
      keys: [
        { name: 'title', weight: 2 },
        { name: 'abstract', weight: 1 },
      ],
      ignoreLocation: true,
      useTokenSearch: true,
      threshold: 0.2,
    });
    return (query) => fuse.search(query, { limit: DEPTH }).map(({ item }) => item.id);
  },
  FlexSearch: (papers) => {
    const index = new FlexSearch.Document<{ id: string; title: string; abstract: string }>({
      document: {
        id: 'id',
        index: [
          { field: 'title', tokenize: 'forward' },
          { field: 'abstract', tokenize: 'forward' },
        ],
      },
      encoder: FlexSearch.Charset.LatinAdvanced,
    });
    for (const { id, title, abstract } of papers) index.add({ id, title, abstract });
    return (query) => {
      const fields = index.search(query, { limit: DEPTH, suggest: true });
      return [...new Set(fields.flatMap(({ result }) => result as PaperId[]))].slice(0, DEPTH);
    };
  },
  Orama: async (papers) => {
    const db = create({ schema: { id: 'string', title: 'string', abstract: 'string' } as const });
    await insertMultiple(
      db,
      papers.map(({ id, title, abstract }) => ({ id, title, abstract })),
    );
    return async (term) => {
      const { hits } = await searchOrama(db, {
        term,
        properties: ['title', 'abstract'],
        tolerance: 1,
        boost: { title: 2 },
        limit: DEPTH,
      });
      return hits.map(({ document }) => document.id);
    };
  },
  uFuzzy: (papers) => {
    const engine = new uFuzzy({ intraMode: 1 });
    const texts = uFuzzy.latinize(papers.map(({ title, abstract }) => `${title} ${abstract}`));
    return (query) => {
      const [found, info, order] = engine.search(texts, uFuzzy.latinize(query), 3, 1000);
      const ranked = info && order ? order.map((i) => info.idx[i] as number) : (found ?? []);
      return ranked.slice(0, DEPTH).map((i) => (papers[i] as Paper).id);
    };
  },
  lunr: (papers) => {
    const index = lunr(function () {
      this.ref('id');
      this.field('title', { boost: 2 });
      this.field('abstract');
      for (const paper of papers) this.add(paper);
    });
    return (query) => {
      const words = lunr.tokenizer(query).map(String);
      const results = index.query((q) => {
        for (const word of words) {
          q.term(word, { boost: 10 });
          q.term(word, { usePipeline: false, editDistance: word.length > 4 ? 1 : 0 });
        }
        const last = words.at(-1);
        if (last) q.term(last, { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
      });
      return results.slice(0, DEPTH).map(({ ref }) => ref);
    };
  },
};

function miniSearch(papers: Paper[], searchOptions: NonNullable<Options['searchOptions']>): Ask {
  const index = new MiniSearch<Paper>({ fields: ['title', 'abstract'], searchOptions });
  index.addAll(papers);
  return (query) =>
    index
      .search(query)
      .slice(0, DEPTH)
      .map(({ id }) => id);
}
