/**
 * Text as words, folded as titles are folded: the ground on which search and marking of found words
 * stand.
 */
import { fold } from './fold.ts';

/**
 * A run of letters, digits and what TeX, method names and compounds have inside them: "S^{2}FT",
 * "ell_p", "PFGM++", "low-rank", "Fr\'echet".
 */
const WORD = /[\p{L}\p{M}\p{N}∞][\p{L}\p{M}\p{N}∞^_{}\\$'’+\-‐‑–]*[\p{L}\p{M}\p{N}∞+]|[\p{L}\p{N}∞]/gu;
const HYPHENS = /[-‐‑–]+/u;

/** Forms of words that were met: texts repeat some thousands. */
const known = new Map<string, readonly string[]>();
const MAX_KNOWN = 10_000;

/** The words of `text` as they stand there, in order. */
export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** The same, compounds taken apart at their hyphens. */
export function wordPartsOf(text: string): string[] {
  return wordsOf(text).flatMap((word) => word.split(HYPHENS));
}

/**
 * The folded forms under which a word is found. A compound has its parts and their joined form
 * (`low-rank`: low, rank, lowrank); a name in camel case its humps too (`GraNet`: granet, gra,
 * net). Forms of one letter are kept: they stand in titles.
 */
export function formsOf(word: string): readonly string[] {
  let forms = known.get(word);
  if (!forms) {
    forms = findForms(word);
    if (known.size === MAX_KNOWN) known.clear();
    known.set(word, forms);
  }
  return forms;
}

function findForms(word: string): string[] {
  const parts = word.split(HYPHENS);
  const forms = new Set(parts.map(fold));
  if (parts.length > 1) forms.add(fold(word));
  for (const hump of humpsOf(word)) forms.add(fold(hump));
  forms.delete('');
  return [...forms].map(lightStem);
}

/**
 * Letters of a title without pluses: few type those of "PFGM++", which tells titles apart on pages,
 * not here.
 */
export function titleLetters(text: string): string {
  return fold(text).replaceAll('+', '');
}

/** A word of a query, folded as it is written and as it is looked up. */
export interface QueryWord {
  written: string;
  form: string;
}

/**
 * The words of a query, compounds taken apart: a reader types "text to image" for "text-to-image".
 */
export function wordsOfQuery(query: string): QueryWord[] {
  return wordPartsOf(query)
    .map((word) => ({ written: titleLetters(word), form: lightStem(fold(word)) }))
    .filter(({ form }) => form !== '');
}

/** The same, as they are looked up. */
export function queryWords(query: string): string[] {
  return wordsOfQuery(query).map(({ form }) => form);
}

/**
 * Takes a plural's s away and writes -ise, -isation and -our as -ize, -ization and -or. Light on
 * purpose: Porter's rules, which would join "general" and "generate", find known papers worse.
 */
function lightStem(word: string): string {
  if (word.length < 4) return word;
  return word
    .replace(/(?<=[a-z]{3})is(?=(?:e|es|ed|er|ing|ation|ations)$)/, 'iz')
    .replace(/(?<=[a-z]{3})our(?=s?$|ed$|ing$)/, 'or')
    .replace(/(?<=[a-z]{2})ies$/, 'y')
    .replace(/(?<=(?:ss|x|ch|sh))es$/, '')
    .replace(/(?<=[a-z]{2}[^suis])s$/, '');
}

function humpsOf(word: string): string[] {
  if (!/\p{Ll}\p{Lu}/u.test(word)) return [];
  return word.split(/(?<=\p{Ll})(?=\p{Lu})/u).filter((hump) => hump.length > 1);
}
