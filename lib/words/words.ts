/**
 * What the interface says, in the browser's language if `lib/words` has it, otherwise in English.
 * Sentences are not in the code, and not joined from parts, whose order other languages change.
 */
import type { createI18n } from '@wxt-dev/i18n';
import { browser } from 'wxt/browser';
import type { GeneratedI18nStructure } from '#i18n';

/** The key of a message, such as "welcome.heading". */
export type WordKey = keyof GeneratedI18nStructure;

/** The key of a message without placeholders. */
export type PlainKey = {
  [Key in WordKey]: GeneratedI18nStructure[Key] extends { plural: true } | { namedSubstitutions: readonly string[] }
    ? never
    : Key;
}[WordKey];

/** Checks keys, and the values of their messages. */
type Translate = ReturnType<typeof createI18n<GeneratedI18nStructure>>['t'];

type Values = Record<string, string | number>;

type AnyMessages = { getMessage(key: string): string };

/**
 * The message of a key. Its `{name}`s are filled from an object. A message with a plural takes its
 * number first, which only chooses the form. Does the same as the function of `createI18n` in a
 * third of the bytes: the popup loads it first.
 */
export const t = ((key: string, count?: number | Values, values?: Values) => {
  // The build has written plurals as "{n} paper | {n} papers".
  const [one = '', more = one] = (browser.i18n as AnyMessages).getMessage(key.replace('.', '_')).split(' | ');
  const message = typeof count === 'number' && count !== 1 ? more : one;
  const given = typeof count === 'object' ? count : values;
  return given ? message.replace(/\{(\w+)\}/g, (whole, name: string) => `${given[name] ?? whole}`) : message;
}) as Translate;

/**
 * Has the browser read the words. Chromium reads them once in each process, and keeps none if the
 * page that asked for them was closed meanwhile: the background, which isn't, asks first.
 */
export function loadWords(): void {
  t('language');
}

/**
 * The language of the words as a BCP 47 tag, for `lang` and `Intl`: with the reader's region
 * ("en-GB"), if the words are in the reader's language.
 */
export function language(): string {
  const words = t('language');
  const reader = browser.i18n.getUILanguage();
  return reader.startsWith(words.slice(0, 2)) ? reader : words;
}
