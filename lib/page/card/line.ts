/** What a card asks and hears about its paper. Whoever shows a card gives it such a line. */
import type { ReadingStatus } from '../../core/model/entry.ts';
import type { PaperId } from '../../core/model/paper.ts';

/** What a card says of a paper on the reading list. The note itself comes to no page. */
export interface Kept {
  status: ReadingStatus;
  hasNote: boolean;
}

/** A paper as a card shows it. */
export interface CardPaper {
  title: string;
  /** "Song et al. · ICLR 2021"; empty where nothing is known. */
  byline: string;
  /** The first lines. */
  abstract: string;
  /** Names of the digests that hold it, latest first. */
  digests: string[];
  codeLinks: string[];
  /** Other papers that have a title of this one: who wrote them, and when; empty if unknown. */
  others: string[];
  /** What the reader made of it; null while it is not on the reading list. */
  kept: Kept | null;
}

/**
 * What a reader can do from a card: bringing back undoes a removal, so that the paper stands again
 * where it stood; or saying how far they have come.
 */
export type CardChange = 'save' | 'remove' | 'bring-back' | ReadingStatus;

/** Hears about a paper. */
export interface CardListener {
  /** At once, and after every change from wherever. */
  paper(paper: CardPaper): void;
  /** Nothing can be learned; `why` is a sentence. */
  failed(why: string): void;
}

/** The way from a card to the reader's data. */
export interface CardLine {
  watch(paperId: PaperId, listener: CardListener, signal: AbortSignal): void;
  /** Resolves when the change is on disk; rejects with a sentence as the error's message. */
  change(paperId: PaperId, change: CardChange): Promise<void>;
  /** Hears of an error that nobody expected. */
  report(error: unknown): void;
  /** Opens the paper in the library, where a card must not change anything. */
  open(paperId: PaperId): void;
}
