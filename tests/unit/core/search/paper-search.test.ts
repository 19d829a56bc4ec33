import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../../lib/bundling/bundled-digests.ts';
import type { Paper } from '../../../../lib/core/model/paper.ts';
import { paperIdOf } from '../../../../lib/core/model/paper-id.ts';
import type { Condition } from '../../../../lib/core/query/query-filter.ts';
import { markWords } from '../../../../lib/core/search/highlight-terms.ts';
import { PaperSearch } from '../../../../lib/core/search/paper-search.ts';
import { PaperStore } from '../../../../lib/core/search/paper-store.ts';
import { relatedTo } from '../../../../lib/core/search/related-papers.ts';
import { indexPapers } from '../../../../lib/core/search-index/build-index.ts';
import { HAS_CODE } from '../../../../lib/core/search-index/search-index.ts';
import { cpuTime } from '../../../fixtures/cpu-time.ts';
import { headOf, PapersInMemory } from '../../../fixtures/paper-search.ts';

const { papers } = bundleDigests(resolve(import.meta.dirname, '../../../../seeds')).catalogue;
const search = new PapersInMemory(papers);
const titlesIn = async (search: PapersInMemory, query: string, limit?: number): Promise<string[]> =>
  (await search.search(query, limit)).map(({ paper }) => paper.title);
const titles = (query: string, limit?: number): Promise<string[]> => titlesIn(search, query, limit);

const paper = (title: string, abstract = ''): Paper => ({
  id: paperIdOf(title),
  title,
  abstract,
  digestIds: [],
  codeLinks: [],
});
const titlesAmong = (those: Paper[], query: string): Promise<string[]> => titlesIn(new PapersInMemory(those), query);

describe('the search for one of the 290 papers', () => {
  const beginning = (title: string): string => title.slice(0, 25);
  const unpunctuated = (title: string): string => title.replace(/[^\p{L}\p{N}]+/gu, ' ');
  const longestWord = (words: string[]): number =>
    words.reduce((best, word, i) => (word.length > (words[best] as string).length ? i : best), 0);
  const misspelled = (spoil: (word: string) => string) => (title: string) => {
    const words = title.split(' ');
    const i = longestWord(words);
    return words.with(i, spoil(words[i] as string)).join(' ');
  };

  it.each<[what: string, ask: (title: string) => string]>([
    ['its title', (title) => title],
    ['the first 25 characters', beginning],
    ['the first 25 letters', (title) => /^(?:[^\p{L}\p{N}]*[\p{L}\p{N}]){1,25}/u.exec(title)?.[0] as string],
    ['its title in lower case', (title) => title.toLowerCase()],
    ['the beginning in lower case', (title) => beginning(title).toLowerCase()],
    ['its title in upper case', (title) => title.toUpperCase()],
    ['its title without punctuation', unpunctuated],
    ['the beginning without punctuation', (title) => beginning(unpunctuated(title))],
    ['its title without hyphens', (title) => title.replaceAll('-', '')],
    ['its title without spaces', (title) => title.replaceAll(' ', '')],
    ['its title between spaces', (title) => `  ${title.replaceAll(' ', '   ')} `],
    ['the first four words', (title) => title.split(' ').slice(0, 4).join(' ')],
    ['its title with an unfinished last word', (title) => title.slice(0, -2)],
    ['its words backwards', (title) => title.split(' ').reverse().join(' ')],
    ['its title with a letter left out', misspelled((word) => word.slice(0, 3) + word.slice(4))],
    ['its title with two letters swapped', misspelled((word) => word.slice(0, 3) + word[4] + word[3] + word.slice(5))],
  ])('has it first when asked for %s', async (_, ask) => {
    const missed: string[] = [];
    for (const { title } of papers) if ((await titles(ask(title), 1))[0] !== title) missed.push(ask(title));
    expect(missed).toEqual([]);
  });

  it.each([
    ['∞-diff', 'infty-Diff: Infinite Resolution'],
    ['S2FT', 'S^{2}FT: Efficient'],
    ['s²ft', 'S^{2}FT: Efficient'],
    ['frechet means', 'Template estimation in computational anatomy: Fréchet means'],
    ['lp sensitivity', 'Sharper Bounds for ell_p Sensitivity'],
    ['ℓ_p', 'Sharper Bounds for ell_p Sensitivity'],
    ['alpha blending', 'Iterative α-(de)Blending'],
    ['pfgm', 'PFGM++: Unlocking'],
    ['PFGM++', 'PFGM++: Unlocking'],
    ['epi graf', 'EpiGRAF: Rethinking'],
    ['metamorphosis neural', 'Neural Metamorphosis'],
    ['neural metamor', 'Neural Metamorphosis'],
    ['neral metamorphosys', 'Neural Metamorphosis'],
    ['repeling randm walks', 'Repelling Random Walks'],
    ['resnet50 imagenet tricks', 'MEAL V2: Boosting Vanilla ResNet-50'],
  ])('has for %j first "%s…"', async (query, beginning) => {
    expect((await titles(query, 1))[0]?.slice(0, beginning.length)).toBe(beginning);
  });

  it.each([
    ['optimisation', 'optimization'],
    ['regularised', 'regularized'],
    ['behaviour', 'behavior'],
    ['colour', 'color'],
    ['DIFFUSION', 'diffusion'],
    ['Fréchet', 'frechet'],
  ])('answers %j as it answers %j', async (a, b) => {
    expect(await titles(a)).toEqual(await titles(b));
    expect((await titles(a)).length).toBeGreaterThan(0);
  });

  it.each([
    ['fine-tuning', 'fine tuning'],
    ['super-resolution', 'superresolution'],
    ['text-to-image', 'text to image'],
    ['networks', 'network'],
  ])('finds much the same papers for %j and %j', async (a, b) => {
    const [as, bs] = [new Set(await titles(a, 290)), new Set(await titles(b, 290))];
    expect(as.size).toBeGreaterThan(10);
    expect(as.intersection(bs).size / as.size).toBeGreaterThan(0.7);
  });

  it('finds words of abstracts', async () => {
    expect((await titles('voice assistants noise reverberation speech')).length).toBeGreaterThan(0);
    const { title, abstract } = papers[5] as Paper;
    expect(await titles(abstract.slice(200, 320), 1)).toEqual([title]);
    expect(await titles(abstract, 1)).toEqual([title]);
  });
});

