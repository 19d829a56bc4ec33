import { useState } from 'preact/hooks';
import type { Backup } from '../../lib/core/backup/backup.ts';
import type { ReadingListEntry } from '../../lib/core/model/entry.ts';
import { deleteDatabase, NotDeletedError } from '../../lib/db/rescue.ts';
import { detailOf } from '../../lib/extension/browser/failure-words.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import { saveBackupFile } from './files.ts';
import { dateOf } from './restore-sentences.ts';
import { useRescue } from './use-rescue.ts';

/**
 * Lets the reader save what can be read while the database can't be opened. Only the last button,
 * which says so, changes the database.
 */
export function Recovery({ onRetry }: { onRetry(): void }) {
  const found = useRescue();
  const [isSaved, setSaved] = useState(false);
  if (found.state === 'fine') return null;
  if (found.state === 'looking') {
    return (
      <div class="notice recovery" role="status">
        <p>{t('data.looking')}</p>
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
      <h2>{t('data.canBeSaved')}</h2>
      <p>
        {list.length > 0
          ? t('data.canBeRead', papersIn(list), { n: formatNumber(papersIn(list)) })
          : t('data.nothingCanBeRead')}{' '}
        {rescued && rescued.losses > 0 && t('data.lost', rescued.losses, { n: formatNumber(rescued.losses) })}
      </p>
      {rescued && list.length > 0 && <SaveButton label={t('data.saveReadable')} run={() => save(rescued.backup)} />}
      {copy && <SaveButton label={labelOf('data.saveCopy', copy)} run={() => save(copy)} />}
      {states.map((state) => (
        <SaveButton key={state.at} label={labelOf('data.saveState', state)} run={() => save(state)} />
      ))}
      {!rescued?.isNewer && (
        <StartOver mayStart={isSaved || !(list.length || copy || states.length)} onRetry={onRetry} />
      )}
    </div>
  );
}

const nothing: Omit<Backup, 'at'> = { entries: [], digests: [], papers: [], known: [] };

function papersIn(entries: readonly ReadingListEntry[]): number {
  return entries.filter(({ deletedAt }) => deletedAt === null).length;
}

function labelOf(label: 'data.saveCopy' | 'data.saveState', { at, entries }: Backup): string {
  const papers = papersIn(entries);
  return t(label, papers, { day: dateOf(at), n: formatNumber(papers) });
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

/** The last resort: deletes the database, and fills a new one from the copy. */
function StartOver({ mayStart, onRetry }: { mayStart: boolean; onRetry(): void }) {
  const [wrong, setWrong] = useState('');
  const start = (): void => {
    deleteDatabase().then(onRetry, (error) => setWrong(whyNotDeleted(error)));
  };
  return (
    <>
      <p role="alert">{wrong}</p>
      <button type="button" class="button" disabled={!mayStart} onClick={start}>
        {t('data.startAnew')}
      </button>
      <p>{t(mayStart ? 'data.startAnewHint' : 'data.saveFirst')}</p>
    </>
  );
}

function whyNotDeleted(error: unknown): string {
  if (!(error instanceof NotDeletedError)) return detailOf(error);
  return t(error.why === 'refused' ? 'data.notDeleted' : 'data.openElsewhere');
}
