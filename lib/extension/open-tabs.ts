/** Tabs that were open before the extension was there. */
import { browser } from 'wxt/browser';

/** Runs this version's content script in every frame of every open web page, so that marks need no reload. Pages that refuse scripts are left alone. */
export async function markOpenTabs(): Promise<void> {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'], discarded: false });
  const targets = tabs.flatMap(({ id }) => (id === undefined ? [] : [{ tabId: id, allFrames: true }]));
  await Promise.allSettled(
    targets.flatMap((target) =>
      scripts.flatMap(({ js = [], css = [] }) => [
        // As what the reader says, which reaches shadow trees in Firefox (wxt.config.ts).
        browser.scripting.insertCSS({ target, files: css, origin: 'USER' }),
        browser.scripting.executeScript({ target, files: js as never }),
      ]),
    ),
  );
}
