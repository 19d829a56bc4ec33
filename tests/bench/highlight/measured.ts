/** What is measured, as the page runs it: built to one script and put into an empty page as the global `measured`. */
import Mark from 'mark.js';
import { paperIdOf } from '../../../lib/core/paper-id.ts';
import { buildTitleTable, TitleTable } from '../../../lib/core/title-index.ts';
import { judge } from '../../../lib/page/judge.ts';
import { PageMarks } from '../../../lib/page/page-marks.ts';
import { PageScanner } from '../../../lib/page/page-scanner.ts';
import { highlightPainter } from '../../../lib/page/painter.ts';
import { articleOf, feedOf, textOf, titlesOf } from './pages.ts';

/** A page to measure on: an article of so many words, or a feed of so many small elements. */
export interface PageKind {
  kind: 'article' | 'feed';
  size: number;
  /** Whether titles stand on it. */
  titles: boolean;
}

const marks = new PageMarks(highlightPainter, () => {});
let titles: string[] = [];
let table = new TitleTable(buildTitleTable([]));
let alternation = /(?!)/g;

/** Makes the catalogue; returns the bytes of its table for each title. */
export function useCatalogue(own: string[], size: number): number {
  titles = titlesOf(own, size);
  const words = buildTitleTable(titles.map((title) => ({ id: paperIdOf(title), title })));
  table = new TitleTable(words);
  alternation = new RegExp(titles.map((title) => title.replace(/[^\w ]/g, '\\$&')).join('|'), 'gi');
  return words.byteLength / size;
}

/** Fills the page. */
export function usePage({ kind, size, titles: hasTitles }: PageKind, abstracts: string[]): void {
  const words = textOf(abstracts, kind === 'article' ? size : 20_000, 7);
  document.body.innerHTML = kind === 'article' ? articleOf(words, hasTitles ? titles : []) : feedOf(words, size);
  document.body.getBoundingClientRect();
}

/** The floor: every text node visited and every character touched once. */
function walk(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let sum = 0;
  while (walker.nextNode()) {
    const text = walker.currentNode.nodeValue as string;
    for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  }
  if (sum < 0) throw new Error('there is no text');
}

/** Our first pass over the page, without giving way. */
function ours(): void {
  marks.clear();
  const off = new AbortController();
  const scanner = new PageScanner(document, table, marks, { judge, load: async () => {} }, off.signal);
  scanner.start();
  scanner.finish();
  off.abort();
}

/** One regular expression of all titles as they are written, on each text node. */
function regularExpression(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let found = 0;
  while (walker.nextNode()) found += (walker.currentNode.nodeValue as string).match(alternation)?.length ?? 0;
  if (found < 0) throw new Error('there are no matches');
}

/** mark.js across elements, which wraps what it finds; its marks are taken away again outside of the measurement. */
function markJs(): void {
  new Mark(document.body).mark(titles, { acrossElements: true, separateWordSearch: false, diacritics: false });
}

const contenders = { walk, ours, regularExpression, markJs };

/** Runs a contender once; returns milliseconds. */
export function time(name: keyof typeof contenders): number {
  const start = performance.now();
  contenders[name]();
  const took = performance.now() - start;
  if (name === 'markJs') new Mark(document.body).unmark();
  return took;
}

/** How many marks our last pass made. */
export function markCount(): number {
  return marks.count;
}
