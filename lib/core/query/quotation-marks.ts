/** Quotation marks in a query, as any keyboard, phone or copied text may have them. */

/** For each opening mark the marks that close it. */
const CLOSING_MARKS_OF: Record<string, string> = {
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

const CLOSING_MARKS = [...new Set(Object.values(CLOSING_MARKS_OF).join(''))].join('');
/** Every mark that opens or closes a quotation. */
export const QUOTATION_MARKS: string = [...new Set(Object.keys(CLOSING_MARKS_OF).join('') + CLOSING_MARKS)].join('');

/**
 * The quotation at `start`; undefined if none begins there. It ends at its own closing mark; if
 * there is none, at another kind's, because phones change single ones; else at the end of the text.
 * A doubled closing mark stands for itself.
 */
export function readQuotation(text: string, start: number): { value: string; end: number } | undefined {
  const closing = CLOSING_MARKS_OF[text.charAt(start)];
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
 * `value` as a query writes it: in quotation marks if it needs them, of a kind that it does not
 * contain.
 */
export function quotedValue(value: string): string {
  const needsMarks =
    /\s/.test(value) ||
    value === '' ||
    [...value].some((char) => char in CLOSING_MARKS_OF || '”»」』〞〟❞'.includes(char));
  if (!needsMarks) return value;
  if (!value.includes('"')) return `"${value}"`;
  return value.includes('”') ? `"${value.replaceAll('"', '""')}"` : `“${value}”`;
}
