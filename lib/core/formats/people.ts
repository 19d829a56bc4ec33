/** Parses people's names, as bibliographies write them. */
import type { Author } from '../model/record.ts';
import { limits } from './format-reader.ts';

/**
 * "Song, Yang", "Song, Jr., Yang", "Yang Song" or biblatex's "family=Song, given=Yang"; a single
 * word is the name of a family or an organisation. Undefined for no name.
 */
export function authorOf(name: string): Author | undefined {
  const plain = name.trim().replace(/\s+/g, ' ');
  if (plain === '' || isNobody(plain)) return undefined;
  const [family = '', ...others] = plain.split(/\s*,\s*/);
  if (/^[a-z-]+=/.test(family)) {
    const parts = new Map([family, ...others].map((part) => part.split(/=(.*)/, 2) as [string, string]));
    const families = [parts.get('prefix'), parts.get('family')].filter(Boolean).join(' ');
    return withGiven(families, parts.get('given') ?? '');
  }
  if (others.length > 0) return withGiven(family, others.at(-1) as string);
  const words = plain.split(' ');
  // "Ludwig van Beethoven": the family name begins with the first lower-case word after the first
  // word.
  const small = words.findIndex((word, i) => i > 0 && i < words.length - 1 && /^\p{Ll}{2}/u.test(word));
  const at = small > 0 ? small : words.length - 1;
  return withGiven(words.slice(at).join(' '), words.slice(0, at).join(' '));
}

/** Whether a name is a placeholder for people who are not named. */
export function isNobody(name: string): boolean {
  return /^(?:et al\.?|others|anonymous|n\/a)$/i.test(name);
}

/** The authors among names, in their order. */
export function authorsOf(names: readonly string[]): Author[] {
  return names.slice(0, limits.authors).flatMap((name) => authorOf(name) ?? []);
}

function withGiven(family: string, given: string): Author | undefined {
  if (family === '') return given === '' ? undefined : { family: given };
  return given === '' ? { family } : { family, given };
}
