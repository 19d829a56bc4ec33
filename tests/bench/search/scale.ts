/**
 * What the index costs as catalogues grow, beside MiniSearch over the same words: `npm run bench --
 * search-scale`. In Node; SIZES=290,10000 measures other catalogues, CREDITS=1 such whose papers
 * have authors, years and venues. MiniSearch is left out from 50,000 papers on, where it takes a
 * minute and a gigabyte.
 */
import MiniSearch from 'minisearch';
import type { Paper } from '../../../lib/core/model/paper.ts';
import { relatedTo } from '../../../lib/core/search/related-papers.ts';
import { indexPapers } from '../../../lib/core/search-index/build-index.ts';
import { fromBuffer } from '../../../lib/core/search-index/index-layout.ts';
import { SearchIndex } from '../../../lib/core/search-index/search-index.ts';
import { formsOf, wordsOf } from '../../../lib/core/text/words.ts';
import { PapersInMemory, storedBytes } from '../../fixtures/paper-search.ts';
import { generatedPapers } from './catalogue.ts';
import { withCredits } from './credits.ts';

const SIZES = (process.env.SIZES ?? '290,10000,100000').split(',').map(Number);
const MAX_FOR_MINISEARCH = 50_000;
/** Papers whose titles, and phrases of whose abstracts, are typed letter by letter. */
const TYPED = 8;

/** Prints a table: a row for each size, times in milliseconds. */
export async function measureSearchScale(): Promise<void> {
  const rows: Record<string, number>[] = [];
  for (const size of SIZES) {
    const generated = generatedPapers(size);
    const papers = process.env.CREDITS ? withCredits(generated) : generated;
    const [build, index] = timed(() => indexPapers(papers));
    const { buffer, head } = storedBytes(index.arrays);
    const [load, loaded] = timed(() => new SearchIndex(fromBuffer(buffer)));
    const { engine } = new PapersInMemory(papers, loaded);
    const keystrokes: number[] = [];
    for (const query of typedQueries(papers)) {
      const start = performance.now();
      await engine.search(query);
      keystrokes.push(performance.now() - start);
    }
    const related: number[] = [];
    for (const paper of papers.slice(0, 50)) {
      const start = performance.now();
      await relatedTo(loaded, paper, 6);
      related.push(performance.now() - start);
    }
    rows.push({
      papers: size,
      'build, ms': Math.round(build),
      MB: round(buffer.byteLength / 1e6),
      'head, MB': round(head / 1e6),
      'load, ms': round(load),
      'keystroke, median': round(quantile(keystrokes, 0.5)),
      '99 %': round(quantile(keystrokes, 0.99)),
      'related, median': round(quantile(related, 0.5)),
      '99 % ': round(quantile(related, 0.99)),
      ...(size < MAX_FOR_MINISEARCH ? miniSearch(papers) : {}),
    });
  }
  console.table(rows);
}

function miniSearch(papers: Paper[]): Record<string, number> {
  const make = (): MiniSearch<Paper> =>
    new MiniSearch<Paper>({
      fields: ['title', 'abstract'],
      tokenize: (text) => [...wordsOf(text)],
      processTerm: (word) => [...formsOf(word)],
      searchOptions: { tokenize: (text) => [...wordsOf(text)], prefix: true, combineWith: 'AND' },
    });
  const [build, index] = timed(() => {
    const made = make();
    made.addAll(papers);
    return made;
  });
  // A tenth of the keystrokes: at 10,000 papers each takes up to a second.
  const some = typedQueries(papers).filter((_, i) => i % 10 === 0);
  const keystrokes = some.map((query) => timed(() => index.search(query))[0]);
  return {
    'MiniSearch: build': Math.round(build),
    'keystroke, median ': round(quantile(keystrokes, 0.5)),
    '99 %  ': round(quantile(keystrokes, 0.99)),
  };
}

/**
 * Every beginning of some titles and of some phrases, as they are asked for while they are typed.
 */
function typedQueries(papers: Paper[]): string[] {
  return papers
    .filter((_, i) => i % Math.floor(papers.length / TYPED) === 0)
    .flatMap(({ title, abstract }) => [title, abstract.split(' ').slice(30, 36).join(' ')])
    .flatMap((text) => Array.from(text, (_, i) => text.slice(0, i + 1)));
}

function timed<T>(run: () => T): [ms: number, result: T] {
  const start = performance.now();
  const result = run();
  return [performance.now() - start, result];
}

function quantile(values: number[], share: number): number {
  return values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] as number;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
