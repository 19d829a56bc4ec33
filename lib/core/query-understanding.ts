/** A query's text made ready for the search engine and the search box: all that the query language has to say to either. */
import { askedOrder, type Problem, parseQuery, type SortOrder } from './query.ts';
import { type Chip, chipsFor } from './query-chips.ts';
import type { QueryContext } from './query-context.ts';
import { askedWords, type PaperFilter, paperFilter } from './query-filter.ts';
import type { SearchIndex } from './search-index.ts';

/** What a query asks for. */
export interface Understanding {
  /** Words for the engine; empty when the query sets conditions alone. */
  words: string;
  /** The condition that answers must meet; undefined when there is none. */
  where: ((index: SearchIndex) => PaperFilter) | undefined;
  /** The order that is asked for. */
  order: SortOrder | undefined;
  /** Filters that the query may go on with. */
  chips: Chip[];
  /** What in the query can't be understood. */
  problems: Problem[];
}

/** Understands a query. */
export function understand(text: string, context: QueryContext): Understanding {
  const query = parseQuery(text);
  return {
    words: askedWords(query).trim(),
    where: paperFilter(query, context),
    order: askedOrder(query),
    chips: chipsFor(text, context),
    problems: query.problems,
  };
}
