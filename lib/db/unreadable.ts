/**
 * Rows that can't be read: every query skips them and counts them, so that pages can say so. They
 * stay in the database as they are.
 */
import { isSoundDigest, isSoundEntry, isSoundPaper } from '../core/model/sound-rows.ts';

/**
 * What rows of a table must look like. Other tables are written by the extension alone, and no page
 * shows them.
 */
const rules: Record<string, { key: string; isSound(row: unknown): boolean }> = {
  readingList: { key: 'paperId', isSound: isSoundEntry },
  papers: { key: 'id', isSound: isSoundPaper },
  digests: { key: 'id', isSound: isSoundDigest },
};

/** Unreadable rows that this part of the extension has met, by table and key. */
const unreadable = new Set<string>();
const listeners = new Set<(count: number) => void>();

/** Adds tables to check: those that a first read does not need. */
export function addChecks(tables: typeof rules): void {
  Object.assign(rules, tables);
}

/** Whether rows of a table are checked. */
export function isChecked(table: string): boolean {
  return table in rules;
}

/**
 * Whether a row of a table can be read. One that can't is counted until it is read successfully.
 */
export function isReadable(table: string, row: unknown): boolean {
  const rule = rules[table];
  if (!rule || row === undefined) return true;
  const isSound = rule.isSound(row);
  if (isSound && unreadable.size === 0) return true;
  const name = `${table} ${String((row as Record<string, unknown> | null)?.[rule.key])}`;
  if (isSound ? unreadable.delete(name) : !unreadable.has(name) && unreadable.add(name))
    for (const tell of listeners) tell(unreadable.size);
  return isSound;
}

/**
 * Calls `listener` with how many rows could not be read, now and after each change, until `signal`
 * aborts.
 */
export function watchUnreadable(listener: (count: number) => void, signal: AbortSignal): void {
  listeners.add(listener);
  signal.addEventListener('abort', () => listeners.delete(listener));
  if (unreadable.size > 0) listener(unreadable.size);
}
