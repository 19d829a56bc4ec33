/** Marks tabs that were open before the extension was installed, or before it had access. */
import { browser } from 'wxt/browser';

/**
 * Marks open tabs when the extension gets access to their sites. Call once, before anything is
 * awaited.
 */
export function followSiteAccess(): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    if (origins.length > 0) void markOpenTabs(origins);
  });
}

/**
 * Runs this version's content script in all frames of open web pages, so that marks need no reload.
 * Ignores pages that refuse scripts; withheld ones are not among the tabs.
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
