import { MOST_HITS } from '../hooks/use-answers.ts';
import type { LoadedCatalogue } from '../hooks/use-catalogue.ts';
import type { SearchRows } from '../hooks/use-search-rows.ts';
import { count } from '../sentences.ts';
import { Footer, type Hint, withCommandKey } from '../ui/footer.tsx';

interface SearchFooterProps {
  catalogue: LoadedCatalogue | undefined;
  query: string;
  found: SearchRows;
  /** The focus is in the list, where plain letters are commands. */
  inList: boolean;
}

/** The last line of the search panel. */
export function SearchFooter({ catalogue, query, found, inList }: SearchFooterProps) {
  return <Footer status={statusOf(catalogue, found)} hints={hintsOf(query, found, inList)} />;
}

function statusOf(catalogue: LoadedCatalogue | undefined, found: SearchRows): string {
  if (!catalogue || found.answered === undefined) return '';
  if (found.answered.trim() !== '') {
    if (found.count === MOST_HITS) return `Best ${MOST_HITS} papers`;
    return found.count === 0 ? 'No papers' : count(found.count, 'paper');
  }
  return `${count(catalogue.count, 'paper')} in ${count(catalogue.digests.size, 'digest')}`;
}

function hintsOf(query: string, found: SearchRows, inList: boolean): Hint[] {
  // In Firefox Escape closes the popup.
  const clear = query && !import.meta.env.FIREFOX ? [{ keys: 'Esc', does: 'Clear' }] : [];
  if (found.count === 0) return clear;
  const open = { keys: '↵', does: 'Open' };
  if (inList) return [open, { keys: 'S', does: 'Save' }, ...(query ? clear : [{ keys: '/', does: 'Search' }])];
  return [{ keys: '↓', does: 'Browse' }, open, { keys: withCommandKey('S'), does: 'Save' }, ...clear];
}
