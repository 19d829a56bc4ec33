/** Prepares notes in Markdown for other programs. */

/** A fence after up to three spaces: fences within lists or quotations are not recognised. */
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const INDENTED = /^(?: {4}|\t)/;
const NESTING = /^\s*(?:>|[*+-](?:\s|$)|\d{1,9}[.)](?:\s|$))/;
/** How far back the start of an address is looked for, in characters. */
const MAX_ADDRESS_LENGTH = 300;

/**
 * A note in which every `<` is literal, as in Paperlight, where HTML is text: elsewhere a comment
 * that never ends would hide everything after it. Code stays as it is, because backslashes are
 * visible there; what may not be code is escaped.
 */
export function withoutHtml(note: string): string {
  let isAfterBlank = true;
  let isNested = false;
  let fence = '';
  // Backticks without an end in their line may have it in a later line of the paragraph.
  let mayBeInCode = false;
  const readLine = (line: string): string => {
    const [, mark = ''] = FENCE.exec(line) ?? [];
    if (fence !== '') {
      if (mark.startsWith(fence) && line.trim() === mark) fence = '';
      return line;
    }
    if (line.trim() === '') {
      mayBeInCode = false;
      return line;
    }
    if (NESTING.test(line)) isNested = true;
    else if (isAfterBlank && !/^\s/.test(line)) isNested = false;
    if (mark !== '' && !isNested) fence = mark;
    if (INDENTED.test(line) && isAfterBlank && !isNested) return line;
    const { escaped, isOpen } = escapedOutsideCode(line);
    const sure = mayBeInCode ? escapeHtml(line, 0, line.length) : escaped;
    mayBeInCode ||= isOpen;
    return sure;
  };
  return note
    .split(/\r\n?|\n/)
    .map((line) => {
      const done = readLine(line);
      // Indented code goes on until a line that is not indented.
      isAfterBlank = line.trim() === '' || (isAfterBlank && INDENTED.test(line));
      return done;
    })
    .join('\n');
}

/**
 * Code begins with some backticks and ends with as many. Without such an end in the same line there
 * is no code in it, and `isOpen`.
 */
function escapedOutsideCode(line: string): { escaped: string; isOpen: boolean } {
  const ends = new Map<number, number[]>();
  for (const { 0: run, index } of line.matchAll(/`+/g)) {
    const same = ends.get(run.length);
    if (same) same.push(index);
    else ends.set(run.length, [index]);
  }
  for (const places of ends.values()) places.reverse();
  let [escaped, from, isOpen] = ['', 0, false];
  for (const { 0: run, index } of line.matchAll(/\\[\s\S]|`+/g)) {
    if (index < from || run.startsWith('\\')) continue;
    const later = ends.get(run.length) ?? [];
    while (later.length > 0 && (later.at(-1) as number) <= index) later.pop();
    const end = later.pop();
    if (end === undefined) {
      isOpen = true;
      continue;
    }
    escaped += escapeHtml(line, from, index) + line.slice(index, end + run.length);
    from = end + run.length;
  }
  return { escaped: escaped + escapeHtml(line, from, line.length), isOpen };
}

/**
 * Escapes the sign with a backslash, or, after an address, which a backslash would become part of,
 * as an entity.
 */
function escapeHtml(line: string, from: number, to: number): string {
  return line.slice(from, to).replace(/\\+<?|</g, (sign, offset: number) => {
    if (!sign.endsWith('<')) return sign;
    const slashes = sign.slice(0, -1);
    const before = line.slice(Math.max(0, from + offset - MAX_ADDRESS_LENGTH), from + offset);
    if (/:\/\/|www\.|@/.test(before.split(/\s/).at(-1) ?? '')) return `${slashes}&lt;`;
    return slashes.length % 2 ? sign : `${slashes}\\<`;
  });
}
