import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';

/** "1 paper", "12,000 papers": alone, or as a separate part of a sentence. */
export function papersWord(count: number): string {
  return t('shared.papers', count, { n: formatNumber(count) });
}
