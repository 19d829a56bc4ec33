/** Sentences about a database that fails: what happened, and what to do. */

const FULL_DISK = 'The disk, or the space that the browser gives to extensions, is full. Free some space';

const NEWER = 'The database was written by a newer version of Paperlight. Update the extension to read it.';

/** An older page of the extension works with the database and does not let it be upgraded. */
export class BlockedError extends Error {
  override name = 'BlockedError';
}

/** Why the database can't be opened. */
export function whyNotOpened(error: unknown): string {
  if (isFullDisk(error)) return `${FULL_DISK} and try again.`;
  if (isNamed(error, 'VersionError')) return NEWER;
  if (isNamed(error, 'BlockedError')) {
    return 'Another page of Paperlight still works with the database of an older version. Close the others, and try again.';
  }
  if (isNamed(error, 'MissingAPIError') || isNamed(error, 'InvalidStateError')) {
    return 'The browser does not let extensions store data here. A private window, or “never remember history”, can be the reason.';
  }
  return `The database can’t be opened (${detailOf(error)}). Your reading list has not been changed.`;
}

/** Why a change of the reading list was not written. */
export function whyNotWritten(error: unknown, what: 'saved' | 'removed' | 'undone' | 'changed' | 'restored'): string {
  if (isFullDisk(error)) return `Not ${what}. ${FULL_DISK}.`;
  if (isNamed(error, 'VersionError')) return `Not ${what}. ${NEWER}`;
  return `Not ${what}: the database refused (${detailOf(error)}). Nothing was changed.`;
}

/** The first line of what an error says of itself. */
export function detailOf(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  const firstLine = text.split('\n')[0]?.trim().replace(/\.$/, '') ?? '';
  return firstLine || 'no reason given';
}

/** Whether a write failed for want of space. */
export function isFullDisk(error: unknown): boolean {
  return isNamed(error, 'QuotaExceededError');
}

/**
 * Dexie wraps what the browser threw: the name may stand one or two levels down, or be that of one
 * of several failures.
 */
function isNamed(error: unknown, name: string): boolean {
  if (!(error instanceof Error) && !(error instanceof DOMException)) return false;
  if (error.name === name) return true;
  const { inner, failures } = error as { inner?: unknown; failures?: unknown };
  return isNamed(inner, name) || (Array.isArray(failures) && failures.some((failure) => isNamed(failure, name)));
}
