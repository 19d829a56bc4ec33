/**
 * The query language: what a reader's text asks for, and what in it can't be understood. Never
 * throws; every letter is in one token.
 */
import { readQuotation } from './quotation-marks.ts';
import { mayBecomeTimeSpan, timeSpan } from './time-span.ts';
import { mayBecomeYears, yearRange } from './year-range.ts';

/** What can be asked with a colon, and the values that there are; null for any text. */
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

/**
 * The order of answers: the best first, as they stand in the digests, those saved last first, the
 * latest years first.
 */
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
  /** The value is in quotation marks. */
  quoted: boolean;
  /** Of a filter, its value as far as it is typed. */
  typed?: string;
}

/** A condition that papers must meet. */
export interface Filter {
  operator: Operator;
  value: string;
  negated: boolean;
  quoted: boolean;
}

/** Something that can't be understood. */
export interface Problem {
  start: number;
  end: number;
  /** A filter that there is not, one whose value is not there, or not one that it knows. */
  kind: 'unknown-filter' | 'no-value' | 'wrong-value';
  /** The name of the filter, as it is written. */
  name: string;
  value: string;
  quoted: boolean;
  negated: boolean;
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

/** White space; or a minus in any of its forms, then perhaps a name with a colon. */
const TOKEN_START = /(\s+)|([-−–－]?)(?:([A-Za-z]+)[:：])?/y;

/** Takes a query apart. */
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
    // Titles and addresses have such names too, so only lower-case ones are taken for a mistake.
    const looksMeant = name === operator && (quoted || /^[\p{L}\p{N}]/u.test(value));
    return looksMeant ? { token: word, problem: problem('unknown-filter') } : { token: word };
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

/** Whether a value may still be in the typing. */
function mayBecomeKnown(operator: Operator, value: string): boolean {
  if (operator === 'year') return mayBecomeYears(value);
  if (asksForTime(operator)) return mayBecomeTimeSpan(value);
  return OPERATORS[operator]?.some((known) => known.startsWith(value.toLowerCase())) ?? false;
}

/**
 * A value at `start`: a text in quotation marks, which may not be closed yet, or all up to white
 * space.
 */
function readValue(text: string, start: number): { value: string; end: number; quoted: boolean } {
  const quotation = readQuotation(text, start);
  if (quotation) return { ...quotation, quoted: true };
  const space = text.slice(start).search(/\s/);
  const end = space < 0 ? text.length : start + space;
  return { value: text.slice(start, end), end, quoted: false };
}

/** Whether there is a filter of this name. */
export function isOperator(name: string): name is Operator {
  return Object.hasOwn(OPERATORS, name);
}

/** Whether it asks when something was done. */
export function asksForTime(operator: Operator): boolean {
  return operator === 'added' || operator === 'saved' || operator === 'read';
}

/** The order that a query asks for: by the last filter, where there are several. */
export function askedOrder({ filters }: ParsedQuery): SortOrder | undefined {
  return filters.findLast(({ operator }) => operator === 'sort')?.value.toLowerCase() as SortOrder | undefined;
}
