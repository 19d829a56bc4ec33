/**
 * The folded abstracts by which the last query's answers were ranked, kept for the next time: to answer the query that stands in it, a popup
 * that opens would have to fold a hundred of them by code that is not warm, and read them first from a large catalogue.
 */
import type { PaperId } from '../../lib/core/paper.ts';

/** Where they are kept: beside the last view (last-view.ts), which they must not delay. */
const KEY = `last-abstracts${location.pathname}`;

interface Kept {
  /** Of which index they are (see SearchIndex.fingerprint): in another, papers may have other abstracts. */
  index: string;
  abstracts: [PaperId, string][];
}

/** Keeps folded abstracts, by paper, in place of those before. Nothing where storage is refused. */
export function keepAbstracts(index: string, abstracts: ReadonlyMap<PaperId, string>): void {
  const kept: Kept = { index, abstracts: [...abstracts] };
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // They are read again the next time.
  }
}

/** The abstracts that were kept of this index; none if there are none. */
export function keptAbstracts(index: string): [PaperId, string][] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Kept>;
    return (kept.index === index && kept.abstracts) || [];
  } catch {
    return [];
  }
}
