import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';

/** "1 paper", "12,000 papers": alone, or where a sentence has them apart from its other words. */
export function papersWord(count: number): string {
  return t('shared.papers', count, { n: formatNumber(count) });
}
