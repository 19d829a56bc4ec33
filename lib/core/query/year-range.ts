/** Years in queries: "2021", "2019..2023", "2019..", "..2023". */

/** From and to, both included. */
export type YearRange = readonly [from: number, to: number];

/** Two dots, as keyboards change them, or a dash. */
const RANGE = /^(\d{4})?(?:\.{2,3}|…|[-–])(\d{4})?$/;

/** The years that a value names; undefined for anything else. */
export function yearRange(value: string): YearRange | undefined {
  if (/^\d{4}$/.test(value)) return [Number(value), Number(value)];
  const [whole, from, to] = RANGE.exec(value) ?? [];
  if (whole === undefined || (from === undefined && to === undefined)) return undefined;
  const [first, last] = [Number(from ?? 0), Number(to ?? 9999)];
  return first <= last ? [first, last] : [last, first];
}

/** Whether a value may become years when more of it is typed. */
export function mayBecomeYears(value: string): boolean {
  return /^(?:\d{0,4}|\d{4}(?:\.{1,3}|…|[-–])\d{0,4}|(?:\.{1,3}|…)\d{0,4})$/.test(value);
}
