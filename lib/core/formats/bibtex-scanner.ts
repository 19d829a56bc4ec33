/** Scans BibTeX into raw entries. After an entry that can't be read it resumes at the next one. */
import { type Finding, limits, refusal } from './format-reader.ts';

/** A field's value: a concatenation of strings and names of macros. */
export type BibtexValue = (string | { macro: string })[];

/** An entry as written. */
export interface BibtexEntry {
  kind: 'entry';
  line: number;
  /** In lower case, like the names of fields. */
  type: string;
  /** Empty if there is none. */
  key: string;
  fields: Map<string, BibtexValue>;
  /** How it begins. */
  text: string;
}

/** A definition of a macro. */
export interface BibtexMacro {
  kind: 'macro';
  name: string;
  value: BibtexValue;
}

/** Where an entry begins: at the start of a line, or right after another entry. */
const ENTRY_START = /^[ \t]*@[ \t]*([A-Za-z][\w+-]*)\s*([{(])/gm;
const ENTRY_START_HERE = /\s*@[ \t]*([A-Za-z][\w+-]*)\s*([{(])/y;
/**
 * Inside an entry, the start of the next one, so that this one was never closed. A line of text
 * that only looks like it has no key and no comma.
 */
const NEXT_ENTRY = /\n[ \t]*@[ \t]*[A-Za-z][\w+-]*\s*[{(]\s*(?:[^\s,{}()="]+\s*,|[\w+-]+\s*=)/g;

/** Characters of an entry that a refusal shows. */
const MAX_SHOWN_LENGTH = 200;

/** Splits text, which comes in chunks, into entries. */
export class BibtexScanner {
  private rest = '';
  private line = 1;
  /** With less text than this, scanning again is pointless. */
  private minRescanLength = 0;
  /**
   * A comment was found that never ends: the end of later ones is not looked for beyond the next
   * entry.
   */
  private hasOpenComment = false;

  /** Takes a chunk whose lines end in `\n`. */
  read(text: string): (BibtexEntry | BibtexMacro | Finding)[] {
    this.rest += text;
    return this.rest.length < this.minRescanLength ? [] : this.scan(false);
  }

  /** Returns what the rest of the text holds. */
  end(): (BibtexEntry | BibtexMacro | Finding)[] {
    return this.scan(true);
  }

  private scan(isEnd: boolean): (BibtexEntry | BibtexMacro | Finding)[] {
    const found: (BibtexEntry | BibtexMacro | Finding)[] = [];
    let at = 0;
    let [counted, line] = [0, this.line];
    const lineAt = (index: number): number => {
      for (let i = this.rest.indexOf('\n', counted); i >= 0 && i < index; i = this.rest.indexOf('\n', i + 1)) line++;
      counted = Math.max(counted, index);
      return line;
    };
    for (;;) {
      [ENTRY_START_HERE.lastIndex, ENTRY_START.lastIndex] = [at, at];
      const begin = ENTRY_START_HERE.exec(this.rest) ?? ENTRY_START.exec(this.rest);
      if (!begin) {
        // The start of an entry may be cut off; it is in the last line then.
        at = isEnd ? this.rest.length : Math.max(at, this.rest.lastIndexOf('\n'));
        break;
      }
      const from = begin.index + begin[0].indexOf('@');
      const open = begin.index + begin[0].length;
      NEXT_ENTRY.lastIndex = open;
      const next = NEXT_ENTRY.exec(this.rest)?.index;
      const type = (begin[1] as string).toLowerCase();
      // Entries inside a comment don't count.
      const mayHoldEntries = (type === 'comment' || type === 'preamble') && !this.hasOpenComment;
      const bound = Math.min(next ?? this.rest.length, from + limits.entry);
      const read = this.readEntry(
        type,
        begin[2] as string,
        open,
        mayHoldEntries ? Math.min(this.rest.length, from + limits.entry) : bound,
        !isEnd && next === undefined,
      );
      if (!read && (next === undefined || mayHoldEntries) && !isEnd && this.rest.length - from < limits.entry) {
        at = from;
        break;
      }
      const start = lineAt(from);
      if (!read) {
        this.hasOpenComment ||= mayHoldEntries;
        const reason = bound === from + limits.entry ? 'too-long' : 'unclosed';
        found.push(refusal(start, reason, this.rest.slice(from, Math.min(bound, from + MAX_SHOWN_LENGTH))));
      } else if (read.entry?.kind === 'entry') {
        found.push({
          ...read.entry,
          line: start,
          text: this.rest.slice(from, Math.min(read.end, from + MAX_SHOWN_LENGTH)),
        });
      } else if (read.entry) found.push(read.entry);
      at = read?.end ?? bound;
    }
    this.line = lineAt(at);
    this.rest = this.rest.slice(at);
    this.minRescanLength = isEnd ? 0 : Math.min(2 * this.rest.length, limits.entry);
    return found;
  }

  private readEntry(type: string, sign: string, open: number, bound: number, mayGoOn: boolean): Read | undefined {
    if (type === 'comment' || type === 'preamble') {
      const end = closeOf(this.rest, open, bound, false);
      return end === undefined ? undefined : { entry: undefined, end };
    }
    const close = sign === '(' ? ')' : '}';
    // Programs other than TeX leave escaped braces unbalanced.
    return (
      readFields(this.rest, type, close, open, bound, false, mayGoOn) ??
      readFields(this.rest, type, close, open, bound, true, mayGoOn)
    );
  }
}

/** What was read, nothing for a comment, and the offset after it. */
type Read = { entry: BibtexEntry | BibtexMacro | undefined; end: number };

function readFields(
  text: string,
  type: string,
  close: string,
  open: number,
  bound: number,
  isEscapeAware: boolean,
  mayGoOn: boolean,
): Read | undefined {
  const fields = new Map<string, BibtexValue>();
  let at = open;
  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const [skipped = ''] = pattern.exec(text) ?? [];
    at += skipped.length;
    return skipped;
  };
  // The key, which may contain spaces or be missing.
  const key =
    type === 'string'
      ? ''
      : skip(/[^,={}()"]*,/y)
          .slice(0, -1)
          .trim();
  for (;;) {
    skip(/(?:[\s,]|%[^\n]*(?=\n))*/y);
    // A comment extends to the end of its line, which may not have come yet.
    if (at >= bound || (text[at] === '%' && mayGoOn)) return undefined;
    if (text[at] === close) break;
    const name = skip(/[^\s=,{}()"#%]+/y).toLowerCase();
    skip(/\s*/y);
    if (name === '' || text[at] !== '=') {
      // Skips what is no field, up to the next character that could separate it from one.
      if (name === '') at++;
      continue;
    }
    at++;
    const value: BibtexValue = [];
    do {
      skip(/[\s#]*/y);
      const sign = text[at];
      if (sign === '{' || sign === '"') {
        const end = sign === '{' ? closeOf(text, at + 1, bound, isEscapeAware) : quoteEndOf(text, at + 1, bound);
        if (end === undefined) return undefined;
        value.push(text.slice(at + 1, end - 1));
        at = end;
      } else {
        const plain = skip(/[^\s,#{}()"]+/y);
        if (plain === '') break;
        value.push(/^\d+$/.test(plain) ? plain : { macro: plain.toLowerCase() });
      }
      skip(/\s*/y);
    } while (text[at] === '#');
    if (!fields.has(name)) fields.set(name, value);
    if (at >= bound) return undefined;
  }
  if (type === 'string') {
    const [name = '', value = []] = [...fields][0] ?? [];
    return { entry: { kind: 'macro', name, value }, end: at + 1 };
  }
  return { entry: { kind: 'entry', line: 0, type, key, fields, text: '' }, end: at + 1 };
}

const BRACES = /[{}]/g;
const BRACES_NOT_ESCAPED = /\\[\s\S]|[{}]/g;

/**
 * Offset after the brace that closes one opened before `from`; undefined if there is none before
 * `bound`.
 */
function closeOf(text: string, from: number, bound: number, isEscapeAware: boolean): number | undefined {
  const pattern = isEscapeAware ? BRACES_NOT_ESCAPED : BRACES;
  pattern.lastIndex = from;
  let depth = 1;
  for (let brace = pattern.exec(text); brace && brace.index < bound; brace = pattern.exec(text)) {
    if (brace[0] === '{') depth++;
    else if (brace[0] === '}' && --depth === 0) return brace.index + 1;
  }
  return undefined;
}

const QUOTES = /[{}"]/g;

/** Offset after the quotation mark that ends a string; those in braces don't. */
function quoteEndOf(text: string, from: number, bound: number): number | undefined {
  QUOTES.lastIndex = from;
  let depth = 0;
  for (let sign = QUOTES.exec(text); sign && sign.index < bound; sign = QUOTES.exec(text)) {
    if (sign[0] === '{') depth++;
    else if (sign[0] === '}') depth--;
    else if (depth <= 0) return sign.index + 1;
  }
  return undefined;
}
