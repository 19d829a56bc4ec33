/**
 * What marking costs: the first pass over pages of several kinds, beside the least that any pass
 * costs, a regular expression and mark.js.
 */
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import type { Paper } from '../../../lib/core/model/paper.ts';
import { launch } from '../../browser/driver/launch.ts';
import { median } from '../median.ts';
import type * as endured from './endured.ts';
import { measureFrames } from './frames.ts';
import type * as measured from './measured.ts';

type Contender = Parameters<typeof measured.time>[0];

const CATALOGUES = [290, 10_000, 100_000];
const PAGES: (measured.PageKind & { rounds: number; contenders: Contender[] })[] = [
  { kind: 'article', size: 20_000, titles: true, rounds: 60, contenders: ['walk', 'ours'] },
  { kind: 'article', size: 20_000, titles: false, rounds: 60, contenders: ['walk', 'ours'] },
  { kind: 'article', size: 1_000_000, titles: true, rounds: 7, contenders: ['walk', 'ours'] },
  { kind: 'article', size: 1_000_000, titles: false, rounds: 7, contenders: ['walk', 'ours'] },
  { kind: 'feed', size: 50_000, titles: false, rounds: 9, contenders: ['walk', 'ours'] },
];
/** The slow ones, where they can be waited for. */
const PEERS: (typeof PAGES)[number] = {
  kind: 'article',
  size: 20_000,
  titles: true,
  rounds: 3,
  contenders: ['walk', 'ours', 'regularExpression', 'markJs'],
};

/** Characters of the pages of other scripts, and how often each is measured. */
const TEXT_SIZES = [100_000, 2_000_000];
const TEXT_ROUNDS = 7;

/**
 * Prints a table of medians in milliseconds and of ratios to the walk, each row measured in one
 * run, the contenders in turn.
 */
export async function measureHighlighting(): Promise<void> {
  const { papers } = bundleDigests('seeds').catalogue;
  const driver = await launch('chromium', { bare: true });
  const page = await driver.openPage('about:blank');
  await page.addScriptTag({ content: await bundle('measured') });
  const abstracts = papers.map((paper) => paper.abstract);
  const rows = [];
  for (const titles of CATALOGUES) {
    const bytes = await page.evaluate(
      (own, size) => globalMeasured().useCatalogue(own, size),
      papers.map((paper) => paper.title),
      titles,
    );
    for (const kind of titles === CATALOGUES[0] ? [...PAGES, PEERS] : PAGES) {
      rows.push({ titles, 'bytes a title': Math.round(bytes), ...(await measure(page, kind, abstracts)) });
    }
  }
  console.table(rows);
  for (const size of TEXT_SIZES) console.table(await measureTexts(page, size));
  await page.addScriptTag({ content: await bundle('endured') });
  console.table(await endure(page, papers));
  await driver.close();
  console.table(await measureFrames());
}

/**
 * What a first pass costs for each character of other scripts, LaTeX and code, in turn with
 * English.
 */
async function measureTexts(page: Page, size: number): Promise<Record<string, number | string>[]> {
  const names = await page.evaluate(() => globalMeasured().textNames);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < TEXT_ROUNDS; round++) {
    for (const [name, list] of times) {
      const length = await page.evaluate((...kind) => globalMeasured().useText(...kind), name, size);
      list.push(((await page.evaluate(() => globalMeasured().time('ours'))) / length) * 1e6);
    }
  }
  const english = median(times.get('English') as number[]);
  return [...times].map(([text, list]) => ({
    text,
    characters: size,
    'ns a character': round(median(list)),
    'times English': round(median(list) / english),
  }));
}

/**
 * What pages without measure cost, beside the same pages unmarked: the longest task should stay
 * under 50 ms.
 */
async function endure(page: Page, papers: Paper[]): Promise<Record<string, number | string>[]> {
  const run = (name: string, isMarked: boolean): Promise<endured.Endurance> =>
    page.evaluate(
      (kind, abstracts, titles, marked) => globalEndured().endure(kind, abstracts, titles, marked),
      name,
      papers.map((paper) => paper.abstract),
      papers.map((paper) => paper.title),
      isMarked,
    );
  const rows = [];
  for (const name of await page.evaluate(() => globalEndured().names)) {
    const unmarked = await run(name, false);
    let heap = 0;
    const { JSHeapUsedSize: before = 0 } = await page.metrics();
    const see = async (): Promise<void> => {
      heap = Math.max(heap, ((await page.metrics()).JSHeapUsedSize ?? 0) - before);
    };
    const look = setInterval(() => see().catch(() => {}), 50);
    const { longestTask, took, marks } = await run(name, true);
    clearInterval(look);
    rows.push({
      page: name,
      marks,
      'until marked, ms': Math.round(took),
      'longest task, ms': Math.round(longestTask),
      'unmarked, ms': Math.round(unmarked.longestTask),
      'JavaScript memory, MB': Math.round(heap / 1e6),
    });
  }
  return rows;
}

/** In the page the measured functions are a global. */
declare function globalMeasured(): typeof measured;
declare function globalEndured(): typeof endured;

async function measure(
  page: Page,
  kind: (typeof PAGES)[number],
  abstracts: string[],
): Promise<Record<string, number | string>> {
  await page.evaluate((shape, texts) => globalMeasured().usePage(shape, texts), kind, abstracts);
  const times = new Map<Contender, number[]>(kind.contenders.map((name) => [name, []]));
  for (let round = 0; round < kind.rounds; round++) {
    for (const [name, list] of times)
      list.push(await page.evaluate((contender) => globalMeasured().time(contender), name));
  }
  const floor = median(times.get('walk') as number[]);
  const marks = await page.evaluate(() => globalMeasured().markCount());
  const row: Record<string, number | string> = {
    page: `${kind.size.toLocaleString('en')} ${kind.kind === 'article' ? 'words' : 'elements, and 1,000 in bursts'}`,
    marks,
    'walk, ms': round(floor),
  };
  for (const [name, list] of times)
    if (name !== 'walk') row[name] = `${round(median(list))} ms, ${round(median(list) / floor)} ×`;
  return row;
}

async function bundle(name: 'measured' | 'endured'): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: `tests/bench/highlight/${name}.ts`, formats: ['iife'], name },
    },
  });
  const [chunk] = Array.isArray(output) ? (output[0]?.output ?? []) : 'output' in output ? output.output : [];
  if (chunk?.type !== 'chunk') throw new Error('the measured code could not be bundled');
  const global = name === 'measured' ? 'globalMeasured' : 'globalEndured';
  return `${chunk.code}\nglobalThis.${global} = () => ${name};`;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
