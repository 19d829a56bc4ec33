/**
 * How well titles are recognised on real pages with known answers: `PAGES=folder npm run bench --
 * pages`. The folder holds HTML files and a truth.json that says, for each, which titles are
 * visible and how often, and which strings are doubtful and count neither way.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../../lib/core/text/fold.ts';
import type { BrowserName } from '../browser/driver/driver.ts';
import { launch } from '../browser/driver/launch.ts';
import { servePages } from '../browser/driver/server.ts';
import { marksWhileScrolling, mentionsOn } from '../browser/pages/page-marks.ts';

/** The truth about a page. */
interface KnownPage {
  page: string;
  titles: { title: string; occurrences: number }[];
  doubtful: { title: string }[];
}

/** What was found of what is known, over all pages. */
interface Score {
  known: number;
  found: number;
  wrong: number;
  remarks: string[];
}

/**
 * Prints recall and wrong marks in each browser. Throws if the environment variable PAGES names no
 * such folder.
 */
export async function measureRealPages(): Promise<void> {
  const folder = process.env.PAGES;
  if (!folder || !existsSync(join(folder, 'truth.json'))) {
    throw new Error('Set PAGES to a folder of HTML files with a truth.json: PAGES=folder npm run bench -- pages');
  }
  const { pages } = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as { pages: KnownPage[] };
  const rows = [];
  for (const browser of ['chromium', 'firefox'] as const) {
    for (const [way, { known, found, wrong, remarks }] of Object.entries(await score(browser, folder, pages))) {
      for (const remark of remarks) console.log(`${browser}, ${way}: ${remark}`);
      const recall = `${((100 * found) / known).toFixed(1)} %`;
      rows.push({ browser, way, pages: pages.length, mentions: known, found, recall, wrong });
    }
  }
  console.table(rows);
}

/** What *This page* lists, and what is painted while a reader scrolls through. */
async function score(
  browser: BrowserName,
  folder: string,
  pages: KnownPage[],
): Promise<Record<'listed' | 'painted', Score>> {
  const server = await servePages((path) => {
    const file = join(folder, decodeURIComponent(path));
    return path.endsWith('.html') && existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  });
  const driver = await launch(browser);
  const empty = (): Score => ({ known: 0, found: 0, wrong: 0, remarks: [] });
  const scores = { listed: empty(), painted: empty() };
  for (const known of pages) {
    const address = `${server.origin}/${known.page}`;
    const tab = await driver.openPage(address);
    count(known, (await marksWhileScrolling(tab)).map(fold), scores.painted);
    const listed = await mentionsOn(driver.background, address);
    count(
      known,
      listed.map(({ text }) => fold(text)),
      scores.listed,
    );
    await tab.close();
  }
  await driver.close();
  await server.close();
  return scores;
}

/** Adds one page to the total. */
function count({ page, titles, doubtful }: KnownPage, marks: string[], total: Score): void {
  const left = new Map<string, number>();
  for (const mark of marks) left.set(mark, (left.get(mark) ?? 0) + 1);
  for (const { title, occurrences } of titles) {
    const marked = left.get(fold(title)) ?? 0;
    total.known += occurrences;
    total.found += Math.min(marked, occurrences);
    if (marked < occurrences) total.remarks.push(`missed on ${page}: ${title}`);
    left.set(fold(title), Math.max(0, marked - occurrences));
  }
  for (const { title } of doubtful) left.delete(fold(title));
  for (const [mark, times] of left) {
    total.wrong += times;
    if (times > 0) total.remarks.push(`wrong on ${page}: ${mark}`);
  }
}
