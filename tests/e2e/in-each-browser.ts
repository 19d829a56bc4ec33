/** One specification for both browsers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { BrowserName, Driver } from '../browser/driver.ts';
import { launch } from '../browser/launch.ts';
import { type PageServer, servePages } from '../browser/server.ts';

/** What a specification has at hand while its tests run. */
export interface Bench {
  readonly name: BrowserName;
  /** The browser, which all tests of the specification share. */
  driver: Driver;
  /** Serves the pages that were given to {@link inEachBrowser}. */
  server: PageServer;
  /** Folder of the browser's profile. */
  profile: string;
}

const BROWSERS = (process.env.BROWSERS?.split(',') ?? ['chromium', 'firefox']) as BrowserName[];

/**
 * Runs `specify` for Chromium and for Firefox (or those that the environment variable BROWSERS names), each with one browser on a
 * new profile. `pageAt` gives the pages that its server has.
 */
export function inEachBrowser(
  title: string,
  pageAt: (path: string) => string | undefined,
  specify: (bench: Bench) => void,
): void {
  describe.each(BROWSERS)(`${title}, in %s`, (name) => {
    const bench = { name } as Bench;
    beforeAll(async () => {
      bench.profile = mkdtempSync(join(tmpdir(), 'paperlight-'));
      bench.server = await servePages(pageAt);
      bench.driver = await launch(name, { profile: bench.profile });
    });
    afterAll(async () => {
      await bench.driver?.close();
      await bench.server?.close();
      rmSync(bench.profile, { recursive: true, force: true });
    });
    specify(bench);
  });
}
