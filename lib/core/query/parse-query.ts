/** The query language. Parsing never throws, and every character is in exactly one token. */
import { readQuotation } from './quotation-marks.ts';
import { mayBecomeTimeSpan, timeSpan } from './time-span.ts';
import { mayBecomeYears, yearRange } from './year-range.ts';

/** The operators, with their possible values; null for any text. */
export const OPERATORS = {
  title: null,
  abstract: null,
  author: null,
  year: null,
  venue: null,
  tag: null,
  note: null,
  digest: null,
  source: null,
  added: null,
  saved: null,
  read: null,
  is: ['saved', 'unread', 'reading', 'read'],
  has: ['code', 'note', 'link'],
  sort: ['relevance', 'digest', 'saved', 'year'],
} as const satisfies Record<string, readonly string[] | null>;

/** The name of an operator. */
export type Operator = keyof typeof OPERATORS;

/** The order of results: best first, as in the digests, last saved first, latest year first. */
export type SortOrder = (typeof OPERATORS.sort)[number];

/** A part of a query's text. */
export interface Token {
  kind: 'space' | 'word' | 'phrase' | 'filter';
  /** Offsets in the text; each token begins where the one before ends. */
  start: number;
  end: number;
  /** Its content, without minus, operator and quotes. */
  value: string;
  /** Papers that have it are excluded. */
  negated: boolean;
  /** Of filters only. */
  operator?: Operator;
  /** The value is in quotation marks. */
  quoted: boolean;
  /** Of filters only, the value as far as it is typed. */
  typed?: string;
}

/** A condition that papers must meet. */
export interface Filter {
  operator: Operator;
  value: string;
  negated: boolean;
  quoted: boolean;
}

/** A part of a query that can't be understood. */
export interface Problem {
  start: number;
  end: number;
  /** A filter that does not exist, has no value, or has an invalid one. */
  kind: 'unknown-filter' | 'no-value' | 'wrong-value';
  /** The filter's name, as written. */
  name: string;
  value: string;
  quoted: boolean;
  negated: boolean;
}

/** A parsed query. */
export interface ParsedQuery {
  tokens: Token[];
  words: string[];
  phrases: string[];
  /** Words and phrases that results must not have. */
  excluded: Excluded[];
  filters: Filter[];
  problems: Problem[];
}

/** A word or phrase that results must not have. */
export interface Excluded {
  value: string;
  quoted: boolean;
}

/** White space; or a minus in any of its forms, then perhaps a name with a colon. */
const TOKEN_START = /(\s+)|([-−–－]?)(?:([A-Za-z]+)[:：])?/y;

/** Parses a query. */
export function parseQuery(text: string): ParsedQuery {
  const query: ParsedQuery = { tokens: [], words: [], phrases: [], excluded: [], filters: [], problems: [] };
  for (let start = 0; start < text.length; ) {
    const { token, ...wrong } = readToken(text, start);
    query.tokens.push(token);
    start = token.end;
    if (wrong.problem) query.problems.push(wrong.problem);
    else if (token.kind === 'filter') {
      const { operator, value, negated, quoted } = token;
      if (operator && value !== '') query.filters.push({ operator, value, negated, quoted });
    } else if (token.kind !== 'space' && token.value !== '') {
      if (token.negated) query.excluded.push({ value: token.value, quoted: token.quoted });
      else (token.kind === 'phrase' ? query.phrases : query.words).push(token.value);
    }
  }
  return query;
}

interface Read {
  token: Token;
  problem?: Problem;
}

function readToken(text: string, start: number): Read {
  TOKEN_START.lastIndex = start;
  const [head, space, minus = '', name] = TOKEN_START.exec(text) as RegExpExecArray;
  const token: Token = { kind: 'space', start, end: start + head.length, value: '', negated: false, quoted: false };
  if (space) return { token };
  const { value, end, quoted } = readValue(text, token.end);
  const isLast = end === text.length;
  Object.assign(token, { kind: quoted ? 'phrase' : 'word', end, value, negated: minus !== '', quoted });
  // A dash between words is a dash.
  if (end - start === 1 && minus) return { token: { ...token, value: isLast ? '' : minus, negated: false } };
  if (name === undefined) return { token };
  const word: Token = { ...token, kind: 'word', value: text.slice(start + minus.length, end), quoted: false };
  const operator = name.toLowerCase();
  const problem = (kind: Problem['kind']): Problem => ({
    ...{ start, end, kind, name, value, quoted, negated: minus !== '' },
  });
  if (!isOperator(operator)) {
    // Titles and addresses have such names too, so only lower-case ones count as mistakes.
    const isLikelyFilter = name === operator && (quoted || /^[\p{L}\p{N}]/u.test(value));
    return isLikelyFilter ? { token: word, problem: problem('unknown-filter') } : { token: word };
  }
  if (value === '') {
    // "Digest: a pasted title" is no filter; "digest:" at the end is one that is being typed.
    if (isLast) return { token: { ...token, kind: 'filter', operator, typed: '' } };
    return name === operator ? { token: word, problem: problem('no-value') } : { token: word };
  }
  const filter: Token = { ...token, kind: 'filter', operator, typed: value };
  if (isKnownValue(operator, value)) return { token: filter };
  if (isLast && mayBecomeKnown(operator, value)) return { token: { ...filter, value: '' } };
  return { token: filter, problem: problem('wrong-value') };
}

function isKnownValue(operator: Operator, value: string): boolean {
  if (operator === 'year') return yearRange(value) !== undefined;
  if (asksForTime(operator)) return timeSpan(value) !== undefined;
  const values: readonly string[] | null = OPERATORS[operator];
  return !values || values.includes(value.toLowerCase());
}

/** Whether a value may become valid when more of it is typed. */
function mayBecomeKnown(operator: Operator, value: string): boolean {
  if (operator === 'year') return mayBecomeYears(value);
  if (asksForTime(operator)) return mayBecomeTimeSpan(value);
  return OPERATORS[operator]?.some((known) => known.startsWith(value.toLowerCase())) ?? false;
}

/** The value at `start`: a quotation, which may be unclosed, or everything up to white space. */
function readValue(text: string, start: number): { value: string; end: number; quoted: boolean } {
  const quotation = readQuotation(text, start);
  if (quotation) return { ...quotation, quoted: true };
  const space = text.slice(start).search(/\s/);
  const end = space < 0 ? text.length : start + space;
  return { value: text.slice(start, end), end, quoted: false };
}

/** Whether there is an operator of this name. */
export function isOperator(name: string): name is Operator {
  return Object.hasOwn(OPERATORS, name);
}

/** Whether an operator asks for a time. */
export function asksForTime(operator: Operator): boolean {
  return operator === 'added' || operator === 'saved' || operator === 'read';
}

/** The order that a query asks for: that of the last such filter. */
export function requestedOrder({ filters }: ParsedQuery): SortOrder | undefined {
  return filters.findLast(({ operator }) => operator === 'sort')?.value.toLowerCase() as SortOrder | undefined;
}
