/**
 * What readers wait for in Chromium, beside a popup with nothing in it, in one run: `npm run bench
 * -- search-popup`. SIZES=290,10000 measures other catalogues.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import type { Paper } from '../../../lib/core/model/paper.ts';
import { fillCatalogue } from '../../browser/data/large-catalogue.ts';
import { builtExtension, type Driver } from '../../browser/driver/driver.ts';
import { launch } from '../../browser/driver/launch.ts';
import { openPopup, search } from '../../browser/pages/popup.ts';
import { generatedPapers } from './catalogue.ts';
import { measureScrolling } from './scrolling.ts';

const SIZES = (process.env.SIZES ?? '290,10000,100000').split(',').map(Number);
/** The machine's own noise is a tenth of what is measured. */
const ROUNDS = 41;
/** Papers whose titles, and phrases of whose abstracts, are typed letter by letter. */
const TYPED = 8;
/** Popups in which they are typed: the slowest hundredth of one are a few keys. */
const TYPISTS = 2;

/** A popup with nothing in it: what any popup takes to open. */
const EMPTY = {
  'empty.html': '<!doctype html><meta charset="utf-8"><body><script type="module" src="empty.js"></script>',
  'empty.js': 'document.body.innerHTML = \'<div class="row">Nothing</div>\';',
};

/** Prints a table: a row for each size, times in milliseconds. */
export async function measureSearchPopup(): Promise<void> {
  const extension = mkdtempSync(join(tmpdir(), 'paperlight-bench-'));
  cpSync(builtExtension.chromium, extension, { recursive: true });
  for (const [file, text] of Object.entries(EMPTY)) writeFileSync(join(extension, file), text);
  const rows = [];
  for (const size of SIZES) {
    const driver = await launch('chromium', { extension, withoutFrameRate: true });
    rows.push(await measureSize(driver, size));
    await driver.close();
  }
  rmSync(extension, { recursive: true });
  console.table(rows);
}

async function measureSize(driver: Driver, size: number): Promise<Record<string, number>> {
  const papers = generatedPapers(size);
  const indexing = await fill(driver, papers);
  const popup = await openPopup(driver);
  await search(popup, papers[3]?.title.slice(0, 25) as string);
  await popup.waitForSelector('.scroller[aria-busy=false] .rows .row');
  await pause(600);
  await popup.close();
  const opening = await measureOpening(driver);
  const keystrokes = await measureKeystrokes(driver, typedQueries(papers));
  const scrolling = await measureScrolling(driver);
  return {
    papers: size,
    'indexing, s': round(indexing / 1000),
    'empty popup': round(opening.empty),
    'last view': round(opening.shown),
    '× ': round(opening.shown / opening.empty),
    answer: round(opening.answered),
    '×': round(opening.answered / opening.empty),
    'keystroke, median': round(quantile(keystrokes.times, 0.5)),
    '99 %': round(quantile(keystrokes.times, 0.99)),
    'MB in the popup': round(keystrokes.bytes / 1e6),
    'library: a frame, median': round(quantile(scrolling.times, 0.5)),
    '99 % ': round(quantile(scrolling.times, 0.99)),
    'rows late, %': round(scrolling.late * 100),
  };
}

/** Returns the milliseconds that the indexing took. */
async function fill(driver: Driver, papers: Paper[]): Promise<number> {
  const page = await openPopup(driver);
  await page.waitForSelector('.row');
  const took = await fillCatalogue(page, papers);
  await page.close();
  return took;
}

interface Opening {
  empty: number;
  shown: number;
  answered: number;
}

/** Milliseconds from the navigation to the painted frame, medians of interleaved rounds. */
async function measureOpening(driver: Driver): Promise<Opening> {
  const page = await driver.openExtensionPage('empty.html');
  await page.evaluateOnNewDocument(watchOpening);
  const times: Opening[] = [];
  for (let round = 0; round < ROUNDS + 2; round++) {
    const empty = await openOnce(page, 'empty.html', 'shown');
    await pause(200);
    const shown = await openOnce(page, 'popup.html', 'shown');
    const answered = await timeOf(page, 'answered');
    // The view is kept when it has settled, and what a popup reads ahead would be in the way of the
    // next.
    await pause(2000);
    if (round >= 2) times.push({ empty, shown, answered });
  }
  await page.close();
  const median = (of: keyof Opening): number =>
    quantile(
      times.map((each) => each[of]),
      0.5,
    );
  return { empty: median('empty'), shown: median('shown'), answered: median('answered') };
}

