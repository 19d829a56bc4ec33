/**
 * Every message between the parts of the extension, by direction. Content scripts never receive what the reader keeps, but for the one
 * paper whose card is open.
 */
import { browser } from 'wxt/browser';
import type { PageFacts } from '../core/page-subject.ts';
import type { PaperId } from '../core/paper.ts';
import type { CardChange, CardPaper } from '../page/card/line.ts';
import type { SyncReport } from './sync-state.ts';

/** Content script → background. */
export type FromPage =
  /** One-way, also to the popup: a frame's marks are others now. They ask the frames what there is (frames.ts). */
  | { type: 'page/marks-changed' }
  /** One-way: the reader may want to see a card: the card's script is to run in the frame that asks. */
  | { type: 'page/want-card' }
  /** Answered when the script with the rules has run in the frame that asks. */
  | { type: 'page/want-judge' }
  /** One-way, from the top frame of a page on which a title was found: what the page says of itself. */
  | { type: 'page/about'; facts: PageFacts };

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

/** Popup → background. */
export type FromPopup =
  /** Answered with {@link CatalogueAnswer}. */
  | { type: 'popup/ensure-catalogue' }
  /** The same. The catalogue grew: pages are to know the titles that came. */
  | { type: 'popup/catalogue-grew' }
  /** Answered when that is settled. The search index is missing, lacks papers, or can't be used (`anew`). */
  | { type: 'popup/ensure-index'; anew: boolean };

/** The extension's own pages → background: about the sync of the reading list. */
export type AboutSync =
  /**
   * Answered with {@link SyncAnswer}: at once; when the list was synced, or could not be; or when the browser's sync holds nothing of
   * it any more.
   */
  { type: SyncQuestion };

/** What the settings ask the background to do about the sync before it answers. */
export type SyncQuestion = 'sync/report' | 'sync/now' | 'sync/delete';

/** The background's answer to a {@link SyncQuestion}: how the sync stands then, or why that can't be told. */
export type SyncAnswer = { ok: true; report: SyncReport } | { ok: false; error: string };

/** A page of the extension → background. One-way: the reading list may be another one now. It may sleep, and does not hear of it otherwise. */
export interface FromList {
  type: 'list/changed';
}

/** Note editor → background, one-way, as its page is closed: the text that is not on disk yet, and what writeNote asks beside. */
export interface FromEditor {
  type: 'editor/keep-note';
  paperId: PaperId;
  written: { base: string; note: string; sent?: string | undefined };
}

/** Anything the background hears. */
export type ToBackground = FromPage | FromFrame | FromPopup | FromCard | FromList | FromEditor | AboutSync;

/** The background's answer to both, when the bundled digests are in the database or could not be put there. */
export type CatalogueAnswer = { ok: true } | { ok: false; error: string };

/** Asks the background to have the bundled catalogue in the database; resolves when that is settled. Throws if the background cannot be reached. */
export async function ensureCatalogue(): Promise<CatalogueAnswer> {
  return browser.runtime.sendMessage<FromPopup, CatalogueAnswer>({ type: 'popup/ensure-catalogue' });
}

/** Asks the background to have the search index hold all papers; resolves when that is settled, or can't be. */
export async function ensureIndex(anew: boolean): Promise<void> {
  await browser.runtime.sendMessage<FromPopup>({ type: 'popup/ensure-index', anew }).catch(() => {});
}

/** Asks the background about the sync, or to do something about it. Throws if the background cannot be reached. */
export async function askAboutSync(question: SyncQuestion): Promise<SyncAnswer> {
  return browser.runtime.sendMessage<AboutSync, SyncAnswer>({ type: question });
}

/** Tells the background that the reading list may be another one now. */
export function tellListChanged(): void {
  // A background that can't be reached looks for itself when it starts.
  browser.runtime.sendMessage<FromList>({ type: 'list/changed' }).catch(() => {});
}

/** Has pages know the titles of papers that have come into the catalogue. Throws if the background cannot be reached. */
export async function tellCatalogueGrew(): Promise<CatalogueAnswer> {
  return browser.runtime.sendMessage<FromPopup, CatalogueAnswer>({ type: 'popup/catalogue-grew' });
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
