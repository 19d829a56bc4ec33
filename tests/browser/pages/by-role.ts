/** Elements of a page by what a screen reader says of them. */
import { resolve } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { bundleForPage } from '../data/bundle.ts';
import { until } from '../driver/patience.ts';

/** What the page has in its global scope once the finder was put into it. */
interface FinderScope {
  roleFinder?: typeof import('./role-finder-entry.ts');
}

let code: Promise<string> | undefined;

/** The first element with this role and name, as soon as there is one. */
export async function byRole(page: Page, role: string, name: string): Promise<ElementHandle> {
  // In Chromium a tab in the background doesn't draw: what is asked of it next would wait.
  await page.bringToFront();
  return waitForRole(page, role, name);
}

/** The same, in a tab that stays where it is. */
export async function waitForRole(page: Page, role: string, name: string): Promise<ElementHandle> {
  // A page that is being loaded answers nothing.
  return until(`the ${role} ${name}`, () => find(page, role, name).catch(() => undefined));
}

async function find(page: Page, role: string, name: string): Promise<ElementHandle | undefined> {
  const found = await page.evaluateHandle(
    (role, name) => (globalThis as FinderScope).roleFinder?.findByRole(role, name),
    role,
    name,
  );
  const element = found.asElement();
  if (element) return element as ElementHandle;
  // A page that was loaded since has no finder yet.
  if (await page.evaluate(() => (globalThis as FinderScope).roleFinder !== undefined)) return undefined;
  code ??= bundleForPage(resolve(import.meta.dirname, 'role-finder-entry.ts'), 'roleFinder');
  await page.evaluate(await code);
  return find(page, role, name);
}
