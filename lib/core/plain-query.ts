/** Queries of plain words, which are understood without the query language: it is loaded after a popup's first frame. */
import type { Understanding } from './query-understanding.ts';

/**
 * What may be more than plain words: quotes, words that are not wanted, and colons, but for those of titles ("EpiGRAF: Rethinking …"),
 * which follow a word that is no operator's name and are followed by a space.
 */
const SIGNS = /"|:(?:\S|$)|(?:^|\s)(?:-|[a-z]+:)/;

/** What a query of plain words asks for; undefined where it takes the query language to know. */
export function plainly(text: string): Understanding | undefined {
  if (SIGNS.test(text)) return undefined;
  return { words: text.trim(), where: undefined, order: undefined, chips: [], problems: [] };
}
