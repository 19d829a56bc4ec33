/** Sentences about errors in a query, and likely corrections. */

import { asksForTime, isOperator, OPERATORS, type Operator, type Problem } from '../../lib/core/query/parse-query.ts';
import { quotedValue } from '../../lib/core/query/quotation-marks.ts';
import { nearest } from '../../lib/core/text/near-word.ts';
import { formatList } from '../../lib/words/lists.ts';
import { t } from '../../lib/words/words.ts';

/** What is wrong, and what to write instead. */
export function problemSentence({ kind, name, value }: Problem): string {
  const operator = name.toLowerCase();
  if (!isOperator(operator)) {
    // Without a likely one, all are listed.
    const near = nearest(name, names);
    if (near) return t('search.noSuchFilterNear', { name, near });
    return t('search.noSuchFilter', { name, filters: formatList(names.map((one) => `${one}:`)) });
  }
  if (kind === 'no-value') return t('search.noValue', { name, example: exampleOf(operator) });
  const wrong = { name: operator, value };
  if (operator === 'year') return t('search.takesYear', wrong);
  if (asksForTime(operator)) return t('search.takesTime', wrong);
  return t('search.knowsValues', { ...wrong, values: formatList(OPERATORS[operator] ?? []) });
}

/** A likely correction: "title:gan" for "titel:gan". */
export function correctionOf({ kind, name, value, negated }: Problem): string | undefined {
  const minus = negated ? '-' : '';
  const operator = name.toLowerCase();
  if (kind === 'unknown-filter') {
    const near = nearest(name, names);
    return near && `${minus}${near}:${quotedValue(value)}`;
  }
  const values = isOperator(operator) && kind === 'wrong-value' ? OPERATORS[operator] : null;
  const near = values && nearest(value.toLowerCase(), values);
  return near ? `${minus}${operator}:${near}` : undefined;
}

const names = Object.keys(OPERATORS) as Operator[];

const examples: Partial<Record<Operator, string>> = {
  author: 'song',
  year: '2021',
  venue: 'iclr',
  digest: '"Mar 12"',
  source: 'library',
  added: '2026-11',
  saved: '2026-11',
  read: '2026-11',
};

function exampleOf(operator: Operator): string {
  return `${operator}:${OPERATORS[operator]?.[0] ?? examples[operator] ?? 'diffusion'}`;
}
