/** Makes a query of text selected in a page. */
import { paperReference } from './paper-reference.ts';
import { QUOTATION_MARKS } from './quotation-marks.ts';

/** Characters of a selection that become a query: more than the longest title has. */
const MAX_SELECTION_LENGTH = 400;

const SIGNS = new RegExp(`[\\s:：${QUOTATION_MARKS}]+`);

/**
 * A selection is searched for its words, whatever signs of the query language are in it, unless it
 * is an address or a number.
 */
export function selectedQuery(text: string): string {
  if (paperReference(text)) return text.trim();
  const words = text.split(SIGNS).map((word) => word.replace(/^[-−–－]+/, ''));
  return words.filter(Boolean).join(' ').slice(0, MAX_SELECTION_LENGTH).trim();
}
