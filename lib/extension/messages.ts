/** Every message between the parts of the extension, by direction. Content scripts never receive what the reader keeps. */
import { browser } from 'wxt/browser';
import type { PaperId } from '../core/paper.ts';

/** Content script → background, one-way. */
export interface FromPage {
  type: 'page/papers-counted';
  /** Distinct catalogued papers marked on the page. */
  count: number;
}

/** Popup → background; answered with {@link CatalogueAnswer}. */
export interface FromPopup {
  type: 'popup/ensure-catalogue';
}

/** Anything the background hears. */
export type ToBackground = FromPage | FromPopup;

/** The background's answer to `popup/ensure-catalogue`, when the bundled digests are in the database or could not be put there. */
export type CatalogueAnswer = { ok: true } | { ok: false; error: string };

/** A catalogued paper found on a page. */
export interface PageMention {
  paperId: PaperId;
  /** How many times its title stands on the page. */
  occurrences: number;
}

/** Content script → popup over {@link PAGE_PORT}: sent at once and again after every change. In the page's own order. */
export type PortFromPage = { type: 'page/mentions'; mentions: PageMention[] };

/** Popup → content script over {@link PAGE_PORT}: scroll to the next mark of this paper and flash it. */
export type PortFromPopup = { type: 'popup/reveal'; paperId: PaperId };

/** Name of the port that the popup opens to the content script of a tab. */
export const PAGE_PORT = 'paperlight/page';

/** Asks the background to have the bundled catalogue in the database; resolves when that is settled. Throws if the background cannot be reached. */
export async function ensureCatalogue(): Promise<CatalogueAnswer> {
  return browser.runtime.sendMessage<FromPopup, CatalogueAnswer>({ type: 'popup/ensure-catalogue' });
}
