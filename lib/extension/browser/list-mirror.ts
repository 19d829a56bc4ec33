/**
 * A copy of the reader's own data outside of the database, since a browser may silently delete a
 * corrupt database (Chromium does). It is a backup in the extension's own file system, which
 * content scripts can't read, unlike `storage.local`.
 */
import { type Backup, writeBackup } from '../../core/backup/backup.ts';
import { readBackup } from '../../core/backup/read-backup.ts';
import { journalRevision } from '../../db/journal.ts';
import { forgottenRevision } from '../../db/learned.ts';
import { backupContents, restoreLost } from '../../db/restoration.ts';
import { logError } from './error-log.ts';

const COPY_FILE = 'copy.json';
/**
 * Holds the state of the journal, and of what was forgotten, that the copy has: the background
 * starts often, and the list seldom changes.
 */
const STATE_FILE = 'copy-state.txt';
/** The delay of a copy after a change, so that changes that come together make one copy. */
const COPY_DELAY_MS = 1000;
/** A larger copy leaves out the papers, which can be imported again. */
const MAX_COPY_LENGTH = 20_000_000;

let waiting = false;

/** Schedules a copy of the database. Never throws: the copy is not worth stopping anything. */
export function scheduleCopy(): void {
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    writeCopy().catch((error) => logError('background', error));
  }, COPY_DELAY_MS);
}

/** The latest copy; undefined if there is none or it can't be read. */
export async function readCopy(): Promise<Backup | undefined> {
  try {
    return readBackup(await readText(COPY_FILE), Date.now());
  } catch {
    return undefined;
  }
}

/**
 * Restores the copy to a database that the browser had to recreate. Does nothing if the database
 * has ever had a list.
 */
export async function restoreLostList(): Promise<void> {
  const copy = await readCopy();
  if (copy && copy.entries.length > 0) await restoreLost(copy);
}

async function writeCopy(): Promise<void> {
  const journal = await journalRevision();
  const state = `${journal} ${await forgottenRevision()}`;
  if (journal === '' || state === (await readText(STATE_FILE).catch(() => ''))) return;
  const backup = await backupContents();
  const text = writeBackup(backup);
  await writeText(
    COPY_FILE,
    text.length <= MAX_COPY_LENGTH ? text : writeBackup({ ...backup, papers: [], digests: [], known: [] }),
  );
  await writeText(STATE_FILE, state);
}

async function readText(name: string): Promise<string> {
  const folder = await navigator.storage.getDirectory();
  return (await (await folder.getFileHandle(name)).getFile()).text();
}

async function writeText(name: string, text: string): Promise<void> {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(name, { create: true });
  // Closing the stream replaces the old text atomically.
  const stream = await handle.createWritable();
  await stream.write(text);
  await stream.close();
}
