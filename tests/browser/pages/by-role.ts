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

/**
 * The same, in a tab that stays where it is. Throws after a minute, with what the page shows in its
 * place.
 */
export async function waitForRole(page: Page, role: string, name: string): Promise<ElementHandle> {
  let reason: unknown;
  const ask = async (): Promise<ElementHandle | undefined> => {
    try {
      reason = undefined;
      return await find(page, role, name);
    } catch (error) {
      // A page that is being loaded answers nothing.
      reason = error;
      return undefined;
    }
  };
  try {
    return await until(`the ${role} ${name}`, ask);
  } catch (error) {
    throw new Error(`${(error as Error).message}: ${reason ?? (await shown(page))}`);
  }
}

/** Where a page is and the beginning of its markup, for a failure's message. */
function shown(page: Page): Promise<string> {
  return page
    .evaluate(() => `${document.readyState} ${location.href} ${document.body?.outerHTML.slice(0, 500)}`)
    .catch(String);
}

async function find(page: Page, role: string, name: string): Promise<ElementHandle | undefined> {
  const found = await page.evaluateHandle(
    (role, name) => (globalThis as FinderScope).roleFinder?.findByRole(role, name),
    role,
    name,
  );
  const element = found.asElement();
  if (element) return element as ElementHandle;
  return (await giveFinder(page)) ? find(page, role, name) : undefined;
}

/** Puts the finder into a page; false where it is, as pages that are loaded again lose it. */
async function giveFinder(page: Page): Promise<boolean> {
  if (await page.evaluate(() => (globalThis as FinderScope).roleFinder !== undefined)) return false;
  code ??= bundleForPage(resolve(import.meta.dirname, 'role-finder-entry.ts'), 'roleFinder');
  await page.evaluate(await code);
  return true;
}

/** The names of all elements with one of these roles, outside of what `except` selects. */
export async function namesByRole(
  page: Page,
  roles: string[],
  except: string,
): Promise<{ role: string; name: string }[]> {
  await giveFinder(page);
  return page.evaluate(
    (roles, except) => (globalThis as FinderScope).roleFinder?.namesByRole(roles, except) ?? [],
    roles,
    except,
  );
}
