/** Makes the pictures of the README, every surface in light and dark, and those for the stores. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Driver } from '../browser/driver/driver.ts';
import { launch } from '../browser/driver/launch.ts';
import { demonstrate, type Sight, serveDemonstration } from './demonstration.ts';
import { StorePictures } from './store-pictures.ts';

/** Size of the popup, and of a page, in CSS pixels. */
const POPUP = { width: 420, height: 600, deviceScaleFactor: 2 };
const PAGE = { width: 900, height: 900, deviceScaleFactor: 1.5 };
const LIBRARY = { width: 1360, height: 800, deviceScaleFactor: 1.5 };

const sizes: Partial<Record<Sight['name'], typeof PAGE>> = {
  page: PAGE,
  'page-after': PAGE,
  library: LIBRARY,
  'add-papers': { ...LIBRARY, width: 1000, height: 640 },
};

/** Writes a picture of what is seen to `folder`; returns the file's path. */
export async function picture(
  driver: Driver,
  { name, page }: Sight,
  folder: string,
  scheme: 'light' | 'dark',
): Promise<string> {
  await page.bringToFront();
  await page.setViewport(sizes[name] ?? POPUP);
  // The titles that are new are at the end.
  if (name === 'page-after') await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await driver.preferColours(scheme);
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'));
  const path = join(folder, `${name}-${scheme}.png`) as `${string}.png`;
  await page.screenshot({ path });
  return path;
}

async function main(folder: string, storeFolder: string): Promise<void> {
  for (const each of [folder, storeFolder]) mkdirSync(each, { recursive: true });
  const server = await serveDemonstration();
  const driver: Driver = await launch('chromium');
  const store = new StorePictures(driver, storeFolder);
  await demonstrate(driver, server.origin, async (sight) => {
    for (const scheme of ['dark', 'light'] as const) console.log(await picture(driver, sight, folder, scheme));
    console.log(await store.take(sight));
  });
  await driver.close();
  await server.close();
}

if (import.meta.main) await main('tests/demo/pictures', '.output/store');
