/** What is measured, as the page runs it. Built to one script and put into an empty page. */
import { paperIdOf } from '../../../lib/core/paper-id.ts';
import { buildTitleTable, TitleTable } from '../../../lib/core/title-index.ts';
import { PageMarks } from '../../../lib/page/page-marks.ts';
import { PageScanner } from '../../../lib/page/page-scanner.ts';
import { articleOf, feedOf, textOf, titlesOf } from './pages.ts';

const painter = {
  paint(ranges: AbstractRange[]): void {
    CSS.highlights.set('paperlight', new Highlight(...ranges));
  },
};
const marks = new PageMarks(painter, () => {});
let table: TitleTable;
let titles: string[];

/** Makes the table of a catalogue; returns the bytes of the table for each title. */
export function useCatalogue(own: string[], size: number): number {
  titles = titlesOf(own, size);
  const words = buildTitleTable(titles.map((title) => ({ id: paperIdOf(title), title })));
  table = new TitleTable(words);
  return words.byteLength / size;
}

/** Fills the page. */
export function usePage(kind: 'article' | 'feed', abstracts: string[], words: number, withTitles: boolean): void {
  const text = textOf(abstracts, kind === 'article' ? words : 20_000, 7);
  document.body.innerHTML = kind === 'article' ? articleOf(text, withTitles ? titles : []) : feedOf(text, words);
  document.body.getBoundingClientRect();
}

/** The floor: every text node visited, every character touched once. Milliseconds. */
export function walk(): number {
  const start = performance.now();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let sum = 0;
  while (walker.nextNode()) {
    const text = walker.currentNode.nodeValue as string;
    for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  }
  const time = performance.now() - start;
  if (sum < 0) throw new Error('unreachable');
  return time;
}

/** A first pass of ours over the page, without giving way. Milliseconds, and the marks it made. */
export function scan(): { time: number; marks: number } {
  marks.clear();
  const off = new AbortController();
  const start = performance.now();
  const scanner = new PageScanner(document, table, marks, off.signal);
  scanner.scanNow(document.body);
  const time = performance.now() - start;
  off.abort();
  return { time, marks: [...marks.byPaper().values()].flat().length };
}
