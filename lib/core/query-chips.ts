/** What can be put into a query next: filters to choose from while one is being typed. */
import { digestLabel } from './digest-label.ts';
import { newestFirst } from './digest-order.ts';
import { fold } from './fold.ts';
import { OPERATORS, type Operator, parseQuery, type Token } from './query.ts';
import type { QueryContext } from './query-context.ts';

/** A filter to choose. */
export interface Chip {
  label: string;
  /** The whole query once it is chosen. */
  query: string;
}

/** More chips than fit on two lines help nobody. */
const MOST = 6;

/** What the last part of `text`, which is being typed, may become. */
export function chipsFor(text: string, context: QueryContext): Chip[] {
  const last = parseQuery(text).tokens.at(-1);
  if (!last || last.kind === 'space' || last.kind === 'phrase') return [];
  const minus = last.negated ? '-' : '';
  const kept = text.slice(0, last.start) + minus;
  if (last.operator) {
    const { operator } = last;
    return valuesOf(operator, typedValue(text, last), context).map((value) => {
      const label = `${operator}:${/\s/.test(value) ? `"${value}"` : value}`;
      return { label, query: `${kept}${label} ` };
    });
  }
  const typed = last.value.toLowerCase();
  if (typed.length < 2) return [];
  return (Object.keys(OPERATORS) as Operator[])
    .filter((operator) => operator.startsWith(typed))
    .map((operator) => ({ label: `${operator}:`, query: `${kept}${operator}:` }));
}

function typedValue(text: string, token: Token): string {
  return text.slice(text.indexOf(':', token.start) + 1, token.end).replaceAll('"', '');
}

function valuesOf(operator: Operator, typed: string, { digests, entries }: QueryContext): string[] {
  const all =
    operator === 'digest'
      ? newestFirst(digests.values()).map((digest) => digestLabel(digest).replaceAll('"', ''))
      : operator === 'tag'
        ? [...new Set([...entries.values()].flatMap(({ tags }) => tags))].sort()
        : (OPERATORS[operator] ?? []);
  const wanted = fold(typed);
  const fitting = all.filter((value) => fold(value).includes(wanted));
  // What is typed to its end needs no chip.
  return fitting.length === 1 && fold(fitting[0] as string) === wanted ? [] : fitting.slice(0, MOST);
}
