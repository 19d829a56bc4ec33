/** Every message between the parts of the extension, by direction. Content scripts never receive what the reader keeps. */
import { browser } from 'wxt/browser';

/** A frame's content script → background and popup, one-way: its marks are others now. They ask the frames what there is (frames.ts). */
export interface FromPage {
  type: 'page/marks-changed';
}

/** A frame's content script → background: questions about the page that the frame is in. */
export interface FromFrame {
  /** Answered with the page's address, if it is known; or with whether the reader has asked for marks on the page. */
  type: 'frame/page-address' | 'frame/is-asked';
}

/** Popup → background; answered with {@link CatalogueAnswer}. */
export interface FromPopup {
  type: 'popup/ensure-catalogue';
}

/** Anything the background hears. */
export type ToBackground = FromPage | FromFrame | FromPopup;

/** The background's answer to `popup/ensure-catalogue`, when the bundled digests are in the database or could not be put there. */
export type CatalogueAnswer = { ok: true } | { ok: false; error: string };

/** Asks the background to have the bundled catalogue in the database; resolves when that is settled. Throws if the background cannot be reached. */
export async function ensureCatalogue(): Promise<CatalogueAnswer> {
  return browser.runtime.sendMessage<FromPopup, CatalogueAnswer>({ type: 'popup/ensure-catalogue' });
}

/** Asks the background for the address of the page that this frame is in. Undefined if it can't say. */
export async function askPageAddress(): Promise<string | undefined> {
  return browser.runtime.sendMessage<FromFrame, string | undefined>({ type: 'frame/page-address' });
}

/** Asks whether the reader has asked for marks on the page that this frame is in. */
export async function isMarkingAsked(): Promise<boolean> {
  return browser.runtime.sendMessage<FromFrame, boolean>({ type: 'frame/is-asked' });
}
