import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';

/**
 * What stands in a search box while it is empty: "Search 12,000 papers". They are counted only
 * where it is seen.
 */
export function searchWords(query: string, catalogue: { readonly count: number } | undefined): string {
  if (!catalogue || query !== '') return t('shared.searchPapers');
  return t('search.searchPapers', catalogue.count, { n: formatNumber(catalogue.count) });
}
