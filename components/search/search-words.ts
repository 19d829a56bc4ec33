import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';

/** What stands in an empty search box: "Search 12,000 papers". */
export function searchWords(count: number): string {
  return t('search.searchPapers', count, { n: formatNumber(count) });
}
