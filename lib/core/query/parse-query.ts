/**
 * The query language: what a reader's text asks for, and what in it can't be understood. Never
 * throws; every letter is in one token.
 */
import { nearest } from '../text/near-word.ts';
import { quotedValue, readQuotation } from './quotation-marks.ts';
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

/** Something that can't be understood, and what would be right. */
export interface Problem {
  start: number;
  end: number;
  message: string;
  /** What to write instead, where that can be guessed: "title:gan" for "titel:gan". */
  instead?: string;
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
  const problem = (message: string, instead?: string): Read => ({
    token: word,
    problem: { start, end, message, ...(instead && { instead: minus + instead }) },
  });
  if (!isOperator(operator)) {
    const unknown = unknownOperator(name, value, quoted);
    return unknown ? problem(...unknown) : { token: word };
  }
  if (value === '') {
    // "Digest: a pasted title" is no filter; "digest:" at the end is one that is being typed.
    if (isLast) return { token: { ...token, kind: 'filter', operator, typed: '' } };
    if (name !== operator) return { token: word };
    return problem(`Write what is meant right after “${name}:”, without a space: ${example(operator)}`);
  }
  const filter: Token = { ...token, kind: 'filter', operator, typed: value };
  const values: readonly string[] | null = OPERATORS[operator];
  if (operator === 'year' && !yearRange(value)) {
    if (isLast && mayBecomeYears(value)) return { token: { ...filter, value: '' } };
    return { ...problem(`“year:” takes a year, or years such as 2019..2023, not “${value}”.`), token: filter };
  }
  if (asksForTime(operator) && !timeSpan(value)) {
    if (isLast && mayBecomeTimeSpan(value)) return { token: { ...filter, value: '' } };
    const message = `“${operator}:” takes a month or a year, such as 2026-11 or 2026-05..2026-08, not “${value}”.`;
    return { ...problem(message), token: filter };
  }
  if (!values || values.includes(value.toLowerCase())) return { token: filter };
  // The value is being typed.
  if (isLast && values.some((known) => known.startsWith(value.toLowerCase())))
    return { token: { ...filter, value: '' } };
  const near = nearest(value.toLowerCase(), values);
  const wrong = problem(`“${operator}:” knows ${listOf(values)}, not “${value}”.`, near && `${operator}:${near}`);
  return { ...wrong, token: filter };
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

/**
 * A name before a colon that is no operator's: what to say of it, and what was probably meant.
 * Titles and addresses have such names too, so only lower-case ones are taken for a mistake.
 */
function unknownOperator(
  name: string,
  value: string,
  quoted: boolean,
): [message: string, instead: string | undefined] | undefined {
  const looksMeant = name === name.toLowerCase() && (quoted || /^[\p{L}\p{N}]/u.test(value));
  if (!looksMeant) return undefined;
  const names = Object.keys(OPERATORS);
  const near = nearest(name, names);
  return [
    `There is no filter “${name}:”. There are ${listOf(names.map((operator) => `${operator}:`))}.`,
    near && `${near}:${quotedValue(value)}`,
  ];
}

function isOperator(name: string): name is Operator {
  return Object.hasOwn(OPERATORS, name);
}

/** Whether it asks when something was done. */
function asksForTime(operator: Operator): boolean {
  return operator === 'added' || operator === 'saved' || operator === 'read';
}

function example(operator: Operator): string {
  return `${operator}:${OPERATORS[operator]?.[0] ?? examples[operator] ?? 'diffusion'}.`;
}

const examples: Partial<Record<Operator, string>> = {
  author: 'song',
  year: '2021',
  venue: 'iclr',
  digest: '"Mar 12"',
  source: 'library',
  added: '2026-11',
  saved: '2026-11',
  read: '2026-11',
};

function listOf(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The order that a query asks for: by the last filter, where there are several. */
export function askedOrder({ filters }: ParsedQuery): SortOrder | undefined {
  return filters.findLast(({ operator }) => operator === 'sort')?.value.toLowerCase() as SortOrder | undefined;
}
