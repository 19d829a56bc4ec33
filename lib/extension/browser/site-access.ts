/**
 * Which sites the browser lets the extension read. The reader can withhold them: "on click" in
 * Chromium, the switches of an extension's permissions in Firefox. Temporary access by a click on
 * the toolbar button is not counted.
 */
import { browser } from 'wxt/browser';
import { listen } from './listen.ts';

/** Patterns of all pages that the extension could mark. */
const ALL_SITES = ['http://*/*', 'https://*/*'];

/** The sites that the extension may read. */
export interface SiteAccess {
  /** Whether it may read all sites. */
  isWhole: boolean;
  /**
   * If not, the sites that the reader has allowed, such as "arxiv.org" or "*.example.org", sorted.
   */
  sites: string[];
}

/** Asks the browser which sites may be read. */
export async function siteAccess(): Promise<SiteAccess> {
  if (await browser.permissions.contains({ origins: ALL_SITES })) return { isWhole: true, sites: [] };
  const { origins = [] } = await browser.permissions.getAll();
  const sites = origins.map((pattern) => pattern.replace(/^[^:]*:\/\//, '').replace(/\/\*$/, ''));
  return { isWhole: false, sites: [...new Set(sites)].sort() };
}

/**
 * Whether the site of an address may be read without a click; without an address, whether all sites
 * may.
 */
export function canRead(address?: string): Promise<boolean> {
  return browser.permissions.contains({ origins: address === undefined ? ALL_SITES : originsOf(address) });
}

/**
 * Asks the reader, by the browser's prompt, for access to the site of an address; without an
 * address, to all sites. Call it in a click handler, before anything is awaited. Resolves with the
 * answer; the prompt may close the popup first.
 */
export function askToRead(address?: string): Promise<boolean> {
  return browser.permissions.request({ origins: address === undefined ? ALL_SITES : originsOf(address) });
}

/** Calls `listener` when access to sites changes, until `signal` aborts. */
export function watchSiteAccess(listener: () => void, signal: AbortSignal): void {
  listen(browser.permissions.onAdded, listener, signal);
  listen(browser.permissions.onRemoved, listener, signal);
}

/** As match patterns, which have no ports. */
function originsOf(address: string): string[] {
  const { hostname } = new URL(address);
  return [`http://${hostname}/*`, `https://${hostname}/*`];
}
