/** Saves and reads backup files. */
import { type Backup, backupName, writeBackup } from '../../lib/core/backup/backup.ts';
import { BackupError, readBackup } from '../../lib/core/backup/read-backup.ts';
import { detailOf } from '../../lib/extension/browser/failure-words.ts';
import { saveFile } from '../ui/save-file.ts';

/** Enough for some hundred thousand papers. */
const MAX_BACKUP_BYTES = 200_000_000;

/** Downloads a backup as a file. */
export function saveBackupFile(backup: Backup): void {
  saveFile(new Blob([writeBackup(backup)], { type: 'application/json' }), backupName(backup.at));
}

/** Reads a backup file. Throws a `BackupError` that says what is wrong with it. */
export async function readBackupFile(file: File): Promise<Backup> {
  if (file.size > MAX_BACKUP_BYTES)
    throw new BackupError({ what: 'too-large', bytes: file.size, most: MAX_BACKUP_BYTES });
  return readBackup(await textOf(file), Date.now());
}

async function textOf(file: File): Promise<string> {
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch (error) {
    throw new BackupError({ what: 'unreadable', detail: detailOf(error) });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BackupError({ what: 'no-text' });
  }
}
