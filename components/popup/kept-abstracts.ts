/**
 * The folded abstracts by which the last query's answers were ranked, kept for the next time: to answer the query that stands in it, a popup
 * that opens would have to fold a hundred of them by code that is not warm, and read them first from a large catalogue.
 */
import type { PaperId } from '../../lib/core/paper.ts';

/** Where they are kept: beside the last view (last-view.ts), which they must not delay. */
const KEY = `last-abstracts${location.pathname}`;

/** Keeps folded abstracts, by paper, in place of those before. Nothing where storage is refused. */
export function keepAbstracts(abstracts: ReadonlyMap<PaperId, string>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([...abstracts]));
  } catch {
    // They are read again the next time.
  }
}

/** The abstracts that were kept; none if there are none. */
export function keptAbstracts(): [PaperId, string][] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as [PaperId, string][];
  } catch {
    return [];
  }
}
