/** Finds the quotation around a place in a text. */

import { type Context, EDGE } from './mention-context.ts';

/**
 * For each mark that can open a quotation, the marks that can close it. Languages use the same
 * marks in opposite directions (“…”, „…“, ”…”, «…», »…«), so that the text around a mark tells
 * whether it opens or closes.
 */
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['＂', '＂'],
  ['״', '״'],
  ['“', '”“'],
  ['”', '”'],
  ['„', '“”„'],
  ['‟', '”'],
  ['«', '»'],
  ['»', '«»'],
  ['‹', '›'],
  ['›', '‹›'],
  ['‚', '‘’'],
  ['《', '》'],
  ['〈', '〉'],
  ['「', '」'],
  ['『', '』'],
  ['｢', '｣'],
  ['〝', '〞〟'],
  ['〟', '〟'],
]);
/** Marks of Chinese and Japanese, which have one direction and no spaces around them. */
const ONE_WAY_OPENING = '《〈「『｢〝';
const ONE_WAY_CLOSING = '》〉」』｣〞';
/** Single marks are also apostrophes: they count only right beside. */
const SINGLE_OPENING = /(?:^|[\s([{])[‘'’‛]$/;
const SINGLE_CLOSING = /[’'‘](?!\p{L})/u;

/** The value of the title field of a BibTeX entry, up to here. */
const TITLE_FIELD = /\btitle\s*=\s*[{"]+([^=]*)$/i;
const FIELD_END = /["}]\s*(?:,|\}|\n|$)/;
/**
 * What can precede an opening mark: nothing, white space, a bracket or dash, the edge of an
 * element, another opening mark.
 */
const BEFORE_OPENING = new RegExp(`^[\\s([{¿¡—–/${EDGE}《〈「『｢〝“„«‹‚‘：:，,、。（【]?$`);
/** Scripts that write no spaces between words and quotation marks. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u;

/**
 * The rest of the quotation around a place: within quotation marks of any language, TeX's, or the
 * title field of a BibTeX entry. Undefined outside of quotations, and if no end is in sight.
 */
export function quotationAround({ before, after }: Context): Context | undefined {
  const [, field] = TITLE_FIELD.exec(before) ?? [];
  if (field !== undefined) return { before: field, after: after.split(FIELD_END, 1)[0] as string };
  for (let i = before.length - 1; i >= 0; i--) {
    const role = roleOf(before, i);
    if (role === 'none') continue;
    const end = role === 'opens' ? endOf(before, i, after) : -1;
    return end < 0 ? singleQuotation(before, after) : { before: before.slice(i + 1), after: after.slice(0, end) };
  }
  return singleQuotation(before, after);
}

function singleQuotation(before: string, after: string): Context | undefined {
  const end = SINGLE_OPENING.test(before) ? after.search(SINGLE_CLOSING) : -1;
  return end < 0 ? undefined : { before: '', after: after.slice(0, end) };
}

/** Whether the mark at `i` opens or closes a quotation, by the text around it. */
function roleOf(text: string, i: number): 'opens' | 'closes' | 'none' {
  const mark = text[i] as string;
  if (mark === '`') return text[i - 1] === '`' ? 'opens' : 'none';
  if (ONE_WAY_OPENING.includes(mark)) return 'opens';
  if (ONE_WAY_CLOSING.includes(mark)) return 'closes';
  if (!CLOSERS.has(mark)) return 'none';
  const previous = text[i - 1] ?? '';
  const next = text[i + 1] ?? '';
  // Hebrew uses its mark within abbreviations.
  if (mark === '״' && /\p{L}/u.test(previous) && /\p{L}/u.test(next)) return 'none';
  // French puts spaces inside its marks: then only the mark itself tells.
  if (/\s/.test(next) && (i === 0 || /\s/.test(previous))) return '«‹„'.includes(mark) ? 'opens' : 'closes';
  if (UNSPACED.test(previous)) return opensUnspaced(text, i) ? 'opens' : 'closes';
  return BEFORE_OPENING.test(previous) && !/\s/.test(next) ? 'opens' : 'closes';
}

/**
 * If there are no spaces, the mark itself tells whether it opens; of straight ones, the first,
 * third … do.
 */
function opensUnspaced(text: string, i: number): boolean {
  const mark = text[i] as string;
  if (mark !== '"' && mark !== '＂') return '“„«‹'.includes(mark);
  return text.slice(0, i).split(mark).length % 2 === 1;
}

/** Offset in `after` of the mark that closes what the mark at `i` of `before` opens, or -1. */
function endOf(before: string, i: number, after: string): number {
  const mark = before[i] as string;
  if (mark === '`') return after.indexOf("''");
  const closers = CLOSERS.get(mark) as string;
  for (let k = 0; k < after.length; k++) {
    if (!closers.includes(after[k] as string)) continue;
    // Neither an apostrophe closes, nor a mark that opens the next quotation.
    const isApostrophe = after[k] === '’' && /\p{L}/u.test(after[k + 1] ?? '');
    const opensNext =
      closers.includes(mark) && k > 0 && /\s/.test(after[k - 1] as string) && /[^\s\p{P}]/u.test(after[k + 1] ?? '');
    if (!isApostrophe && !opensNext) return k;
  }
  return -1;
}
