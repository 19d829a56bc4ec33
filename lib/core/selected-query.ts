/** A query made of text that was selected on a page. */

/** Selected text of which a query is made: the longest title is shorter. */
const LONGEST_SELECTION = 400;

/** Selected text is words, whatever signs of the query language stand in it. */
export function selectedQuery(text: string): string {
  const words = text.split(/[\s":]+/).map((word) => word.replace(/^-+/, ''));
  return words.filter(Boolean).join(' ').slice(0, LONGEST_SELECTION).trim();
}
