/** Tabs that were open before the extension was there, or before it might read them. */
import { browser } from 'wxt/browser';

/**
 * Marks open tabs when the browser lets their sites be read. Call once, before anything is awaited.
 */
export function followSiteAccess(): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    if (origins.length > 0) void markOpenTabs(origins);
  });
}

/**
 * Runs this version's content script in every frame of every open web page, so that marks need no
 * reload. Pages that refuse scripts are left alone; of those that are withheld browsers don't tell.
 * `pages`: patterns of their addresses.
 */
export async function markOpenTabs(pages = ['http://*/*', 'https://*/*']): Promise<void> {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  const tabs = await browser.tabs.query({ url: pages, discarded: false });
  const targets = tabs.flatMap(({ id }) => (id === undefined ? [] : [{ tabId: id, allFrames: true }]));
  await Promise.allSettled(
    targets.flatMap((target) =>
      scripts.map(({ js = [] }) => browser.scripting.executeScript({ target, files: js as never })),
    ),
  );
}
