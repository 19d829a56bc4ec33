import { useState } from 'preact/hooks';
import type { Backup } from '../../lib/core/backup/backup.ts';
import type { ReadingListEntry } from '../../lib/core/model/entry.ts';
import { deleteDatabase } from '../../lib/db/rescue.ts';
import { count } from '../ui/sentences.ts';
import { saveBackupFile } from './files.ts';
import { dateOf } from './restore-sentences.ts';
import { useRescue } from './use-rescue.ts';

/**
 * What can be saved while the database can't be opened. Nothing is changed in it but by the last
 * button, which says so.
 */
export function Recovery({ onRetry }: { onRetry(): void }) {
  const found = useRescue();
  const [isSaved, setSaved] = useState(false);
  if (found.state === 'fine') return null;
  if (found.state === 'looking') {
    return (
      <div class="notice recovery" role="status">
        <p>Looking for what can be read…</p>
      </div>
    );
  }
  const { rescued, copy } = found;
  const save = (backup: Backup): void => {
    saveBackupFile(backup);
    setSaved(true);
  };
  const list = rescued?.backup.entries ?? [];
  const states = (rescued?.snapshots ?? []).map(({ at, entries }) => ({ ...nothing, at, entries }));
  return (
    <div class="notice recovery" role="status">
      <h2>What can be saved</h2>
      <p>
        {list.length > 0
          ? `${papersIn(list)} of your reading list can be read. A backup of them can be restored later, here or elsewhere.`
          : 'Nothing of your reading list can be read in the database.'}{' '}
        {rescued && rescued.losses > 0 && `${count(rescued.losses, 'row')} can’t be read.`}
      </p>
      {rescued && list.length > 0 && <SaveButton label="Save what can be read" run={() => save(rescued.backup)} />}
      {copy && (
        <SaveButton label={`Save the copy of ${dateOf(copy.at)}, ${papersIn(copy.entries)}`} run={() => save(copy)} />
      )}
      {states.map((state) => (
        <SaveButton
          key={state.at}
          label={`Save the list of ${dateOf(state.at)}, ${papersIn(state.entries)}`}
          run={() => save(state)}
        />
      ))}
      {!rescued?.isNewer && (
        <StartAnew mayStart={isSaved || !(list.length || copy || states.length)} onRetry={onRetry} />
      )}
    </div>
  );
}

const nothing: Omit<Backup, 'at'> = { entries: [], digests: [], papers: [], known: [] };

function papersIn(entries: readonly ReadingListEntry[]): string {
  return count(entries.filter(({ deletedAt }) => deletedAt === null).length, 'paper');
}

function SaveButton({ label, run }: { label: string; run(): void }) {
  return (
    <div>
      <button type="button" class="button" onClick={run}>
        {label}
      </button>
    </div>
  );
}

/**
 * The way out where the database stays broken: it is deleted, and a new one filled from the copy.
 */
function StartAnew({ mayStart, onRetry }: { mayStart: boolean; onRetry(): void }) {
  const [wrong, setWrong] = useState('');
  const start = (): void => {
    deleteDatabase().then(onRetry, (error: Error) => setWrong(error.message));
  };
  return (
    <>
      <p role="alert">{wrong}</p>
      <button type="button" class="button" disabled={!mayStart} onClick={start}>
        Delete the database and start with a new one
      </button>
      <p>{mayStart ? 'The new one is filled from the copy, if there is one.' : 'Save what can be read first.'}</p>
    </>
  );
}
