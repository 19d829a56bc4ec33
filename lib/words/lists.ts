import { language } from './words.ts';

/** Several things: "title:, year: and tag:"; as a disjunction with "or". */
export function formatList(items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  const of = language();
  // American English would have a comma before "and".
  return new Intl.ListFormat(of.startsWith('en') ? 'en-GB' : of, { type }).format(items);
}
