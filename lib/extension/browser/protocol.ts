/**
 * Every message between the parts of the extension, by sender. The background answers each
 * direction only to senders of that kind: a compromised web page process can ask no more than a
 * content script.
 */
import type { PaperId } from '../../core/model/paper.ts';
import type { PageFacts } from '../../core/pages/page-subject.ts';
import type { CardChange, CardPaper } from '../../page/card/client.ts';
import type { SyncReport } from './sync-state.ts';

/** A value, or a sentence about what went wrong. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: string };

/** Extension pages → background. */
export interface FromPages {
  /** Puts the bundled digests into the database, unless they are there. */
  'catalogue/ensure': () => void;
  /** Updates the search index, or rebuilds an unusable one. Answered when it is up to date. */
  'index/ensure': (wanted: { rebuild: boolean }) => void;
  'sync/report': () => SyncReport;
  'sync/now': () => SyncReport;
  /** Deletes the list from the browser's sync. */
  'sync/delete': () => SyncReport;
  /** List or catalogue may have changed: a suspended background gets no liveQuery events. */
  'data/changed': () => void;
  /**
   * A page with a note is being closed: carries the text that is not on disk yet, as arguments of
   * `writeNote`.
   */
  'note/keep': (note: { paperId: PaperId; written: { base: string; note: string; sent?: string | undefined } }) => void;
}

/**
 * Content scripts → background. Whether a paper is saved is told only of papers whose titles are
 * marked in the asking frame.
 */
export interface FromContent {
  /** A frame's marks have changed. Open pages of the extension get this too ({@link ToPages}). */
  'page/marks-changed': () => void;
  /** Asks for the card's script in this frame: the reader may want to see a card. */
  'page/want-card': () => void;
  /** Asks for the script with the marking tools in this frame. Answered when it has run. */
  'page/want-tools': () => void;
  /**
   * Asks for the style of marks in elements of these names: the first mark in one of them is about
   * to be painted, or the reader has chosen another style.
   */
  'page/want-style': (elementNames: string[]) => void;
  /**
   * Facts about a page on which a title was found, from its top frame. Answered with whether the
   * page is about a catalogued paper.
   */
  'page/about': (facts: PageFacts) => boolean;
  /** Something went wrong in a content script. */
  'page/failed': (error: { name: string; message: string; stack: string }) => void;
  /** The address of the top page of this frame, if it is known. */
  'frame/page-address': () => string | undefined;
  /** Whether the reader has asked for marks on the page. */
  'frame/is-asked': () => boolean;
  /** Answered when the change is on disk. */
  'card/change': (wish: { paperId: PaperId; change: CardChange }) => void;
  /** Opens the paper in the library. */
  'card/open': (paperId: PaperId) => void;
}

/** Content scripts → open pages of the extension. One-way. */
export type ToPages = Pick<FromContent, 'page/marks-changed'>;

/**
 * Background → card, over a port named {@link CARD_PORT} and the paper's id: at once, and after
 * every change.
 */
export type ToCard = Result<CardPaper>;

/** Prefix of the name of a card's port; the paper's id follows. */
export const CARD_PORT = 'paperlight/card/';

/** All messages. */
export type Protocol = FromPages & FromContent;

/** A message as it is sent. */
export interface Message<Type extends keyof Protocol = keyof Protocol> {
  type: Type;
  data: Parameters<Protocol[Type]>[0];
}

/** The answer to a message. */
export type AnswerTo<Type extends keyof Protocol> = ReturnType<Protocol[Type]>;
