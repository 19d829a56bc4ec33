/** How a card reads and changes the data of its paper. Whoever shows a card provides the client. */
import type { ReadingStatus } from '../../core/model/entry.ts';
import type { PaperId } from '../../core/model/paper.ts';

/** What a card says of a paper on the reading list. The note itself never reaches a page. */
export interface Kept {
  status: ReadingStatus;
  hasNote: boolean;
}

/** A paper as a card shows it. */
export interface CardPaper {
  title: string;
  /** "Song et al. · ICLR 2021"; empty if unknown. */
  byline: string;
  /** The first lines. */
  abstract: string;
  /** Names of the digests that include it, latest first. */
  digests: string[];
  codeLinks: string[];
  /** Other papers with the same title: who wrote them, and when; empty strings if unknown. */
  others: string[];
  /** Null while it is not on the reading list. */
  kept: Kept | null;
}

/**
 * What a reader can do from a card. `bring-back` undoes a removal, and so restores the paper's
 * position; a status says how far they have read.
 */
export type CardChange = 'save' | 'remove' | 'bring-back' | ReadingStatus;

/** Receives a paper. */
export interface CardListener {
  /** Called at once, and after every change, wherever it was made. */
  paper(paper: CardPaper): void;
  /** The paper can't be read; `why` is a sentence. */
  failed(why: string): void;
}

/** A card's access to the reader's data. */
export interface CardClient {
  watch(paperId: PaperId, listener: CardListener, signal: AbortSignal): void;
  /** Resolves when the change is on disk; rejects with a sentence as the error's message. */
  change(paperId: PaperId, change: CardChange): Promise<void>;
  /** Logs an unexpected error. */
  report(error: unknown): void;
  /** Opens the paper in the library, for a card that may not change anything. */
  open(paperId: PaperId): void;
}
