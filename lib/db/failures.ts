/** Classifies failures of the database. The interface has the words for them. */

/** An older page of the extension has the database open, and blocks its upgrade. */
export class BlockedError extends Error {
  override name = 'BlockedError';
}

/**
 * Why the database refuses: there is no space, a newer version wrote it, an older page has it open,
 * the browser lets nothing be stored, or something else.
 */
export type Failure = 'full-disk' | 'newer' | 'blocked' | 'no-storage' | 'other';

/** Classifies an error of the database. */
export function failureOf(error: unknown): Failure {
  if (isFullDisk(error)) return 'full-disk';
  if (isNamed(error, 'VersionError')) return 'newer';
  if (isNamed(error, 'BlockedError')) return 'blocked';
  return isNamed(error, 'MissingAPIError') || isNamed(error, 'InvalidStateError') ? 'no-storage' : 'other';
}

/** The first line of an error's message; empty if it has none. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.split('\n')[0]?.trim().replace(/\.$/, '') ?? '';
}

/** Whether a write failed for lack of space. */
export function isFullDisk(error: unknown): boolean {
  return isNamed(error, 'QuotaExceededError');
}

/**
 * Dexie wraps what the browser threw: the name may be one or two levels down, or that of one of
 * several failures.
 */
function isNamed(error: unknown, name: string): boolean {
  if (!(error instanceof Error) && !(error instanceof DOMException)) return false;
  if (error.name === name) return true;
  const { inner, failures } = error as { inner?: unknown; failures?: unknown };
  return isNamed(inner, name) || (Array.isArray(failures) && failures.some((failure) => isNamed(failure, name)));
}
