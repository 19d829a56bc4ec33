import type { Author } from '../../core/model/record.ts';
import { formatNumber } from '../../words/numbers.ts';
import { t } from '../../words/words.ts';

/**
 * Enough for nearly all papers; of the hundreds of authors in physics, only the first are listed.
 */
const MAX_NAMED = 30;

/** The names of the authors: "Yang Song, Stefano Ermon". */
export function authorsOf(authors: readonly Author[] = []): string {
  const names = authors.slice(0, MAX_NAMED).map(({ given, family }) => (given ? `${given} ${family}` : family));
  const others = authors.length - names.length;
  const named = names.join(', ');
  return others > 0 ? t('shared.authorsAndOthers', { names: named, n: formatNumber(others) }) : named;
}
