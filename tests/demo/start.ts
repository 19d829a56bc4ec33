/**
 * `npm start`: a browser with the extension on the demonstration page, or, where there is no
 * display, the same done headless.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserName } from '../browser/driver/driver.ts';
import { launch } from '../browser/driver/launch.ts';
import { demonstrate, LIBRARY, serveDemonstration } from './demonstration.ts';
import { picture } from './screenshots.ts';

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Reads which browser is asked for, if any. Throws an Error that says what can be asked. */
export function browserAskedFor(args: string[]): BrowserName | undefined {
  const [name] = parseArgs({ args, allowPositionals: true }).positionals;
  if (name === undefined || name === 'chromium' || name === 'firefox') return name;
  throw new Error(`"${name}" is not a browser that Paperlight knows. Say npm start, or npm start -- firefox.`);
}

async function showInWindow(name: BrowserName): Promise<void> {
  const server = await serveDemonstration();
  const driver = await launch(name, { window: true });
  await driver.openPage(`${server.origin}/`);
  console.log(`
Paperlight runs in ${name}. The page that is open has known titles on it: they are marked.
  1. Click Paperlight's button in the toolbar (it may be behind the puzzle piece).
  2. Type: rethinking gans
  3. Press Ctrl+S (or Cmd+S) to save the paper; look at Reading list and This page.
  4. Open the library (the icon in the popup's corner) and drop ${LIBRARY} there, or your own .bib:
     more references of the page light up.
Close the browser to end.`);
  await driver.closed();
  await server.close();
}

async function performHeadless(name: BrowserName): Promise<void> {
  const folder = join('.output', 'screenshots', name);
  mkdirSync(folder, { recursive: true });
  const server = await serveDemonstration();
  const driver = await launch(name);
  console.log(`There is no display, so ${name} runs without a window:`);
  try {
    await demonstrate(driver, server.origin, async (sight) => {
      console.log(`  ${sight.seen}`);
      await picture(driver, sight, folder, 'light');
    });
  } finally {
    await driver.close();
    await server.close();
  }
  console.log(`Screenshots of all of it lie in ${folder}.`);
}

/** Runs the demonstration in a browser that is installed, with the extension that is built. */
export async function start(name: BrowserName): Promise<void> {
  await (hasDisplay ? showInWindow(name) : performHeadless(name));
}
