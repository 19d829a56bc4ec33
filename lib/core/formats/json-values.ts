/**
 * Values of JSON that may be anything: what they say where they are what they should be, and
 * nothing else.
 */
import type { Author } from '../model/record.ts';
import { limits } from './format-reader.ts';
import { cleanText, textOfHtml } from './html-text.ts';
import { authorOf, isNobody } from './people.ts';

/** Anything that JSON may hold under a name. */
export type JsonFields = Record<string, unknown>;

/** A text of an item, cut where it is too long; empty for anything else. */
export function textIn(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.slice(0, limits.field) : '';
}

/** The same, as plain text on one line. */
export function plain(value: unknown): string {
  return cleanText(textOfHtml(textIn(value)));
}

/** The items of a list; none of anything else. */
export function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The texts of a list, as many as a paper may have. */
export function textsIn(value: unknown): string[] {
  return listIn(value).slice(0, limits.keywords).map(textIn).filter(Boolean);
}

/** The fields of an object; none of anything else. */
export function fieldsIn(value: unknown): JsonFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonFields) : {};
}

/** The author that an object of names is, in the words of CSL; none where it names nobody. */
export function peopleIn(name: JsonFields): Author[] {
  const part = (...keys: string[]): string =>
    keys
      .map((key) => plain(name[key]))
      .filter(Boolean)
      .join(' ');
  const family = part('non-dropping-particle', 'family');
  const given = part('given', 'dropping-particle');
  const whole = part('literal');
  // CSL has names of organisations as they are.
  if (family === '' && whole !== '' && !whole.includes(',') && !isNobody(whole)) return [{ family: whole }];
  const author = family ? { family, ...(given && { given }) } : authorOf(whole || given);
  return author ? [author] : [];
}
