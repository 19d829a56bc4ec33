/**
 * What the interface says, in the browser's language where `lib/words` has it, in English
 * otherwise. No sentence stands in the code, and none is joined from parts, whose order other
 * languages change.
 */
import { createI18n } from '@wxt-dev/i18n';
import { browser } from 'wxt/browser';
import type { GeneratedI18nStructure } from '#i18n';

/** The key of a message, such as "welcome.heading". */
export type WordKey = keyof GeneratedI18nStructure;

/** The key of a message that takes nothing. */
export type PlainKey = {
  [Key in WordKey]: GeneratedI18nStructure[Key] extends { plural: true } | { namedSubstitutions: readonly string[] }
    ? never
    : Key;
}[WordKey];

/**
 * The message of a key. `{name}`s in it are filled from an object; a message with a plural takes
 * its number first, which only chooses the form.
 */
export const { t } = createI18n<GeneratedI18nStructure>();

/**
 * The language of the words as a BCP 47 tag, for `lang` and `Intl`: with the reader's region
 * ("en-GB"), where the words are in the reader's language.
 */
export function language(): string {
  const words = t('language');
  const reader = browser.i18n.getUILanguage();
  return reader.startsWith(words.slice(0, 2)) ? reader : words;
}
