/** The query language: what a reader's text asks for, and what in it can't be understood. Never throws; every letter is in one token. */

/** What can be asked with a colon, and the values that there are; null for any text. */
export const OPERATORS = {
  title: null,
  abstract: null,
  tag: null,
  digest: null,
  is: ['saved', 'unread', 'reading', 'read'],
  has: ['code', 'note', 'link'],
  sort: ['relevance', 'digest', 'saved'],
} as const satisfies Record<string, readonly string[] | null>;

/** The name of an operator. */
export type Operator = keyof typeof OPERATORS;

/** The order of answers: the best first, as they stand in the digests, those saved last first. */
export type SortOrder = (typeof OPERATORS.sort)[number];

/** A part of a query's text. */
export interface Token {
  kind: 'space' | 'word' | 'phrase' | 'filter';
  /** Offsets in the text; each token begins where the one before ends. */
  start: number;
  end: number;
  /** What it says, without minus, operator and quotes. */
  value: string;
  /** Papers are wanted that do not have it. */
  negated: boolean;
  /** Of a filter. */
  operator?: Operator;
  /** The value stands in quotes. */
  quoted: boolean;
}

/** A condition that papers must meet. */
export interface Filter {
  operator: Operator;
  value: string;
  negated: boolean;
  quoted: boolean;
}

/** Something that can't be understood, and what would be right. */
export interface Problem {
  start: number;
  end: number;
  message: string;
}

/** A query taken apart. */
export interface ParsedQuery {
  tokens: Token[];
  words: string[];
  phrases: string[];
  /** Words and phrases that answers must not have. */
  excluded: Excluded[];
  filters: Filter[];
  problems: Problem[];
}

/** A word or phrase that answers must not have. */
export interface Excluded {
  value: string;
  quoted: boolean;
}

/** Space; or a minus, a name with a colon, and a text in quotes (that may not be closed yet) or up to the next space. */
const TOKEN = /\s+|(-?)(?:([A-Za-z]+):)?(?:"([^"]*)("?)|(\S*))/gy;

/** Takes a query apart. */
export function parseQuery(text: string): ParsedQuery {
  const parsed = { tokens: [] as Token[], words: [] as string[], phrases: [] as string[] };
  const excluded: Excluded[] = [];
  const filters: Filter[] = [];
  const problems: Problem[] = [];
  const query: ParsedQuery = { ...parsed, excluded, filters, problems };
  let start = 0;
  while (start < text.length) {
    TOKEN.lastIndex = start;
    const match = TOKEN.exec(text) as RegExpExecArray;
    const end = start + match[0].length;
    const { token, problem } = readToken(match, start, end, end === text.length);
    query.tokens.push(token);
    if (problem) problems.push({ start, end, message: problem });
    else if (token.kind === 'filter') {
      const { operator, value, negated, quoted } = token;
      if (operator && value !== '') filters.push({ operator, value, negated, quoted });
    } else if (token.kind !== 'space' && token.value !== '') {
      if (token.negated) excluded.push({ value: token.value, quoted: token.quoted });
      else (token.kind === 'phrase' ? query.phrases : query.words).push(token.value);
    }
    start = end;
  }
  return query;
}

function readToken(match: RegExpExecArray, start: number, end: number, isLast: boolean): Read {
  const [all, minus = '', name, phrase, , plain] = match;
  const quoted = phrase !== undefined;
  const value = phrase ?? plain ?? '';
  const token: Token = { kind: quoted ? 'phrase' : 'word', start, end, value, negated: minus !== '', quoted };
  if (/^\s/.test(all)) return { token: { ...token, kind: 'space', value: '', negated: false } };
  // A dash between words is a dash.
  if (all === '-') return { token: { ...token, value: isLast ? '' : all, negated: false } };
  if (name === undefined) return { token };
  const word: Token = { ...token, kind: 'word', value: all.slice(minus.length), quoted: false };
  const operator = name.toLowerCase();
  if (!isOperator(operator)) return readUnknown(name, value, quoted, word);
  if (value === '') {
    // "Digest: a title that somebody pasted" is no filter; "digest:" at the end is one that is being typed.
    if (isLast) return { token: { ...token, kind: 'filter', operator } };
    if (name !== operator) return { token: word };
    return {
      token: word,
      problem: `Write what is meant right after “${name}:”, without a space: ${example(operator)}`,
    };
  }
  const filter: Token = { ...token, kind: 'filter', operator };
  const values: readonly string[] | null = OPERATORS[operator];
  if (!values || values.includes(value.toLowerCase())) return { token: filter };
  // The value is being typed.
  if (isLast && values.some((known) => known.startsWith(value.toLowerCase())))
    return { token: { ...filter, value: '' } };
  return { token: filter, problem: `“${operator}:” knows ${listOf(values)}, not “${value}”.` };
}

interface Read {
  token: Token;
  problem?: string;
}

/** A name before a colon that is no operator's: titles and addresses have such, so that only lower-case ones are taken for a mistake. */
function readUnknown(name: string, value: string, quoted: boolean, word: Token): Read {
  const looksMeant = name === name.toLowerCase() && (quoted || /^[\p{L}\p{N}]/u.test(value));
  if (!looksMeant) return { token: word };
  const known = Object.keys(OPERATORS).map((operator) => `${operator}:`);
  return { token: word, problem: `There is no filter “${name}:”. There are ${listOf(known)}.` };
}

function isOperator(name: string): name is Operator {
  return Object.hasOwn(OPERATORS, name);
}

function example(operator: Operator): string {
  return `${operator}:${OPERATORS[operator]?.[0] ?? (operator === 'digest' ? '"Mar 12"' : 'diffusion')}.`;
}

function listOf(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The order that a query asks for: by the last filter, where there are several. */
export function askedOrder({ filters }: ParsedQuery): SortOrder | undefined {
  return filters.findLast(({ operator }) => operator === 'sort')?.value.toLowerCase() as SortOrder | undefined;
}
