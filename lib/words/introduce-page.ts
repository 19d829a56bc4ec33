import { language } from './words.ts';

/**
 * Has a page of the extension say what it is called, and which language its words are in, for
 * voices and fonts.
 */
export function introducePage(title = document.title): void {
  document.documentElement.lang = language();
  document.title = title;
}
