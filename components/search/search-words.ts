import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';

/**
 * The placeholder of a search box: "Search 12,000 papers". They are counted only if it is visible.
 */
export function searchWords(query: string, catalogue: { readonly count: number } | undefined): string {
  if (!catalogue || query !== '') return t('shared.searchPapers');
  return t('search.searchPapers', catalogue.count, { n: formatNumber(catalogue.count) });
}
