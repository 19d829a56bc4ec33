/**
 * The style of marks that the reader chose. A style sheet of the extension, which the browser adds to pages by itself, leaves no trace in
 * them: no element, nothing in `document.styleSheets` or `adoptedStyleSheets`. All marks stay under one name in the page's registry, so
 * that no page sees kinds of marks. Pages yet to be loaded get the sheet without waking the background. It is added as the reader's own
 * sheet: one of the page does not reach into shadow trees in Firefox.
 */
import { browser } from 'wxt/browser';
import { listen } from './listen.ts';
import { styleSheet } from './mark-sheet.ts';
import { readSettings, watchSettings } from './settings.ts';
import { defaultSettings, type MarkStyle, markStyles } from './stored-settings.ts';

/** Name under which the browser keeps the sheet. */
const ID = 'mark-style';

/** Has pages follow the style that is chosen. Call once, before anything is awaited. */
export function followMarkStyle(): void {
  const always = new AbortController().signal;
  watchSettings(({ markStyle }, before) => {
    if (markStyle === before.markStyle) return;
    void registerStyle(markStyle);
    void restyleOpenTabs(markStyle);
  }, always);
  // The browser forgets it with every update.
  listen(browser.runtime.onInstalled, async () => registerStyle((await readSettings()).markStyle), always);
}

/** Has the browser add the style's sheet to pages that are loaded from now on. */
async function registerStyle(style: MarkStyle): Promise<void> {
  const { matches = [] } = browser.runtime.getManifest().content_scripts?.[0] ?? {};
  await browser.scripting.unregisterContentScripts({ ids: [ID] }).catch(() => {});
  // The default needs no sheet: the content script brings it.
  if (style === defaultSettings.markStyle) return;
  const script = { id: ID, matches, css: [styleSheet(style)], allFrames: true, matchOriginAsFallback: true };
  const lasting = { ...script, runAt: 'document_start', persistAcrossSessions: true } as const;
  try {
    const asReaders = { ...lasting, cssOrigin: 'user' };
    await browser.scripting.registerContentScripts([asReaders]);
  } catch {
    // Firefox before 144 does not know the property; nor does Chromium, where any sheet reaches shadow trees.
    await browser.scripting.registerContentScripts([lasting]);
  }
}

/** Changes the style of pages that are open. A sheet with which they were loaded can't be taken away; the one added last wins. */
async function restyleOpenTabs(style: MarkStyle): Promise<void> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'], discarded: false });
  const restyle = async (tabId: number): Promise<void> => {
    const target = { tabId, allFrames: true };
    await browser.scripting.removeCSS({ target, files: markStyles.map(styleSheet), origin: 'USER' });
    await browser.scripting.insertCSS({ target, files: [styleSheet(style)], origin: 'USER' });
  };
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [restyle(id)])));
}
