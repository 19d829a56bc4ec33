/**
 * Every message between the parts of the extension, by who sends it. The background answers each
 * direction only to senders of that kind: a web page's process, if it is taken over, may ask no
 * more than a content script.
 */
import type { PaperId } from '../../core/model/paper.ts';
import type { PageFacts } from '../../core/pages/page-subject.ts';
import type { CardChange, CardPaper } from '../../page/card/client.ts';
import type { SyncReport } from './sync-state.ts';

/** What came of something: a value, or a sentence about what went wrong. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: string };

/** Extension pages → background. */
export interface FromPages {
  /** The bundled digests are to be in the database. */
  'catalogue/ensure': () => void;
  /**
   * The search index is missing, lacks papers, or can't be used (`rebuild`). Answered when it is up
   * to date.
   */
  'index/ensure': (wanted: { rebuild: boolean }) => void;
  'sync/report': () => SyncReport;
  'sync/now': () => SyncReport;
  /** Deletes what the browser's sync holds of the list. */
  'sync/delete': () => SyncReport;
  /**
   * List or catalogue may have changed. Wakes a background that is asleep, which does not hear of
   * it otherwise.
   */
  'data/changed': () => void;
  /**
   * The page of a note is being closed: the text that is not on disk yet, and what `writeNote` asks
   * beside.
   */
  'note/keep': (note: { paperId: PaperId; written: { base: string; note: string; sent?: string | undefined } }) => void;
}

/**
 * Content scripts → background. What the reader keeps is told only of papers whose titles are
 * marked in the frame that asks.
 */
export interface FromContent {
  /** A frame's marks are others now. Open pages of the extension hear it too ({@link ToPages}). */
  'page/marks-changed': () => void;
  /** The reader may want to see a card: the card's script is to run in the frame that asks. */
  'page/want-card': () => void;
  /** The script with what marks need is to run in the frame that asks. Answered when it has. */
  'page/want-tools': () => void;
  /** The first mark of the frame is about to be painted, or the reader has chosen another style. */
  'page/want-style': () => void;
  /**
   * From the top frame of a page on which a title was found: what the page says of itself. Whether
   * it has taught a paper.
   */
  'page/about': (facts: PageFacts) => boolean;
  /** Something went wrong in a content script. */
  'page/failed': (error: { name: string; message: string; stack: string }) => void;
  /** The address of the page that the frame is in, if it is known. */
  'frame/page-address': () => string | undefined;
  /** Whether the reader has asked for marks on the page. */
  'frame/is-asked': () => boolean;
  /** Answered when the change is on disk. */
  'card/change': (wish: { paperId: PaperId; change: CardChange }) => void;
  /** Opens the paper in the library. */
  'card/open': (paperId: PaperId) => void;
}

/** Content scripts → pages of the extension that are open. One-way. */
export type ToPages = Pick<FromContent, 'page/marks-changed'>;

/**
 * Background → card, over a port that is named {@link CARD_PORT} and the paper's id: at once, and
 * again after every change.
 */
export type ToCard = Result<CardPaper>;

/** First part of the name of the port that a card opens; the paper's id follows. */
export const CARD_PORT = 'paperlight/card/';

/** Anything that can be sent. */
export type Protocol = FromPages & FromContent;

/** A message as it travels. */
export interface Message<Type extends keyof Protocol = keyof Protocol> {
  type: Type;
  data: Parameters<Protocol[Type]>[0];
}

/** What a message is answered with. */
export type AnswerTo<Type extends keyof Protocol> = ReturnType<Protocol[Type]>;
