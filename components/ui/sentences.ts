/** What sentences of the interface are made of. */

/** "1 paper", "290 papers". */
export function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}
