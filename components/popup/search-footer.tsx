import type { SearchAnswer } from '../../lib/core/search/search-session.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import type { LoadedCatalogue } from '../search/catalogue.ts';
import { Footer, type Hint, hintOf } from '../ui/footer.tsx';
import { papersWord } from '../ui/papers-word.ts';
import { searchKeys } from '../ui/search-keys.ts';
import { MAX_RESULTS } from './opening/initial-state.ts';

interface SearchFooterProps {
  catalogue: LoadedCatalogue | undefined;
  query: string;
  answer: SearchAnswer | undefined;
  /** Whether the focus is in the list, so that keys act on it. */
  inList: boolean;
}

/** The last line of the search panel. */
export function SearchFooter({ catalogue, query, answer, inList }: SearchFooterProps) {
  return <Footer status={statusOf(catalogue, answer)} hints={hintsOf(query, answer, inList)} />;
}

function statusOf(catalogue: LoadedCatalogue | undefined, answer: SearchAnswer | undefined): string {
  if (!catalogue || !answer) return '';
  if (answer.query.trim() !== '') {
    const { length } = answer.ids;
    if (length === MAX_RESULTS) return t('popup.best', { n: formatNumber(MAX_RESULTS) });
    return length === 0 ? t('popup.noPapers') : papersWord(length);
  }
  const { size } = catalogue.digests;
  return t('popup.papersInDigests', {
    papers: papersWord(catalogue.count),
    digests: t('popup.digests', size, { n: formatNumber(size) }),
  });
}

function hintsOf(query: string, answer: SearchAnswer | undefined, inList: boolean): Hint[] {
  // In Firefox, Escape closes the popup.
  const clear = query && !import.meta.env.FIREFOX ? [hintOf(searchKeys, 'back')] : [];
  if (!answer?.ids.length) return clear;
  const [open, save] = [hintOf(searchKeys, 'open'), hintOf(searchKeys, 'save')];
  if (inList) return [open, save, ...(query ? clear : [hintOf(searchKeys, 'search')])];
  return [hintOf(searchKeys, 'ArrowDown'), open, save, ...clear];
}
