/** What `npm start` does: has a browser, builds the extension for it, and shows it. */

import type { BrowserName } from '../browser/driver/driver.ts';
import { browserAskedFor, start } from '../demo/start.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { findBrowser } from './find-browser.ts';
import { runTool } from './run-tool.ts';

try {
  const name = browserAskedFor(process.argv.slice(2)) ?? (await browserAtHand());
  await ensureBrowsers([name]);
  if (!runTool('wxt', 'build', '-b', name === 'firefox' ? 'firefox' : 'chrome')) throw new Error('The build failed.');
  await start(name);
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

/** Chromium, unless there is only Firefox. */
async function browserAtHand(): Promise<BrowserName> {
  return !(await findBrowser('chromium')) && (await findBrowser('firefox')) ? 'firefox' : 'chromium';
}
