import { language } from './words.ts';

/**
 * Sets the title of a page of the extension, and the language of its words, for voices and fonts.
 */
export function introducePage(title = document.title): void {
  document.documentElement.lang = language();
  document.title = title;
}
