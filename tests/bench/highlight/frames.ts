/**
 * What the content script costs a page that holds nothing for it: the page itself, and frames of
 * advertisers and counters in it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from '../../browser/driver/driver.ts';
import { launch } from '../../browser/driver/launch.ts';
import { servePages } from '../../browser/driver/server.ts';
import { median } from '../median.ts';

const ROUNDS = 9;
const FRAMES = 20;

/** An advertisement: a picture, a few words, a script. */
const ADVERTISEMENT = `<!doctype html><title>ad</title><style>body{font:14px sans-serif}</style>
<a href="#"><b>Shoes for running</b><p>Forty percent off until Sunday, in all sizes and colours.</p></a>
<script>globalThis.shown = Date.now();</script>`;

const page = (frames: number, size: string): string =>
  `<!doctype html><title>Page</title><p>A page with frames.</p>${`<iframe src="/ad" ${size}></iframe>`.repeat(frames)}`;

const pages = new Map([
  ['/ad', ADVERTISEMENT],
  ['/none', page(0, '')],
  ['/shown', page(FRAMES, 'width="300" height="250"')],
  ['/tiny', page(FRAMES, 'width="1" height="1"')],
]);

const KINDS = [
  { name: 'a page without a title', path: '/none', count: 1 },
  { name: 'a frame of 300 × 250', path: '/shown', count: FRAMES },
  { name: 'a frame of 1 × 1', path: '/tiny', count: FRAMES },
];

/** The least that any extension costs that has a content script in all frames. */
const EMPTY = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    background: { service_worker: 'background.js' },
    content_scripts: [{ matches: ['http://*/*'], js: ['page.js'], all_frames: true, run_at: 'document_idle' }],
  }),
  'background.js': '',
  'page.js': 'chrome.storage;',
};

/**
 * Rows with the time on the main thread, of the page or of each frame: without an extension, with
 * an empty one, and with ours.
 */
export async function measureFrames(): Promise<Record<string, number | string>[]> {
  const server = await servePages((path) => pages.get(path));
  const empty = mkdtempSync(join(tmpdir(), 'paperlight-empty-'));
  for (const [file, text] of Object.entries(EMPTY)) writeFileSync(join(empty, file), text);
  const drivers = [
    await launch('chromium', { bare: true }),
    await launch('chromium', { extension: empty }),
    await launch('chromium'),
  ];
  const rows = [];
  for (const { name, path, count } of KINDS) {
    const times = drivers.map((): number[] => []);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [i, driver] of drivers.entries()) times[i]?.push(await taskTime(driver, server.origin + path));
    }
    const [bare = 0, least = 0, ours = 0] = times.map((list) => round2(median(list) / count));
    rows.push({ page: name, 'bare, ms': bare, 'with an empty extension, ms': least, 'with Paperlight, ms': ours });
  }
  for (const driver of drivers) await driver.close();
  await server.close();
  rmSync(empty, { recursive: true });
  return rows;
}

/** Milliseconds that a page's tasks take until it has been calm for a while. */
async function taskTime(driver: Driver, address: string): Promise<number> {
  const tab = await driver.openPage(address);
  await new Promise((done) => setTimeout(done, 700));
  const { TaskDuration = 0 } = await tab.metrics();
  await tab.close();
  return TaskDuration * 1000;
}

function round2(value: number): number {
  return Number(value.toPrecision(2));
}
