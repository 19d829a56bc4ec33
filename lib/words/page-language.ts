import { language } from './words.ts';

/** Has a page of the extension say which language its words are in, for voices and fonts. */
export function setPageLanguage(): void {
  document.documentElement.lang = language();
}
