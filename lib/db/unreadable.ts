/**
 * Rows that can't be read: they are left out of all that is read, and counted, so that pages can
 * say so. They stay as they are.
 */
import { isSoundDigest, isSoundEntry, isSoundPaper } from '../core/model/sound-rows.ts';

/**
 * How the rows of a table should be. Others are made by the extension alone, and read by nobody who
 * shows them.
 */
const rules: Record<string, { key: string; isSound(row: unknown): boolean }> = {
  readingList: { key: 'paperId', isSound: isSoundEntry },
  papers: { key: 'id', isSound: isSoundPaper },
  digests: { key: 'id', isSound: isSoundDigest },
};

/** Rows that this part of the extension has met, by table and key. */
const met = new Set<string>();
const listeners = new Set<(count: number) => void>();

/** Has more tables checked: those that a first reading does not need. */
export function checkToo(tables: typeof rules): void {
  Object.assign(rules, tables);
}

/** Whether rows of a table are checked. */
export function isChecked(table: string): boolean {
  return table in rules;
}

/**
 * Whether a row of a table can be read. One that can't is counted, until it is read again and can.
 */
export function isReadable(table: string, row: unknown): boolean {
  const rule = rules[table];
  if (!rule || row === undefined) return true;
  const isSound = rule.isSound(row);
  if (isSound && met.size === 0) return true;
  const name = `${table} ${String((row as Record<string, unknown> | null)?.[rule.key])}`;
  if (isSound ? met.delete(name) : !met.has(name) && met.add(name)) for (const tell of listeners) tell(met.size);
  return isSound;
}

/**
 * Calls `listener` with how many rows could not be read, now and after each change, until `signal`
 * aborts.
 */
export function watchUnreadable(listener: (count: number) => void, signal: AbortSignal): void {
  listeners.add(listener);
  signal.addEventListener('abort', () => listeners.delete(listener));
  if (met.size > 0) listener(met.size);
}
