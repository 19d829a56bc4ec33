/** Quotation marks in a query, in whatever form a keyboard, a phone or a copied text has them. */

/** For each mark that opens a quotation those that close it. */
const CLOSING: Record<string, string> = {
  '"': '"',
  '＂': '＂',
  '“': '”',
  '”': '”',
  '„': '“”',
  '‟': '”',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '〝': '〞〟',
  '❝': '❞',
};

const CLOSING_MARKS = [...new Set(Object.values(CLOSING).join(''))].join('');
/** Every mark that opens or closes a quotation. */
export const QUOTATION_MARKS: string = [...new Set(Object.keys(CLOSING).join('') + CLOSING_MARKS)].join('');

/**
 * The quotation at `start`; undefined if none begins there. It ends at its own closing mark; where
 * there is none, at another kind's, since phones change single ones; without any, at the end of the
 * text. A closing mark written twice stands for itself.
 */
export function readQuotation(text: string, start: number): { value: string; end: number } | undefined {
  const closing = CLOSING[text.charAt(start)];
  if (closing === undefined) return undefined;
  return (
    upTo(closing, text, start + 1) ?? upTo('"”“', text, start + 1) ?? { value: text.slice(start + 1), end: text.length }
  );
}

function upTo(closing: string, text: string, start: number): { value: string; end: number } | undefined {
  let value = '';
  for (let i = start; i < text.length; i++) {
    const mark = text.charAt(i);
    if (closing.includes(mark)) {
      if (text[i + 1] !== mark) return { value, end: i + 1 };
      i++;
    }
    value += mark;
  }
  return undefined;
}

/**
 * `value` as it is written in a query: in quotation marks where it needs them, of a kind that is
 * not in it.
 */
export function quotedValue(value: string): string {
  const needsMarks =
    /\s/.test(value) || value === '' || [...value].some((char) => char in CLOSING || '”»」』〞〟❞'.includes(char));
  if (!needsMarks) return value;
  if (!value.includes('"')) return `"${value}"`;
  return value.includes('”') ? `"${value.replaceAll('"', '""')}"` : `“${value}”`;
}
