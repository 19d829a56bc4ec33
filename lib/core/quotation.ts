/** Finds the quotation in which something stands. */

import { type Context, EDGE } from './surroundings.ts';

const OPENING = '“„«《〈「『';
const CLOSING = '”“»》〉」』';
/** Any mark that opens or closes. */
const MARK = new RegExp(`["\`${OPENING}${CLOSING}]`);

/** The value of the title field of a BibTeX entry, up to here. */
const TITLE_FIELD = /\btitle\s*=\s*[{"]+([^=]*)$/i;
const FIELD_END = /["}]\s*(?:,|\}|\n|$)/;
/** What a straight quotation mark may follow when it opens: nothing, white space, a bracket, the edge of an element. */
const BEFORE_OPENING = new RegExp(`^[\\s([{${EDGE}]?$`);

/**
 * The rest of the quotation around a place with this context: within typographic or straight quotation marks, TeX's, or the title
 * field of a BibTeX entry. Undefined outside of quotations, and where a quotation has no end in sight.
 */
export function quotationAround({ before, after }: Context): Context | undefined {
  const [, field] = TITLE_FIELD.exec(before) ?? [];
  if (field !== undefined) return { before: field, after: after.split(FIELD_END, 1)[0] as string };
  for (let i = MARK.test(before) ? before.length - 1 : -1; i >= 0; i--) {
    const closing = closingFor(before, i);
    if (closing && after.includes(closing))
      return { before: before.slice(i + 1), after: after.slice(0, after.indexOf(closing)) };
    if (closing !== undefined || CLOSING.includes(before[i] as string)) return undefined;
  }
  // A single quotation mark is also an apostrophe: it counts only right beside.
  const isApart = /(?:^|[\s(])[‘']$/.test(before) && /^[.,?!]?[’'](?!\p{L})/u.test(after);
  return isApart ? { before: '', after: '' } : undefined;
}

/** The mark that closes what the mark at `i` opens; '' if the mark is a closing one itself; undefined if there is none. */
function closingFor(text: string, i: number): string | undefined {
  const mark = text[i] as string;
  const pair = OPENING.indexOf(mark);
  if (pair >= 0) return CLOSING[pair];
  if (mark === '`' && text[i - 1] === '`') return "''";
  if (mark !== '"') return undefined;
  return BEFORE_OPENING.test(text[i - 1] ?? '') && !/\s/.test(text[i + 1] ?? '') ? '"' : '';
}
