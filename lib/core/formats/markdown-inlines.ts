/**
 * The inlines of a line of Markdown: text and links. Other marks stay as they are.
 * https://spec.commonmark.org/0.31.2/#inlines
 */

/** A piece of a line; links have an address. */
export interface Inline {
  text: string;
  url?: string;
}

const ESCAPED = /\\([!-/:-@[-`{-~])|&#x([\da-f]{1,6});|&#(\d{1,7});/gi;
/**
 * Label and address of a link. Brackets in them are escaped, so that no bracket is scanned twice.
 */
const LINK = /\[((?:\\[\s\S]|[^\\[\]])*)\]\((?:<((?:\\[\s\S]|[^\\<>\n])*)>|((?:\\[\s\S]|[^\\\s()])*))\)/y;

/** The pieces of a line. */
export function inlinesOf(line: string): Inline[] {
  const inlines: Inline[] = [];
  let [from, at] = [0, 0];
  while (at < line.length) {
    const sign = line[at];
    if (sign === '\\') at++;
    LINK.lastIndex = at;
    const [all = '', label = '', pointed, plain = ''] = (sign === '[' && LINK.exec(line)) || [];
    if (all === '') {
      at++;
      continue;
    }
    if (at > from) inlines.push({ text: decoded(line.slice(from, at)) });
    inlines.push({ text: decoded(label), url: decoded(pointed ?? plain) });
    at += all.length;
    from = at;
  }
  if (from < line.length) inlines.push({ text: decoded(line.slice(from)) });
  return inlines;
}

/** Text without its escapes. */
function decoded(text: string): string {
  return text.replace(ESCAPED, (all, sign, hex, decimal) => {
    if (sign) return sign as string;
    const code = Number.parseInt(hex ?? decimal, hex ? 16 : 10);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : all;
  });
}
