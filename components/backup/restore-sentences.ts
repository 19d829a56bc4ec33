/** Sentences about restorations. */
import type { RestoreStep } from '../../lib/core/backup/plan-restore.ts';
import type { BackupProblem } from '../../lib/core/backup/read-backup.ts';
import type { EntryField } from '../../lib/core/model/entry.ts';
import type { Wanted } from '../../lib/core/model/foreign-values.ts';
import type { Snapshot } from '../../lib/db/database.ts';
import { formatMoment } from '../../lib/words/dates.ts';
import { formatList } from '../../lib/words/lists.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';

const FIELD_KEYS = {
  presence: 'data.fieldPresence',
  status: 'data.fieldStatus',
  tags: 'data.fieldTags',
  note: 'data.fieldNote',
  position: 'data.fieldPosition',
} as const satisfies Record<EntryField, string>;

const REASON_KEYS = {
  daily: 'data.keptDaily',
  restore: 'data.keptBeforeRestoration',
  update: 'data.keptAtUpdate',
  sync: 'data.keptBeforeSync',
} as const satisfies Record<Snapshot['reason'], string>;

/** "March 4, 2026 at 12:00 PM". Milliseconds since the Unix epoch. */
export function dateOf(at: number): string {
  return formatMoment(at, { dateStyle: 'long', timeStyle: 'short' });
}

/** The number of papers in a snapshot, and why it was taken. */
export function aboutSnapshot({ entries, reason }: Snapshot): string {
  const papers = entries.filter(({ deletedAt }) => deletedAt === null).length;
  return t(REASON_KEYS[reason], papers, { n: formatNumber(papers) });
}

const EFFECT_KEYS = [
  ['added', 'data.countAdded'],
  ['removed', 'data.countRemoved'],
  ['updated', 'data.countChanged'],
  ['moved', 'data.countMoved'],
] as const;

/** "3 added, 1 removed, 2 changed, 4 moved", or that nothing changes. */
export function sumOf(steps: readonly RestoreStep[]): string {
  const said = EFFECT_KEYS.flatMap(([effect, key]) => {
    const number = steps.filter((step) => step.effect === effect).length;
    return number > 0 ? [t(key, { n: formatNumber(number) })] : [];
  });
  return said.length > 0 ? enumerated(said) : t('data.countNone');
}

/** The fields of an entry that change: "status, note". */
export function changesOf({ fields }: RestoreStep): string {
  return enumerated(fields.map((field) => t(FIELD_KEYS[field])));
}

function enumerated(items: readonly string[]): string {
  return items.reduce((before, next) => t('data.enumerated', { before, next }));
}

/** Why a file can't be restored, and what to do. */
export function whyNotRead(problem: BackupProblem): string {
  switch (problem.what) {
    case 'too-large':
      return t('data.tooLarge', { n: inMegabytes(problem.bytes), most: inMegabytes(problem.most) });
    case 'unreadable':
      return t('data.unreadable', { detail: problem.detail });
    case 'empty':
      return t('data.emptyFile');
    case 'no-text':
      return t('data.noText');
    case 'export':
      return t('data.isExport');
    case 'no-backup':
      return t('data.noBackup');
    case 'cut-off':
      return t('data.cutOff');
    case 'no-json':
      return problem.line === undefined ? t('data.noJson') : t('data.noJsonFrom', { line: formatNumber(problem.line) });
    case 'newer':
      return t('data.newer', { version: String(problem.version), known: String(problem.known) });
    case 'damaged':
      return t('data.damaged', { place: problem.place, wanted: wantedWord(problem.wanted) });
  }
}

function inMegabytes(bytes: number): string {
  return formatNumber(Math.round(bytes / 1e6));
}

const WANTED_KEYS = {
  object: 'data.wantedObject',
  text: 'data.wantedText',
  number: 'data.wantedNumber',
  date: 'data.wantedDate',
  list: 'data.wantedList',
  'paper-id': 'data.wantedPaperId',
  'two-paper-ids': 'data.wantedTwoPaperIds',
  'https-address': 'data.wantedAddress',
  'time-stamp': 'data.wantedStamp',
  year: 'data.wantedYear',
  'another-id': 'data.wantedAnother',
} as const satisfies Record<Extract<Wanted, string>, string>;

function wantedWord(wanted: Wanted): string {
  if (typeof wanted === 'string') return t(WANTED_KEYS[wanted]);
  if ('oneOf' in wanted) return formatList(wanted.oneOf, 'disjunction');
  return 'items' in wanted
    ? t('data.wantedItems', { n: formatNumber(wanted.items) })
    : t('data.wantedCharacters', { n: formatNumber(wanted.characters) });
}