async function openOnce(page: Page, path: string, what: 'shown' | 'answered'): Promise<number> {
  await page.goto(new URL(`/${path}`, page.url()).href);
  return timeOf(page, what);
}

interface Timed {
  timed: Record<'shown' | 'answered', PromiseWithResolvers<number>>;
}

/**
 * Waits in the page itself: looking for it from outside, frame by frame, would take time from what
 * is measured.
 */
function timeOf(page: Page, what: 'shown' | 'answered'): Promise<number> {
  return page.evaluate((name) => (globalThis as unknown as Timed).timed[name].promise, what);
}

/**
 * Runs in each new document: notes when rows are painted, and when those are that answer the query.
 */
function watchOpening(): void {
  const timed: Timed['timed'] = { shown: Promise.withResolvers(), answered: Promise.withResolvers() };
  Object.assign(globalThis, { timed });
  const seen = new Set<keyof typeof timed>();
  const painted = (name: keyof typeof timed): void => {
    if (seen.has(name)) return;
    seen.add(name);
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => timed[name].resolve(performance.now());
      channel.port2.postMessage(0);
    });
  };
  const look = (): void => {
    if (document.querySelector('.row')) painted('shown');
    if (document.querySelector('.scroller[aria-busy=false] > .rows')) painted('answered');
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
}

/**
 * Milliseconds from each keystroke to its painted results, and what the popup holds after all of
 * them.
 */
async function measureKeystrokes(driver: Driver, queries: string[]): Promise<{ times: number[]; bytes: number }> {
  const times: number[] = [];
  let bytes = 0;
  for (let typist = 0; typist < TYPISTS; typist++) {
    // Not openPopup: looking for something by its role has the browser keep a tree of roles and
    // names, and mend it in each frame.
    const page = await driver.openExtensionPage('popup.html');
    await page.waitForSelector('.scroller[aria-busy=false] > .rows .row');
    for (const query of queries) {
      times.push(await page.evaluate(typeInto, query));
      // Fast typing: some twelve keys a second, so that what comes after the first rows is part of
      // it.
      await pause(80);
    }
    bytes = Math.max(bytes, await bytesHeldBy(page));
    await page.close();
  }
  return { times, bytes };
}

async function bytesHeldBy(page: Page): Promise<number> {
  const session: CDPSession = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}

/**
 * Runs in the popup: has `query` in the box, as if its last letter had been typed, and waits for
 * the painted answer.
 */
async function typeInto(query: string): Promise<number> {
  const box = document.querySelector<HTMLInputElement>('input[type=search]') as HTMLInputElement;
  const scroller = document.querySelector('.scroller') as Element;
  box.focus();
  box.value = query;
  const start = performance.now();
  const answered = new Promise<void>((done) => {
    const observer = new MutationObserver(() => {
      if (scroller.getAttribute('aria-busy') === 'true') return;
      observer.disconnect();
      done();
    });
    observer.observe(scroller, { attributes: true, attributeFilter: ['aria-busy'] });
  });
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await answered;
  return new Promise((done) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now() - start);
      channel.port2.postMessage(0);
    });
  });
}

/**
 * Every beginning of some titles and of some phrases, as they are asked for while they are typed.
 */
function typedQueries(papers: Paper[]): string[] {
  return papers
    .filter((_, i) => i % Math.floor(papers.length / TYPED) === 0)
    .flatMap(({ title, abstract }) => [title, abstract.split(' ').slice(30, 36).join(' ')])
    .flatMap((text) => Array.from(text, (_, i) => text.slice(0, i + 1)).filter((query) => query.trim() === query));
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

function quantile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] as number;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
