/**
 * A second copy of what the reader has made, outside of the database: a browser that finds a
 * database broken may delete it and say nothing (Chromium does). It is a backup in the extension's
 * own file system, which content scripts can't reach; `storage.local` they can read.
 */
import { type Backup, writeBackup } from '../../core/backup/backup.ts';
import { readBackup } from '../../core/backup/read-backup.ts';
import { journalState } from '../../db/journal.ts';
import { forgottenState } from '../../db/learned.ts';
import { backupContents, restoreLost } from '../../db/restoration.ts';
import { logError } from './error-log.ts';

const COPY = 'copy.json';
/**
 * Which state of the journal, and of what was forgotten, the copy has: the background wakes often,
 * and the list seldom changes.
 */
const STATE = 'copy-state.txt';
/** Changes that come together make one copy, so many milliseconds after the first. */
const COPY_PAUSE_MS = 1000;
/**
 * Characters of the largest copy; of a larger one the papers stay behind, which have come from
 * somewhere.
 */
const MAX_COPY_LENGTH = 20_000_000;

let waiting = false;

/**
 * Soon has the copy be what the database holds. Never throws: a copy that is not written is no
 * reason to stop anything.
 */
export function copySoon(): void {
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    writeCopy().catch((error) => logError('background', error));
  }, COPY_PAUSE_MS);
}

/** The latest copy; undefined if there is none that can be read. */
export async function readCopy(): Promise<Backup | undefined> {
  try {
    return readBackup(await readText(COPY), Date.now());
  } catch {
    return undefined;
  }
}

/**
 * Fills a database that the browser has made anew from the copy. Does nothing where the reader has
 * ever made a list.
 */
export async function bringBackLostList(): Promise<void> {
  const copy = await readCopy();
  if (copy && copy.entries.length > 0) await restoreLost(copy);
}

async function writeCopy(): Promise<void> {
  const journal = await journalState();
  const state = `${journal} ${await forgottenState()}`;
  if (journal === '' || state === (await readText(STATE).catch(() => ''))) return;
  const backup = await backupContents();
  const text = writeBackup(backup);
  await writeText(
    COPY,
    text.length <= MAX_COPY_LENGTH ? text : writeBackup({ ...backup, papers: [], digests: [], known: [] }),
  );
  await writeText(STATE, state);
}

async function readText(name: string): Promise<string> {
  const folder = await navigator.storage.getDirectory();
  return (await (await folder.getFileHandle(name)).getFile()).text();
}

async function writeText(name: string, text: string): Promise<void> {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(name, { create: true });
  // It takes the place of the old text when it is closed, and not before.
  const stream = await handle.createWritable();
  await stream.write(text);
  await stream.close();
}
