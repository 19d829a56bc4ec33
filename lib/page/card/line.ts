/** What a card asks and hears about its paper. Whoever shows a card gives it such a line. */
import type { PaperId, ReadingStatus } from '../../core/paper.ts';

/** A paper as a card shows it. */
export interface CardPaper {
  title: string;
  /** The first lines. */
  abstract: string;
  /** Names of the digests that hold it, latest first. */
  digests: string[];
  codeLinks: string[];
  /** What the reader made of it; null while it is not on the reading list. */
  kept: { status: ReadingStatus; note: string } | null;
}

/** What a reader can do from a card: bringing back undoes a removal, so that the paper stands again where it stood; or saying how far they have come. */
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
}
