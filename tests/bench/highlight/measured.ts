/**
 * What is measured, as the page runs it: built to one script and put into an empty page as the
 * global `measured`.
 */
import Mark from 'mark.js';
import { paperIdOf } from '../../../lib/core/model/paper-id.ts';
import { buildTitleTable, TitleTable } from '../../../lib/core/titles/title-table.ts';
import { PageMarks } from '../../../lib/page/page-marks.ts';
import { PageScanner } from '../../../lib/page/page-scanner.ts';
import { markingTools } from '../../../lib/page/tools.ts';
import { articleOf, feedOf, TEXTS, textOf, textPage, titlesOf } from './pages.ts';

/** A page to measure on: an article of so many words, or a feed of so many small elements. */
export interface PageKind {
  kind: 'article' | 'feed';
  size: number;
  /** Whether titles stand on it. */
  titles: boolean;
}

let marks = new PageMarks(
  () => {},
  () => {},
);
/**
 * Elements that come to a feed afterwards, at a time, in how many bursts; and elements of a card.
 */
const BURST = 50;
const BURSTS = 20;
const CARD = 5;

let bursts: string[] = [];
/** Children of the body before the first burst. */
let cards = 0;
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
  bursts = kind === 'feed' ? Array.from({ length: BURSTS }, (_, i) => feedOf(words.slice(i * 100), BURST)) : [];
  cards = document.body.children.length;
  document.body.getBoundingClientRect();
}

/** Names of the kinds of text, English first. */
export const textNames = Object.keys(TEXTS);

/** Fills the page with about `size` characters of a kind of text; returns how many there are. */
export function useText(name: string, size: number): number {
  document.body.innerHTML = textPage(TEXTS[name] as string, size);
  bursts = [];
  cards = document.body.children.length;
  document.body.getBoundingClientRect();
  return document.body.textContent.length;
}

/** The floor: every text node visited and every character touched once. */
function walk(nodes: Element[]): void {
  let sum = 0;
  for (const node of nodes) {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.nodeValue as string;
      for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
    }
  }
  if (sum < 0) throw new Error('there is no text');
}

let scanner: PageScanner;

/** Our first pass over the page, or a pass over what has come since, without giving way. */
function ours(nodes: Element[]): void {
  const [first] = nodes;
  if (first === document.body) {
    marks = new PageMarks(
      () => {},
      () => {},
    );
    const { signal } = new AbortController();
    scanner = new PageScanner(document, table, marks, { tools: markingTools, load: async () => {} }, signal);
    scanner.start();
  } else if (first) scanner.scan(first, nodes.at(-1));
  scanner.finish();
}

/** One regular expression of all titles as they are written, on each text node. */
function regularExpression(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let found = 0;
  while (walker.nextNode()) found += (walker.currentNode.nodeValue as string).match(alternation)?.length ?? 0;
  if (found < 0) throw new Error('there are no matches');
}

/**
 * mark.js across elements, which wraps what it finds; its marks are taken away again outside of the
 * measurement.
 */
function markJs(): void {
  new Mark(document.body).mark(titles, { acrossElements: true, separateWordSearch: false, diacritics: false });
}

const contenders = { walk, ours, regularExpression, markJs };

/**
 * Runs a contender once over the page, and on a feed over what then comes in bursts; returns
 * milliseconds.
 */
export function time(name: keyof typeof contenders): number {
  const run = (nodes: Element[]): number => {
    const start = performance.now();
    contenders[name](nodes);
    return performance.now() - start;
  };
  let took = run([document.body]);
  for (let burst = 0; burst < bursts.length; burst++) {
    document.body.insertAdjacentHTML('beforeend', bursts[burst] as string);
    took += run([...document.body.children].slice(cards + (burst * BURST) / CARD));
  }
  for (const added of [...document.body.children].slice(cards)) added.remove();
  if (name === 'markJs') new Mark(document.body).unmark();
  return took;
}

/** How many marks our last pass made. */
export function markCount(): number {
  marks.refresh();
  return marks.inOrder.length;
}
