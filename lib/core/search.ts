/** Search over papers. */
import type { Paper } from './paper.ts';

/** A paper that answers a query. */
export interface SearchHit {
  paper: Paper;
  /** Folded words of the paper that answered, for {@link markWords}. */
  words: string[];
}

/** A piece of a text, and whether it is one of the words that answered. */
export interface MarkedPiece {
  text: string;
  marked: boolean;
}

/** A search engine over a fixed set of papers. */
export declare class PaperSearch {
  constructor(papers: Iterable<Paper>);
  /** The best answers, best first; all papers' words may be abbreviated at their end or mistyped. An empty query has no answer. */
  search(query: string, limit?: number): SearchHit[];
}

/** Cuts `text` into pieces, marking the words that are among `words` (folded, from a {@link SearchHit}). The pieces joined are `text`. */
export declare function markWords(text: string, words: Iterable<string>): MarkedPiece[];
