/**
 * Validates values from outside: of a backup, the browser's sync or an imported file. What passes
 * can be stored, shown and exported. Places are written as in JavaScript: "entries[3].status",
 * counted from 0.
 */
import type { PaperId } from './paper.ts';
import { paperIdOf } from './paper-id.ts';

/** How far before or after 1970 a date can be in JavaScript. */
const DATE_RANGE_MS = 8.64e15;

/** Maximum lengths of texts, in UTF-16 units, far beyond what anybody writes. */
export const maxLengths = {
  title: 10_000,
  abstract: 100_000,
  note: 10_000_000,
  tag: 10_000,
  link: 2_000,
  name: 1_000,
} as const;

/** Maximum number of items in lists. */
export const maxItems = { rows: 500_000, tags: 10_000, links: 1_000 } as const;

/** What a value should be: of some type, within some length, or one of several. */
export type Wanted =
  | 'object'
  | 'text'
  | 'number'
  | 'date'
  | 'list'
  | 'paper-id'
  | 'two-paper-ids'
  | 'https-address'
  | 'time-stamp'
  | 'year'
  | 'another-id'
  | { characters: number }
  | { items: number }
  | { oneOf: readonly string[] };

/** A value that is not what it should be, and where it is. */
export class DamageError extends Error {
  readonly place: string;
  readonly wanted: Wanted;

  constructor(place: string, wanted: Wanted) {
    super(`“${place}” is damaged.`);
    this.place = place;
    this.wanted = wanted;
  }
}

/** The fields of an object parsed from JSON. One that is named `__proto__` is left out. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value, if it is an object with fields. Throws {@link DamageError}. */
export function fieldsOf(value: unknown, place: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new DamageError(place, 'object');
  // Fields that an object inherits are not in the file.
  return Object.assign(
    Object.create(null),
    Object.fromEntries(Object.entries(value).filter(([name]) => name !== '__proto__')),
  );
}

/** The value, if it is a string of at most `maxLength` UTF-16 units. Throws {@link DamageError}. */
export function textOf(value: unknown, place: string, maxLength: number): string {
  if (typeof value !== 'string') throw new DamageError(place, 'text');
  if (value.length > maxLength) throw new DamageError(place, { characters: maxLength });
  return value;
}

/** The value, if it is a finite number. Throws {@link DamageError}. */
export function numberOf(value: unknown, place: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new DamageError(place, 'number');
  return value;
}

/**
 * Whether a value is a date, in milliseconds since the Unix epoch: most numbers are out of range.
 */
export function isDate(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= DATE_RANGE_MS;
}

/** The value, if it is a date in milliseconds since the Unix epoch. Throws {@link DamageError}. */
export function dateOf(value: unknown, place: string): number {
  if (!isDate(numberOf(value, place))) throw new DamageError(place, 'date');
  return value as number;
}

/** The value, if it is one of `choices`. Throws {@link DamageError}. */
export function oneOf<T extends string | number>(value: unknown, choices: readonly T[], place: string): T {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw new DamageError(place, { oneOf: choices.map(String) });
  return choice;
}

/** The items of a list, at most `maxCount`, as `read` returns them. Throws {@link DamageError}. */
export function listOf<T>(
  value: unknown,
  place: string,
  maxCount: number,
  read: (value: unknown, place: string) => T,
): T[] {
  if (!Array.isArray(value)) throw new DamageError(place, 'list');
  if (value.length > maxCount) throw new DamageError(place, { items: maxCount });
  return value.map((item, i) => read(item, `${place}[${i}]`));
}

/** Whether the value has the form of a paper's id. */
export function isPaperId(value: unknown): value is PaperId {
  return typeof value === 'string' && /^[0-9a-f]{16}$/.test(value);
}

/** The value, if it has the form of a paper's id. Throws {@link DamageError}. */
export function paperIdIn(value: unknown, place: string): PaperId {
  if (!isPaperId(value)) throw new DamageError(place, 'paper-id');
  return value;
}

/**
 * Whether `id` is the id of this title: with the wrong one, the wrong pages would be marked, and
 * merges with other machines would fail.
 */
export function isTitleOf(title: string, id: PaperId): boolean {
  return title.length <= maxLengths.title && paperIdOf(title) === id;
}

/** The distinct tags of a list. Throws {@link DamageError}. */
export function tagsOf(value: unknown, place: string): string[] {
  return [...new Set(listOf(value, place, maxItems.tags, (tag, at) => textOf(tag, at, maxLengths.tag)))];
}

/**
 * An https address without a user name, which could pass for its host. Throws {@link DamageError}.
 */
export function linkOf(value: unknown, place: string): string {
  const link = textOf(value, place, maxLengths.link);
  if (!/^https:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:[/?#][^\s\p{Cc}\\]*)?$/iu.test(link)) {
    throw new DamageError(place, 'https-address');
  }
  return link;
}
