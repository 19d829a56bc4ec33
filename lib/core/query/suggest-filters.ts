/** Suggests filters while one is being typed. */
import { digestLabel, newestFirst } from '../digests/digest-label.ts';
import { tagKey } from '../model/tag-key.ts';
import { tagsByUse } from '../model/tags.ts';
import { fold } from '../text/fold.ts';
import { OPERATORS, type Operator, parseQuery } from './parse-query.ts';
import type { QueryContext } from './query-context.ts';
import { quotedValue } from './quotation-marks.ts';

/** A filter to choose from. */
export interface FilterSuggestion {
  label: string;
  /** The whole query if it is chosen. */
  query: string;
}

/** More than fit on two lines help nobody. */
const MAX_SUGGESTIONS = 6;

/** What the last part of `text` may be completed to. */
export function suggestFilters(text: string, context: QueryContext): FilterSuggestion[] {
  const last = parseQuery(text).tokens.at(-1);
  if (!last || last.kind === 'space' || last.kind === 'phrase') return [];
  const minus = last.negated ? '-' : '';
  const kept = text.slice(0, last.start) + minus;
  if (last.operator) {
    const { operator, typed = '' } = last;
    return valuesOf(operator, typed, context).map((value) => {
      const label = `${operator}:${quotedValue(value)}`;
      return { label, query: `${kept}${label} ` };
    });
  }
  const typed = last.value.toLowerCase();
  if (typed.length < 2) return [];
  return (Object.keys(OPERATORS) as Operator[])
    .filter((operator) => operator.startsWith(typed))
    .map((operator) => ({ label: `${operator}:`, query: `${kept}${operator}:` }));
}

function valuesOf(operator: Operator, typed: string, { digests, entries }: QueryContext): string[] {
  const all =
    operator === 'digest' || operator === 'source'
      ? newestFirst(digests.values()).map(digestLabel)
      : operator === 'tag'
        ? tagsByUse(entries.values()).map(({ tag }) => tag)
        : (OPERATORS[operator] ?? []);
  const key = operator === 'tag' ? tagKey : fold;
  const wanted = key(typed);
  const fitting = all.filter((value) => key(value).includes(wanted));
  // A value that is typed completely needs no suggestion.
  return fitting.length === 1 && key(fitting[0] as string) === wanted ? [] : fitting.slice(0, MAX_SUGGESTIONS);
}
