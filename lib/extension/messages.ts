/**
 * Every message between the parts of the extension, by direction. Content scripts never receive what the reader keeps, but for the one
 * paper whose card is open.
 */
import { browser } from 'wxt/browser';
import type { PaperId } from '../core/paper.ts';
import type { CardChange, CardPaper } from '../page/card/line.ts';

/** Content script → background. */
export type FromPage =
  /** One-way, also to the popup: a frame's marks are others now. They ask the frames what there is (frames.ts). */
  | { type: 'page/marks-changed' }
  /** One-way: the reader may want to see a card: the card's script is to run in the frame that asks. */
  | { type: 'page/want-card' }
  /** Answered when the script with the rules has run in the frame that asks. */
  | { type: 'page/want-judge' };

/** Card → background, answered with {@link ChangeAnswer}. */
export type FromCard = { type: 'card/change'; paperId: PaperId; change: CardChange };

/** The background's answer to `card/change`: the change is on disk, or why it is not. */
export type ChangeAnswer = { ok: true } | { ok: false; error: string };

/** Background → card over a port whose name is {@link CARD_PORT} and the paper's id: at once, and again after every change. */
export type PortToCard = { type: 'background/paper'; paper: CardPaper } | { type: 'background/failed'; why: string };

/** First part of the name of the port that a card opens; the paper's id follows. */
export const CARD_PORT = 'paperlight/card/';

/** A frame's content script → background: questions about the page that the frame is in. */
export interface FromFrame {
  /** Answered with the page's address, if it is known; or with whether the reader has asked for marks on the page. */
  type: 'frame/page-address' | 'frame/is-asked';
}

/** Popup → background; answered with {@link CatalogueAnswer}. */
export interface FromPopup {
  type: 'popup/ensure-catalogue';
}

/** Note editor → background, one-way, as its page is closed: the text that is not on disk yet, and what writeNote asks beside. */
export interface FromEditor {
  type: 'editor/keep-note';
  paperId: PaperId;
  written: { base: string; note: string; sent?: string | undefined };
}

/** Anything the background hears. */
export type ToBackground = FromPage | FromFrame | FromPopup | FromCard | FromEditor;

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

/** Has the background write a note that this page, which is being closed, can't see written. */
export function keepNote(paperId: PaperId, written: FromEditor['written']): void {
  browser.runtime.sendMessage<FromEditor>({ type: 'editor/keep-note', paperId, written }).catch(() => {});
}
