/**
 * Imports of generated bibliographies with abstracts, in Chromium: `npm run bench -- import`.
 * ENTRIES=100000 makes the file of the size that is aimed at, FILES=folder reads real files
 * besides.
 */
import { mkdtempSync, openAsBlob, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Paper } from '../../../lib/core/model/paper.ts';
import { readFile, UnreadableFileError } from '../../../lib/import/read-file.ts';
import { bundleForPage } from '../../browser/data/bundle.ts';
import type { Driver } from '../../browser/driver/driver.ts';
import { launch } from '../../browser/driver/launch.ts';
import { until } from '../../browser/driver/patience.ts';
import { servePages } from '../../browser/driver/server.ts';
import { openLibrary } from '../../browser/pages/library.ts';
import { marksOn } from '../../browser/pages/page-marks.ts';
import { openPopup } from '../../browser/pages/popup.ts';
import { median } from '../median.ts';
import { bibliographyOf, creditedPapers } from './bibliography.ts';
import { PeakMemory } from './peak-memory.ts';

const ENTRIES = Number(process.env.ENTRIES ?? '10000');
const ROUNDS = 3;
/** Papers that are handed to a page at once. */
const BATCH = 2_000;
/** Milliseconds that anything here may take. */
const PATIENCE = 1_800_000;

/** Prints what was measured, one table for each part. */
export async function measureImport(): Promise<void> {
  const papers = creditedPapers(ENTRIES);
  const file = bibliographyOf(papers);
  console.log(`${ENTRIES.toLocaleString('en')} entries, ${(file.size / 1e6).toFixed(1)} MB of BibTeX`);
  console.table([await parsing('generated', file)]);
  if (process.env.FILES) console.table(await realFiles(process.env.FILES));
  const driver = await launch('chromium');
  await openPopup(driver).then((popup) => popup.close());
  console.table([await writing(driver, papers)]);
  console.table([await importing(driver, papers, file)]);
  await driver.close();
}

/** Reads a file as an import does, in Node. */
async function parsing(name: string, file: Blob) {
  const counts = { record: 0, untitled: 0, refusal: 0, skipped: 0 };
  const from = process.cpuUsage();
  await readFile(
    file,
    () => (findings) => {
      for (const { kind } of findings) counts[kind]++;
    },
    () => {},
  );
  const { user, system } = process.cpuUsage(from);
  const seconds = (user + system) / 1e6;
  const { record: read, untitled, refusal: refused } = counts;
  return { file: name, read, untitled, refused, cpu_s: round(seconds), entries_a_second: Math.round(read / seconds) };
}

async function realFiles(folder: string) {
  const rows = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (!statSync(path).isFile()) continue;
    try {
      rows.push(await parsing(name, await openAsBlob(path)));
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      rows.push({ file: name, problem: error.problem });
    }
  }
  return rows;
}

/** Rows a second as an import writes them, beside bare Dexie in turns. */
async function writing(driver: Driver, papers: readonly Paper[]) {
  const page = await driver.openExtensionPage('options.html');
  await page.evaluate(await bundleForPage(resolve(import.meta.dirname, 'writing-entry.ts'), 'writing'));
  for (let at = 0; at < papers.length; at += BATCH) {
    await page.evaluate((some) => (globalThis as never as Scope).writing.take(some), papers.slice(at, at + BATCH));
  }
  const [ours, undone, bare]: number[][] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    const { add, undo } = await page.evaluate(() => (globalThis as never as Scope).writing.writeAsImport());
    ours?.push(add);
    undone?.push(undo);
    bare?.push(await page.evaluate(() => (globalThis as never as Scope).writing.writeBare()));
  }
  await page.close();
  const [add, undo, put] = [ours, undone, bare].map((times) => median(times as number[])) as [number, number, number];
  const perSecond = (ms: number): number => Math.round((papers.length / ms) * 1_000);
  return {
    rows_a_second: perSecond(add),
    bare_bulkPut: perSecond(put),
    ratio: round(put / add),
    undo_rows_a_second: perSecond(undo),
  };
}

interface Scope {
  writing: typeof import('./writing-entry.ts');
  /** Longest time between two turns of the page, in milliseconds. */
  longest: number;
}

/** An import as a reader makes it, in the library. */
async function importing(driver: Driver, papers: readonly Paper[], file: Blob) {
  const folder = mkdtempSync(join(tmpdir(), 'paperlight-bench-'));
  const path = join(folder, 'library.bib');
  writeFileSync(path, Buffer.from(await file.arrayBuffer()));
  const last = (papers.at(-1) as Paper).title;
  const server = await servePages(() => `<!doctype html><meta charset="utf-8"><h1>${last}</h1>`);
  const tab = await driver.openPage(`${server.origin}/`);
  const library = await openLibrary(driver);
  await watchTurns(library);
  const memory = new PeakMemory(driver.pid);
  const shown = (selector: string, pattern: string): Promise<unknown> =>
    library.waitForFunction(
      (where, what) => new RegExp(what).test(document.querySelector(where)?.textContent ?? ''),
      { timeout: PATIENCE },
      selector,
      pattern,
    );
  const press = (label: string): Promise<void> =>
    library.$$eval(
      'dialog[open] button, .toast button, header button',
      (all, name) => all.find((one) => one.textContent?.trim().startsWith(name))?.click(),
      label,
    );
  const clock = (): (() => number) => {
    const from = performance.now();
    return () => Math.round(performance.now() - from);
  };
  await press('Add papers');
  const input = (await library.waitForSelector('dialog input[type=file]')) as ElementHandle<HTMLInputElement>;
  const reading = clock();
  await input.uploadFile(path);
  await shown('dialog', 'Reading: [1-9]|papers: ');
  const first_count_ms = reading();
  await shown('.import-summary', 'papers: ');
  const preview_ms = reading();
  const whileReading = await longestTurn(library);
  const adding = clock();
  await press(`Add ${ENTRIES.toLocaleString('en')}`);
  await shown('.toast-text', '^Added');
  const added_ms = adding();
  const whileAdding = await longestTurn(library);
  const marking = clock();
  await tab.bringToFront();
  await until('the mark', async () => ((await marksOn(tab)).includes(last) ? true : undefined), PATIENCE);
  const marks_ms = marking();
  const peak = memory.stop();
  await server.close();
  rmSync(folder, { recursive: true });
  return {
    first_count_ms,
    preview_ms,
    added_ms,
    marks_ms,
    longest_turn_reading: whileReading,
    longest_turn_adding: whileAdding,
    peak_memory_MB: peak,
  };
}

/** Notes how long the page does not come to its next turn. */
async function watchTurns(page: Page): Promise<void> {
  await page.evaluate(() => {
    const scope = globalThis as never as Scope;
    const { port1, port2 } = new MessageChannel();
    let before = performance.now();
    scope.longest = 0;
    port1.onmessage = () => {
      const now = performance.now();
      if (document.visibilityState === 'visible') scope.longest = Math.max(scope.longest, now - before);
      before = now;
      setTimeout(() => port2.postMessage(0), 5);
    };
    port2.postMessage(0);
  });
}

/** The longest since the last call, in milliseconds. */
async function longestTurn(page: Page): Promise<number> {
  return page.evaluate(() => {
    const scope = globalThis as never as Scope;
    const { longest } = scope;
    scope.longest = 0;
    return Math.round(longest);
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
