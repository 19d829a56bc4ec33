import { useEffect } from 'preact/hooks';
import { plainly } from '../../lib/core/plain-query.ts';
import type { PaperSearch } from '../../lib/core/search.ts';
import { keepAbstracts } from '../popup/kept-abstracts.ts';
import { idle } from './idle.ts';

/** A pause that typing doesn't leave, and the last view has been kept in. */
const PAUSE_MS = 400;

/** Has what ranked the answers to a query kept for the next opening, when it has settled. */
export function useKeptAbstracts(search: PaperSearch | undefined, query: string, isSettled: boolean): void {
  useEffect(() => {
    const words = plainly(query)?.words;
    if (!isSettled || !search || !words) return;
    const keep = async (): Promise<void> => {
      await idle();
      keepAbstracts(search.index.fingerprint, await search.abstractsFor(words));
    };
    // An index that can't be read is told of where it is needed.
    const timer = setTimeout(() => void keep().catch(() => {}), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [search, query, isSettled]);
}
