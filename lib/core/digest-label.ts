/** What a digest is called where there is room for a line. */
import type { Digest } from './paper.ts';

/** The name of a digest; it begins with the date, or with the word that there is none. */
export function digestLabel({ name, date }: Digest): string {
  return date === null ? `Undated · ${name}` : name;
}
