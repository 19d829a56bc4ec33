/** Sentences about failures of the database: what happened, and what to do. */
import { failureOf, messageOf } from '../../db/failures.ts';
import { t } from '../../words/words.ts';

/** Why the database can't be opened. */
export function whyNotOpened(error: unknown): string {
  switch (failureOf(error)) {
    case 'full-disk':
      return t('faults.openingFullDisk');
    case 'newer':
      return t('faults.newer');
    case 'blocked':
      return t('faults.blocked');
    case 'no-storage':
      return t('faults.noStorage');
    case 'other':
      return t('faults.notOpened', { detail: detailOf(error) });
  }
}

const NOT_DONE = {
  saved: 'faults.notSaved',
  removed: 'faults.notRemoved',
  undone: 'faults.notUndone',
  changed: 'faults.notChanged',
  restored: 'faults.notRestored',
} as const;

/** Why a change of the reading list was not written. */
export function whyNotWritten(error: unknown, what: keyof typeof NOT_DONE): string {
  const notDone = t(NOT_DONE[what]);
  const why = failureOf(error);
  if (why === 'full-disk') return t('faults.writingFullDisk', { notDone });
  if (why === 'newer') return t('faults.writingNewer', { notDone });
  return t('faults.refused', { notDone, detail: detailOf(error) });
}

/** The first line of an error's message. */
export function detailOf(error: unknown): string {
  return messageOf(error) || t('faults.noReason');
}
