/** Reads the text of a digest: a preamble, then title and abstract in turn. */

/** A digest as its file has it. */
export interface ParsedDigest {
  /** The file's name without its ending. */
  id: string;
  /** The date as written ("Mar 12"), or null. */
  date: string | null;
  entries: { title: string; abstract: string }[];
}

/** A digest that does not parse: where, and why. */
export class DigestError extends Error {
  override name = 'DigestError';
  readonly file: string;
  /** 1 for the first line. */
  readonly line: number;
  readonly reason: string;

  constructor(file: string, line: number, reason: string) {
    super(`${file}:${line}: ${reason}`);
    this.file = file;
    this.line = line;
    this.reason = reason;
  }
}

interface Line {
  text: string;
  /** 1 for the first line. */
  number: number;
}

const LINE_END = /\r\n?|\n/;

/** The longest bundled title has 164 characters, the shortest abstract 492. */
const MAX_TITLE_LENGTH = 300;
const MIN_ABSTRACT_LENGTH = 150;

const DATE = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}(?:, \d{4})?$/;
/** "Subscribe" follows this line; in one layout the first title is glued to it. */
const INVITATION = /^Get trending papers in your email inbox/i;
const PREAMBLE = [/^new$/i, INVITATION, /^Subscribe$/, /^by ?.{1,60} and the research community$/i];

/**
 * Parses the text of the digest in `file`, in either layout: with blank lines, a curator and a
 * date, or without any of them, with "Subscribe" glued to the first title. Throws a {@link
 * DigestError} if the text is no digest; nothing is guessed.
 */
export function parseDigest(text: string, file: string): ParsedDigest {
  const unreadable = findUnreadable(text);
  if (unreadable) throw new DigestError(file, unreadable, 'is not text: save the digest as plain UTF-8 text');
  const lines = text
    .split(LINE_END)
    .map((line, i) => ({ text: line.trim(), number: i + 1 }))
    .filter((line) => line.text !== '');
  if (lines.length === 0) throw new DigestError(file, 1, 'is empty');
  const { date, body } = readPreamble(lines);
  if (body.length === 0)
    throw new DigestError(file, 1, 'holds no papers: a digest has a title and an abstract for each');
  return { id: file.replace(/^.*[/\\]/, '').replace(/\.txt$/i, ''), date, entries: readEntries(body, file) };
}

/** The line of the first character that does not belong in text, or 0. */
function findUnreadable(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const at = text.search(/[\u0000-\u0008\u000e-\u001a\ufffd]/);
  return at < 0 ? 0 : text.slice(0, at).split(LINE_END).length;
}

function readPreamble(lines: Line[]): { date: string | null; body: Line[] } {
  let date: string | null = null;
  for (const [i, line] of lines.entries()) {
    if (date === null && DATE.test(line.text)) date = line.text;
    else if (!PREAMBLE.some((pattern) => pattern.test(line.text))) {
      const isGlued = INVITATION.test(lines[i - 1]?.text ?? '');
      const text = isGlued ? line.text.replace(/^Subscribe/, '').trim() : line.text;
      return { date, body: [{ ...line, text }, ...lines.slice(i + 1)] };
    }
  }
  return { date, body: [] };
}

function readEntries(body: Line[], file: string): ParsedDigest['entries'] {
  const entries: ParsedDigest['entries'] = [];
  for (let i = 0; i < body.length; i += 2) {
    const title = body[i] as Line;
    const abstract = body[i + 1];
    if (title.text.length > MAX_TITLE_LENGTH) {
      throw new DigestError(file, title.number, `expected a title, found an abstract: "${shortened(title.text)}"`);
    }
    if (!/[\p{L}\p{N}]/u.test(title.text)) {
      throw new DigestError(file, title.number, `expected a title, found no letters: "${shortened(title.text)}"`);
    }
    if (!abstract) {
      throw new DigestError(file, title.number, `the last title has no abstract: "${shortened(title.text)}"`);
    }
    if (abstract.text.length < MIN_ABSTRACT_LENGTH) {
      throw new DigestError(
        file,
        abstract.number,
        `expected an abstract, found a title: "${shortened(abstract.text)}"`,
      );
    }
    entries.push({ title: title.text, abstract: abstract.text });
  }
  return entries;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
