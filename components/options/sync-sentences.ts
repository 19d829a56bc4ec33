/** Sentences about the sync of the reading list. */
import { MAX_TOTAL_BYTES } from '../../lib/core/sync/quota.ts';
import type { SyncReport } from '../../lib/extension/browser/sync-state.ts';
import { formatMoment } from '../../lib/words/dates.ts';
import { formatList } from '../../lib/words/lists.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';

type Omission = SyncReport['left'][number];

const LEFT_KEYS = {
  entry: 'settings.leftEntry',
  tags: 'settings.leftTags',
  note: 'settings.leftNote',
  title: 'settings.leftTitle',
} as const satisfies Record<Omission['what'], string>;

const LEFT_REMOVED_KEYS = {
  entry: 'settings.leftRemovedEntry',
  tags: 'settings.leftRemovedTags',
  note: 'settings.leftRemovedNote',
  title: 'settings.leftTitle',
} as const satisfies Record<Omission['what'], string>;

const WHY_LEFT_KEYS = {
  'too-long': 'settings.leftTooLong',
  'no-room': 'settings.leftNoRoom',
  elsewhere: 'settings.leftElsewhere',
  damaged: 'settings.leftDamaged',
} as const satisfies Record<Omission['why'], string>;

/** What is not synced of a paper, and why. */
export function whyLeft({ what, why, isRemoved }: Omission): string {
  return t(WHY_LEFT_KEYS[why], { what: t((isRemoved ? LEFT_REMOVED_KEYS : LEFT_KEYS)[what]) });
}

const LEFT_COUNT_KEYS = [
  ['entry', 'settings.leftEntries'],
  ['note', 'settings.leftNotes'],
  ['tags', 'settings.leftSomeTags'],
] as const;

/**
 * How much, besides titles, is or would not be synced: "2 papers and 3 notes are not carried".
 * Empty if nothing.
 */
export function whatIsLeft(left: SyncReport['left'], isOn: boolean): string {
  const counted = LEFT_COUNT_KEYS.map(([what, key]) => ({
    what,
    key,
    number: left.filter((each) => each.what === what).length,
  }));
  const kinds = counted.filter(({ number }) => number > 0);
  const [first] = kinds;
  if (!first) return '';
  const what = formatList(kinds.map(({ key, number }) => t(key, number, { n: formatNumber(number) })));
  const isOne = kinds.length === 1 && first.number === 1 && first.what !== 'tags';
  if (isOn) return t(isOne ? 'settings.oneIsLeft' : 'settings.someAreLeft', { what });
  return t(isOne ? 'settings.oneWouldBeLeft' : 'settings.someWouldBeLeft', { what });
}

/** "12 of 100 kB for 3 papers": how much of the sync's quota is, or would be, used. */
export function roomUsed({ bytes, rows }: Pick<SyncReport, 'bytes' | 'rows'>, isOn: boolean): string {
  const kilobytes = bytes / 1024;
  const used = kilobytes > 0 && kilobytes < 10 ? Math.max(0.1, Math.round(kilobytes * 10) / 10) : Math.ceil(kilobytes);
  return t(isOn ? 'settings.roomUsed' : 'settings.roomWanted', rows, {
    used: formatNumber(used),
    total: formatNumber(MAX_TOTAL_BYTES / 1024),
    n: formatNumber(rows),
  });
}

/** What went wrong, and what to do; empty if nothing did. */
export function whatIsWrong({ problem }: SyncReport): string {
  const detail = problem?.detail || t('faults.noReason');
  switch (problem?.kind) {
    case undefined:
      return '';
    case 'newer':
      return t('settings.syncNewer');
    case 'rate':
      return t('settings.syncRate');
    case 'full':
      return t('settings.syncFull', { detail });
    case 'other':
      return t('settings.syncBroken', { detail });
  }
}

/** When the list was synced last. */
export function whenSynced(syncedAt: number, now: number): string {
  if (syncedAt === 0) return t('settings.syncedNever');
  const minutes = Math.floor((now - syncedAt) / 60_000);
  const hours = Math.floor(minutes / 60);
  if (minutes < 0 || minutes > 24 * 60) return t('settings.syncedAt', { time: formatMoment(syncedAt) });
  if (minutes === 0) return t('settings.syncedNow');
  return hours === 0
    ? t('settings.syncedMinutesAgo', minutes, { n: formatNumber(minutes) })
    : t('settings.syncedHoursAgo', hours, { n: formatNumber(hours) });
}
