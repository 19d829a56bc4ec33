/**
 * Which sites the browser lets the extension read. The reader can withhold them: "on click" in
 * Chromium, the switches of an extension's permissions in Firefox. What a click on the toolbar's
 * button allows, until the page is left, is not in here.
 */
import { browser } from 'wxt/browser';
import { listen } from './listen.ts';

/** All pages that the extension would mark. */
const EVERYWHERE = ['http://*/*', 'https://*/*'];

/** What the browser lets the extension read. */
export interface SiteAccess {
  /** All sites. */
  isWhole: boolean;
  /**
   * Where not: the sites that the reader has allowed, such as "arxiv.org" or "*.example.org".
   * Sorted.
   */
  sites: string[];
}

/** Asks the browser what may be read. */
export async function siteAccess(): Promise<SiteAccess> {
  if (await browser.permissions.contains({ origins: EVERYWHERE })) return { isWhole: true, sites: [] };
  const { origins = [] } = await browser.permissions.getAll();
  const sites = origins.map((pattern) => pattern.replace(/^[^:]*:\/\//, '').replace(/\/\*$/, ''));
  return { isWhole: false, sites: [...new Set(sites)].sort() };
}

/**
 * Whether the site of a web page's address may be read without a click; without an address: whether
 * every site may.
 */
export function mayRead(address?: string): Promise<boolean> {
  return browser.permissions.contains({ origins: address === undefined ? EVERYWHERE : originsOf(address) });
}

/**
 * Has the browser ask the reader whether the site of a web page's address may be read; without an
 * address: all sites. Call it in the handler of a click, before anything is awaited. Resolves with
 * the answer; the prompt may close the popup before.
 */
export function askToRead(address?: string): Promise<boolean> {
  return browser.permissions.request({ origins: address === undefined ? EVERYWHERE : originsOf(address) });
}

/** Calls `listener` whenever more or fewer sites may be read, until `signal` aborts. */
export function watchSiteAccess(listener: () => void, signal: AbortSignal): void {
  listen(browser.permissions.onAdded, listener, signal);
  listen(browser.permissions.onRemoved, listener, signal);
}

/** As patterns of the manifest, which know no ports. */
function originsOf(address: string): string[] {
  const { hostname } = new URL(address);
  return [`http://${hostname}/*`, `https://${hostname}/*`];
}
