/** Interprets a query's text: what the search engine is asked, and what can't be understood. */

import { fileName, type PaperReference, paperReference, wordsOfFile } from './paper-reference.ts';
import { type Filter, type Problem, parseQuery, requestedOrder, type SortOrder } from './parse-query.ts';
import { conditionOf, wordsToSearch } from './query-conditions.ts';
import type { QueryContext } from './query-context.ts';
import type { Condition } from './query-filter.ts';

/** A query as it is understood. */
export interface InterpretedQuery {
  /** Words for the engine; empty if the query has only conditions. */
  words: string;
  /** The condition that papers must meet; undefined when there is none. */
  condition: Condition | undefined;
  /** The order that the query asks for. */
  order: SortOrder | undefined;
  /** The one paper that the query names, by an address or a number. */
  reference: PaperReference | undefined;
  /** What notes must contain: see QueryContext.notesWith. */
  notes: Pick<Filter, 'value' | 'quoted'>[];
  /** The context of the interpretation, which suggestions need. */
  context: QueryContext;
  /** The parts of the query that can't be understood. */
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
    words: wordsToSearch(query),
    condition: conditionOf(query, context),
    order: requestedOrder(query),
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
