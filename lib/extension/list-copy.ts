/**
 * A second copy of what the reader has made, outside of the database: a browser that finds a database broken may delete it and say nothing
 * (Chromium does). It is a backup in the extension's own file system, which content scripts can't reach; `storage.local` they can read.
 */
import { type Backup, writeBackup } from '../core/backup.ts';
import { readBackup } from '../core/backup-reading.ts';
import { undoable } from '../db/journal.ts';
import { backupContents, restoreLost } from '../db/restoration.ts';

const FILE = 'copy.json';
/** Changes that come together make one copy, so many milliseconds after the first. */
const PAUSE_MS = 1000;
/** Characters of the largest copy; of a larger one the papers stay behind, which have come from somewhere. */
const MOST = 20_000_000;

let waiting = false;

/** Soon has the copy be what the database holds. Never throws: a copy that is not written is no reason to stop anything. */
export function copySoon(): void {
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    writeCopy().catch(() => {});
  }, PAUSE_MS);
}

/** The latest copy; undefined if there is none that can be read. */
export async function readCopy(): Promise<Backup | undefined> {
  try {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle(FILE)).getFile();
    return readBackup(await file.text(), Date.now());
  } catch {
    return undefined;
  }
}

/** Fills a database that the browser has made anew from the copy. Does nothing where the reader has ever made a list. */
export async function bringBackLostList(): Promise<void> {
  const copy = await readCopy();
  if (copy && copy.entries.length > 0) await restoreLost(copy);
}

async function writeCopy(): Promise<void> {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(FILE, { create: true });
  const { lastModified, size } = await handle.getFile();
  const [latest] = await undoable(undefined, 1);
  if (!latest || (size > 0 && lastModified > latest.at + PAUSE_MS)) return;
  const backup = await backupContents();
  const text = writeBackup(backup);
  // It takes the place of the old one when it is closed, and not before.
  const stream = await handle.createWritable();
  await stream.write(text.length <= MOST ? text : writeBackup({ ...backup, papers: [], digests: [], known: [] }));
  await stream.close();
}
