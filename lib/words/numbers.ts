/** Numbers as the language of the words writes them. */
import { language } from './words.ts';

/** "12,000". */
export function formatNumber(number: number): string {
  return number.toLocaleString(language());
}
