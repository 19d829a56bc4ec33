/** Months and years in queries: "2026", "2026-11", "2026-05..2026-08", "2026-05..", "..2026". */

/** Milliseconds since the Unix epoch, by the reader's calendar; `to` is exclusive. */
export interface TimeSpan {
  from: number;
  to: number;
}

const MONTH = String.raw`\d{4}(?:-(?:0[1-9]|1[0-2]))?`;
/** Two dots, as keyboards change them; a dash is part of a month. */
const SPAN = new RegExp(String.raw`^(${MONTH})?(\.{2,3}|…)?(${MONTH})?$`);

/** The time that a value names; undefined for anything else. */
export function timeSpan(value: string): TimeSpan | undefined {
  const [whole, first, dots, last] = SPAN.exec(value) ?? [];
  if (whole === undefined || (first === undefined && last === undefined)) return undefined;
  // Two months without dots between them.
  if (first !== undefined && last !== undefined && dots === undefined) return undefined;
  const [from, to] = dots === undefined ? [first, first] : [first, last];
  const span = { from: from ? startOf(from, 0) : 0, to: to ? startOf(to, 1) : Number.POSITIVE_INFINITY };
  return from && to && from > to ? timeSpan(`${to}..${from}`) : span;
}

/** Whether a value may become a span of time when more of it is typed. */
export function mayBecomeTimeSpan(value: string): boolean {
  const month = String.raw`(?:\d{0,4}|\d{4}-(?:[01]?|0[1-9]|1[0-2]))`;
  return new RegExp(String.raw`^${month}$|^(?:${MONTH})?(?:\.{1,3}|…)${month}$`).test(value);
}

/** Whether a moment, in milliseconds since the Unix epoch, is in the time that a value names. */
export function isWithin(moment: number, value: string): boolean {
  const span = timeSpan(value);
  return span !== undefined && span.from <= moment && moment < span.to;
}

/** The start of a year or a month, or of the one that comes `after` that many. */
function startOf(name: string, after: number): number {
  const [year = 0, month] = name.split('-').map(Number);
  // The Date constructor takes years below 100 for those of the 20th century.
  const begin = new Date(2000, 0, 1);
  begin.setFullYear(month === undefined ? year + after : year, month === undefined ? 0 : month - 1 + after, 1);
  return begin.getTime();
}
