/** One specification for both browsers: the Vitest project says in which of them it runs. */

import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import type { BrowserName, Driver, LaunchOptions } from '../browser/driver/driver.ts';
import { type PageServer, servePages } from '../browser/driver/server.ts';
import { borrowBrowser, discardBrowser, launchOwn, type RunningBrowser, removeProfile } from './lane.ts';

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

/** The markup of a page that the server has under a path. */
type PageAt = (path: string) => string | undefined;

/** What a specification needs. */
interface Needs {
  pages?: PageAt;
  /**
   * A browser of its own on a new profile, started with these options: for tests that close or kill
   * it, or start it in another way. It costs some seconds; without it, the lane's browser is reset.
   */
  launch: LaunchOptions | ((name: BrowserName) => LaunchOptions);
}

/** The browser of this lane, by the Vitest project. */
const NAME = process.env.PAPERLIGHT_LANE as BrowserName;

/**
 * Runs `specify` in the browser of the lane, as it is after an installation: no tabs, nothing
 * stored. `needs` are the pages of its server, or these and a browser of its own.
 */
export function inEachBrowser(title: string, needs: PageAt | Needs, specify: (bench: Bench) => void): void {
  const { pages, launch }: Partial<Needs> = typeof needs === 'function' ? { pages: needs } : needs;
  describe(title, () => {
    const bench = { name: NAME } as Bench;
    let given: RunningBrowser;
    let openBefore = new Set<Page>();
    beforeAll(async () => {
      bench.server = await servePages(pages ?? (() => undefined));
      if (!launch) given = await borrowBrowser(NAME);
      else given = await launchOwn(NAME, typeof launch === 'function' ? launch(NAME) : launch);
      Object.assign(bench, given);
    });
    afterAll(async () => {
      await bench.server?.close();
      const isOther = bench.driver !== given?.driver;
      if (launch || isOther) await bench.driver?.close();
      if (launch) removeProfile(bench.profile);
      else if (isOther) await discardBrowser();
    });
    beforeEach(async () => {
      openBefore = new Set(await bench.driver.tabs().catch(() => []));
    });
    afterEach(async ({ task }) => {
      if (task.result?.state !== 'fail') return;
      // Tabs are found by their address: the next test must not take those that are left for its
      // own.
      const left = (await bench.driver.tabs().catch(() => [])).filter((tab) => !openBefore.has(tab));
      await Promise.allSettled(left.map((tab) => tab.close()));
    });
    specify(bench);
  });
}
