/** A query made of text that was selected in a page. */
import { paperReference } from './paper-reference.ts';
import { QUOTATION_MARKS } from './quotation-marks.ts';

/** Characters of selected text that become a query: more than the longest title has. */
const MAX_SELECTION_LENGTH = 400;

const SIGNS = new RegExp(`[\\s:：${QUOTATION_MARKS}]+`);

/**
 * Selected text is words, whatever signs of the query language are in it; an address or a number is
 * what it is.
 */
export function selectedQuery(text: string): string {
  if (paperReference(text)) return text.trim();
  const words = text.split(SIGNS).map((word) => word.replace(/^[-−–－]+/, ''));
  return words.filter(Boolean).join(' ').slice(0, MAX_SELECTION_LENGTH).trim();
}
