/**
 * Splits text into words, folded like titles: the basis of searching and of highlighting matches.
 */
import { fold } from './fold.ts';

/**
 * A run of letters, digits and the characters that TeX, method names and compounds contain:
 * "S^{2}FT", "ell_p", "PFGM++", "low-rank", "Fr\'echet".
 */
const WORD = /[\p{L}\p{M}\p{N}∞][\p{L}\p{M}\p{N}∞^_{}\\$'’+\-‐‑–]*[\p{L}\p{M}\p{N}∞+]|[\p{L}\p{N}∞]/gu;
const HYPHENS = /[-‐‑–]+/u;

/** Caches the forms of words: texts repeat some thousands. */
const cachedForms = new Map<string, readonly string[]>();
const MAX_CACHED_WORDS = 10_000;

/** The words of `text` as written, in order. */
export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** The same, with compounds split at their hyphens. */
export function wordPartsOf(text: string): string[] {
  return wordsOf(text).flatMap((word) => word.split(HYPHENS));
}

/**
 * The folded forms under which a word is found. A compound has its parts and their joined form
 * (`low-rank`: low, rank, lowrank); a camel-case name its humps too (`GraNet`: granet, gra, net).
 * Forms of one letter are kept, because titles contain them.
 */
export function formsOf(word: string): readonly string[] {
  let forms = cachedForms.get(word);
  if (!forms) {
    forms = findForms(word);
    if (cachedForms.size === MAX_CACHED_WORDS) cachedForms.clear();
    cachedForms.set(word, forms);
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
 * The letters of a title without pluses: few people type those of "PFGM++", which distinguish
 * titles on pages, not here.
 */
export function titleLetters(text: string): string {
  return fold(text).replaceAll('+', '');
}

/** A word of a query, folded as written and as looked up. */
export interface QueryWord {
  written: string;
  form: string;
}

/**
 * The words of a query, with compounds split: a reader types "text to image" for "text-to-image".
 */
export function wordsOfQuery(query: string): QueryWord[] {
  return wordPartsOf(query)
    .map((word) => ({ written: titleLetters(word), form: lightStem(fold(word)) }))
    .filter(({ form }) => form !== '');
}

/** The same, as looked up. */
export function queryWords(query: string): string[] {
  return wordsOfQuery(query).map(({ form }) => form);
}

/**
 * Strips a plural's s and writes -ise, -isation and -our as -ize, -ization and -or. Light on
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
