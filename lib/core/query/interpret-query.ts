/** A query's text made ready: what the search engine is asked, and what can't be understood. */

import { fileName, type PaperReference, paperReference, wordsOfFile } from './paper-reference.ts';
import { askedOrder, type Filter, type Problem, parseQuery, type SortOrder } from './parse-query.ts';
import { askedWords, conditionOf } from './query-conditions.ts';
import type { QueryContext } from './query-context.ts';
import type { Condition } from './query-filter.ts';

/** What a query asks for. */
export interface InterpretedQuery {
  /** Words for the engine; empty when the query sets conditions alone. */
  words: string;
  /** The condition that papers must meet; undefined when there is none. */
  condition: Condition | undefined;
  /** The order that is asked for. */
  order: SortOrder | undefined;
  /** The one paper that is named, by an address or a number. */
  reference: PaperReference | undefined;
  /** What notes are asked for: see QueryContext.notesWith. */
  notes: Pick<Filter, 'value' | 'quoted'>[];
  /** What it was interpreted with, by which filters are offered that it may go on with. */
  context: QueryContext;
  /** What in the query can't be understood. */
  problems: Problem[];
}

/** Interprets a query. */
export function interpretQuery(text: string, context: QueryContext): InterpretedQuery {
  const reference = paperReference(text);
  if (reference) return { ...nothing, reference, context };
  const file = fileName(text);
  if (file !== undefined) return { ...nothing, words: wordsOfFile(file), context };
  const query = parseQuery(text);
  return {
    words: askedWords(query),
    condition: conditionOf(query, context),
    order: askedOrder(query),
    reference: undefined,
    notes: query.filters.filter(({ operator, negated }) => operator === 'note' && !negated),
    context,
    problems: query.problems,
  };
}

const nothing: Omit<InterpretedQuery, 'context'> = {
  words: '',
  condition: undefined,
  order: undefined,
  reference: undefined,
  notes: [],
  problems: [],
};
