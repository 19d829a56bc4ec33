import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Backup } from '../../lib/core/backup/backup.ts';
import type { RestoreMode, RestoreStep } from '../../lib/core/backup/plan-restore.ts';
import type { RestorePreview } from '../../lib/db/restoration.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import { type Choice, RadioGroup } from '../ui/radio-group.tsx';
import { dateOf, sumOf } from './restore-sentences.ts';
import { StepList } from './step-list.tsx';

/** What the reader has chosen to restore, and its effect. */
export interface Candidate {
  /** The heading, which asks whether to restore this file or snapshot. */
  question: string;
  backup: Backup;
  preview: RestorePreview;
  /** The initial choice. */
  mode: RestoreMode;
  /** Whether the file has other settings than the current ones. */
  hasSettings: boolean;
  takeSettings: boolean;
}

interface RestorePreviewProps {
  candidate: Candidate;
  busy: boolean;
  onRestore(mode: RestoreMode, takeSettings: boolean): void;
  onCancel(): void;
}

/** A preview of what a restoration would change, with titles. */
export function RestorePreviewView({ candidate, busy, onRestore, onCancel }: RestorePreviewProps) {
  const { question, backup, preview } = candidate;
  const [mode, setMode] = useState(candidate.mode);
  const [settings, setSettings] = useState(candidate.takeSettings);
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const steps = preview.steps[mode];
  const isIdle = steps.length === 0 && preview.newPapers === 0 && preview.newIds === 0 && !settings;
  const standing = backup.entries.filter(({ deletedAt }) => deletedAt === null).length;
  const choices: Choice<RestoreMode>[] = [
    { value: 'merge', label: t('data.merge'), hint: t('data.mergeHint', { sum: sumOf(preview.steps.merge) }) },
    { value: 'exact', label: t('data.exact'), hint: t('data.exactHint', { sum: sumOf(preview.steps.exact) }) },
  ];
  return (
    <section class="restore" aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1}>
        {question}
      </h3>
      <p class="section-text">{t('data.asOf', standing, { day: dateOf(backup.at), n: formatNumber(standing) })}</p>
      <RadioGroup labelledBy={id} choices={choices} value={mode} onChange={(chosen) => setMode(chosen)} />
      {mode === 'merge' && preview.steps.merge.length === 0 && preview.steps.exact.length > 0 && (
        <p class="restore-hint">{t('data.nothingToMerge')}</p>
      )}
      <div class="restore-steps" key={mode}>
        {groupsOf(steps).map(([title, group]) => (
          <StepList key={title} title={t(title)} steps={group} titles={preview.titles} />
        ))}
      </div>
      {preview.newPapers > 0 && (
        <p class="restore-hint">{t('data.newPapers', preview.newPapers, { n: formatNumber(preview.newPapers) })}</p>
      )}
      {preview.newIds > 0 && (
        <p class="restore-hint">{t('data.newIds', preview.newIds, { n: formatNumber(preview.newIds) })}</p>
      )}
      {backup.misnamed !== undefined && (
        <p class="restore-hint">{t('data.misnamed', backup.misnamed, { n: formatNumber(backup.misnamed) })}</p>
      )}
      {candidate.hasSettings && (
        <label class="restore-settings">
          <input type="checkbox" checked={settings} onChange={(event) => setSettings(event.currentTarget.checked)} />
          {t('data.takeSettings')}
        </label>
      )}
      <div class="button-row">
        <button
          type="button"
          class="button button-main"
          disabled={busy || isIdle}
          onClick={() => onRestore(mode, settings)}
        >
          {t(isIdle ? 'data.nothingToRestore' : 'data.restore')}
        </button>
        <button type="button" class="button" disabled={busy} onClick={onCancel}>
          {t('shared.cancel')}
        </button>
      </div>
    </section>
  );
}

function groupsOf(steps: readonly RestoreStep[]) {
  const of = (effect: RestoreStep['effect']): RestoreStep[] =>
    steps.filter((step) => step.effect === effect && !step.isConflict);
  const groups = [
    ['data.groupConflicts', steps.filter((step) => step.isConflict && step.effect !== 'unseen')],
    ['data.groupAdded', of('added')],
    ['data.groupRemoved', of('removed')],
    ['data.groupChanged', of('updated')],
    ['data.groupMoved', of('moved')],
  ] as const;
  return groups.filter(([, group]) => group.length > 0);
}