describe('PaperSearch', () => {
  it.each(['', ' ', '\n\t', '"', '()', '—', '\\', '🙂', '\ud835', '\u200b', '$^_{}'])(
    'has no answer to %j',
    async (query) => {
      expect(await search.search(query)).toEqual([]);
    },
  );

  it('finds nothing without papers, or for words that no paper has', async () => {
    expect(await titlesAmong([], 'diffusion')).toEqual([]);
    expect(await search.search('xyzzyplugh')).toEqual([]);
  });

  it.each<[what: string, query: string]>([
    ['one word again and again', 'diffusion '.repeat(500)],
    ['one endless word', 'x'.repeat(5000)],
    ['one endless symbol', '∞'.repeat(5000)],
    ['very many short words', 'ab '.repeat(1666)],
    ['an endless compound', 'a-'.repeat(2500)],
    ['misspelled words', 'difusion modles prunning '.repeat(200)],
    ['unknown words', Array.from({ length: 700 }, (_, i) => `qwrt${i}`).join(' ')],
    [
      'a whole page',
      papers
        .map(({ abstract }) => abstract)
        .join(' ')
        .slice(0, 5000),
    ],
    ['no letters', '\\ $'.repeat(1666)],
  ])('is quick for a query of 5,000 characters: %s', async (_, query) => {
    const times: number[] = [];
    for (let i = 0; i < 3; i++) {
      const start = cpuTime();
      await search.search(query);
      times.push(cpuTime() - start);
    }
    expect(Math.min(...times)).toBeLessThan(200);
  });

  it('gives as many answers as asked for, each once', async () => {
    expect(await search.search('diffusion', 3)).toHaveLength(3);
    expect(await search.search('diffusion')).toHaveLength(50);
    const all = await titles('diffusion', 290);
    expect(new Set(all).size).toBe(all.length);
  });

  it('prefers a whole title to one that begins with the query, and that to one that contains it', async () => {
    const those = [
      paper('On Graph Networks'),
      paper('Graph Networks: A Survey of Graph Networks'),
      paper('Graph Networks'),
    ];
    expect(await titlesAmong(those, 'graph networks')).toEqual([
      'Graph Networks',
      'Graph Networks: A Survey of Graph Networks',
      'On Graph Networks',
    ]);
  });

  it('prefers all words to some', async () => {
    const those = [paper('Pruning Pruning Pruning'), paper('A Long Title about Pruning and, Much Later, Speech')];
    expect((await titlesAmong(those, 'speech pruning'))[0]).toBe('A Long Title about Pruning and, Much Later, Speech');
  });

  it('prefers a word as it is to a misspelling of another', async () => {
    expect(await titlesAmong([paper('Sparse Gates'), paper('Sparse Games')], 'games')).toEqual(['Sparse Games']);
    expect(await titlesAmong([paper('Sparse Gates'), paper('Sparse Trees')], 'gatse')).toEqual(['Sparse Gates']);
  });

  it('corrects swapped letters', async () => {
    expect(await titlesAmong([paper('Diffusion Trees')], 'difufsion trees')).toEqual(['Diffusion Trees']);
    expect(await titlesAmong([paper('Sparse Gates')], 'gaets')).toEqual(['Sparse Gates']);
    expect(await titlesAmong([paper('Sparse Gates')], 'gtase')).toEqual([]);
  });

  it('corrects two words typed as one, and one typed as two', async () => {
    const those = [paper('Super Resolution of Trees'), paper('Metamorphosis of Trees')];
    expect((await titlesAmong(those, 'superresolution trees'))[0]).toBe('Super Resolution of Trees');
    expect((await titlesAmong(those, 'meta morphosis trees'))[0]).toBe('Metamorphosis of Trees');
  });

  it('joins neighbouring words to a name, though both are words too', async () => {
    const those = [paper('Compressing SMoE Models'), paper('An S Curve of MoE'), paper('Segmenting Images by UNet')];
    expect((await titlesAmong(those, 's-moe'))[0]).toBe('Compressing SMoE Models');
    expect((await titlesAmong([...those, paper('A U for the Net')], 'u net'))[0]).toBe('Segmenting Images by UNet');
  });

  it('ranks the same by abstracts in the index, without reading papers, and by abstracts that were read', async () => {
    const index = indexPapers(papers);
    const without = headOf(index).index;
    const unread = new PaperStore(() => Promise.reject(new Error('read')), index);
    const read = new PaperStore(async (ids) => ids.map((id) => papers.find((paper) => paper.id === id)), without);
    for (const { title, abstract } of papers.slice(0, 40)) {
      for (const query of [title, abstract.split(' ').slice(30, 36).join(' ')]) {
        const matches = await new PaperSearch(unread, index).search(query);
        expect(matches).toEqual(await new PaperSearch(read, without).search(query));
      }
    }
  });

  it('leaves out papers of its index that are gone from the catalogue', async () => {
    const those = [paper('Sparse Gates'), paper('Sparse Trees')].map((each, i) => ({ ...each, id: `${i}`.repeat(16) }));
    const index = indexPapers(those);
    const among = (some: Paper[], query: string): Promise<string[]> => titlesIn(new PapersInMemory(some, index), query);
    expect(await among(those, 'sparse')).toEqual(['Sparse Gates', 'Sparse Trees']);
    expect(await among(those.slice(1), 'sparse')).toEqual(['Sparse Trees']);
    expect(await among(those.slice(1), 'sparse gates trees')).toEqual(['Sparse Trees']);
  });

  it('prefers words that stand together', async () => {
    const those = [
      paper('Random Thoughts on Long and Winding Walks'),
      paper('Thoughts on Long, Winding and Random Walks'),
    ];
    expect((await titlesAmong(those, 'random walks'))[0]).toBe('Thoughts on Long, Winding and Random Walks');
    const others = [paper('Random Deep Thoughts on Winding Walks'), paper('Deep Thoughts on Winding Random Walks')];
    expect((await titlesAmong(others, 'deep random walks'))[0]).toBe('Deep Thoughts on Winding Random Walks');
    expect((await titlesAmong(others.toReversed(), 'deep random walks'))[0]).toBe(
      'Deep Thoughts on Winding Random Walks',
    );
  });

  it.each([
    ['latnet diffusion modles', 'On Latent Diffusion Models'],
    ['latent difusion model for', 'Latent Diffusion Models for Video'],
    ['sparse attnetion', 'Sparse Attention'],
  ])('ranks words corrected from typos as if they were typed right: %s', async (query, first) => {
    const those = [
      paper('Diffusion of Models in a Latent Space'),
      paper('Latent Models, Diffusion Models'),
      paper('Attention, Sparse and Sparser Attention'),
      paper('Attention to the Sparse'),
      paper(first),
      paper('Models of Latent Diffusion'),
    ];
    expect((await titlesAmong(those, query))[0]).toBe(first);
  });

  it('puts titles that begin with the one word of the query first', async () => {
    const those = [
      paper('Training a GAN, a GAN and a GAN', 'GAN GAN GAN.'),
      paper('A GAN'),
      paper('GAN Inversion of Very Many Words in a Long Title'),
      paper('Ganymede'),
    ];
    expect((await titlesAmong(those, 'gan'))[0]).toBe('GAN Inversion of Very Many Words in a Long Title');
    const many = Array.from({ length: 300 }, (_, i) => paper(`Of Pruning ${i}`));
    const last = paper('Pruning the Very Long Branches of a Tree That Nobody Prunes Before Winter');
    expect((await titlesAmong([...many, last], 'pruning'))[0]).toBe(last.title);
  });

  it('prefers the title to the abstract', async () => {
    const those = [
      paper('Something Else', 'Here we speak of lotteries once.'),
      paper('Lotteries', 'Here we speak of something else.'),
    ];
    expect(await titlesAmong(those, 'lotteries')).toEqual(['Lotteries', 'Something Else']);
  });

  it('takes the last word for the beginning of a longer one, and no other', async () => {
    const those = [paper('Metamorphosis'), paper('Random Metamorphosis')];
    expect(await titlesAmong(those, 'metam')).toHaveLength(2);
    expect((await titlesAmong(those, 'random meta'))[0]).toBe('Random Metamorphosis');
    expect(await titlesAmong([paper('Metamorphosis of Trees')], 'met')).toHaveLength(1);
    expect(await titlesAmong([paper('Metamorphosis of Trees')], 'm')).toHaveLength(0);
  });

  it('filters before it limits the number of results', async () => {
    const withCode: Condition = {
      terms: () => [],
      over: ({ arrays }) => ({
        check: (paper) => ((arrays.flags[paper] as number) & HAS_CODE ? 'yes' : 'no'),
        matchesText: () => true,
      }),
    };
    const none: Condition = { terms: () => [], over: () => ({ check: () => 'no', matchesText: () => true }) };
    const found = await search.search('diffusion models', 20, withCode);
    expect(found).toHaveLength(20);
    expect(found.every(({ paper }) => paper.codeLinks.length > 0)).toBe(true);
    expect(await search.search('diffusion', 50, none)).toEqual([]);
  });

  it('reads further texts until there are as many results as asked for', async () => {
    const those = Array.from({ length: 500 }, (_, i) => paper(`Sparse Gates ${i}`, i % 50 === 49 ? 'Wanted.' : 'Not.'));
    const wanted: Condition = {
      terms: () => [],
      over: () => ({ check: () => 'needs-text', matchesText: ({ abstract }) => abstract === 'Wanted.' }),
    };
    const found = await new PapersInMemory(those).search('sparse', 10, wanted);
    expect(found.map(({ paper }) => paper.abstract)).toEqual(Array(10).fill('Wanted.'));
    expect(await new PapersInMemory(those).engine.allowed(wanted)).toHaveLength(10);
  });

  it('returns the matched words, so that they can be highlighted', async () => {
    const [hit] = await search.search('neral metamor', 1);
    const marked = markWords(hit?.paper.title as string, hit?.words ?? []).filter((piece) => piece.marked);
    expect(marked.map(({ text }) => text)).toEqual(['Neural', 'Metamorphosis']);
  });
});

describe('papers related to another', () => {
  it('share words with it, the rare ones first', async () => {
    const those = [
      paper('Lottery Tickets in Pruning', 'We prune networks.'),
      paper('Speech Enhancement', 'We train networks.'),
      paper('Winning Lottery Tickets', 'We train networks.'),
      paper('Gardening'),
    ];
    const [first] = await relatedTo(indexPapers(those), those[0] as Paper, 5);
    expect(first?.id).toBe(paperIdOf('Winning Lottery Tickets'));
    expect(first?.words).toEqual(expect.arrayContaining(['lottery', 'ticket']));
  });

  it('are other papers, as many as asked for', async () => {
    for (const paper of papers.slice(0, 20)) {
      const related = await relatedTo(search.engine.index, paper, 7);
      expect(related).toHaveLength(7);
      expect(related.map(({ id }) => id)).not.toContain(paper.id);
    }
  });
});
