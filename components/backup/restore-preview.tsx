import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Backup } from '../../lib/core/backup/backup.ts';
import type { RestoreMode, RestoreStep } from '../../lib/core/backup/plan-restore.ts';
import type { RestorePreview } from '../../lib/db/restoration.ts';
import { type Choice, RadioGroup } from '../ui/radio-group.tsx';
import { count } from '../ui/sentences.ts';
import { dateOf, sumOf } from './restore-sentences.ts';
import { StepList } from './step-list.tsx';

/** What the reader has chosen to restore, and what that would do. */
export interface Candidate {
  /** Name of the file, or the time of the snapshot. */
  name: string;
  backup: Backup;
  preview: RestorePreview;
  /** What is offered first. */
  mode: RestoreMode;
  /** The file has settings that are others than those of now. */
  hasSettings: boolean;
  takeSettings: boolean;
}

interface RestorePreviewProps {
  candidate: Candidate;
  busy: boolean;
  onRestore(mode: RestoreMode, takeSettings: boolean): void;
  onCancel(): void;
}

/** What a restoration would change, with titles, before it is done. */
export function RestorePreviewView({ candidate, busy, onRestore, onCancel }: RestorePreviewProps) {
  const { name, backup, preview } = candidate;
  const [mode, setMode] = useState(candidate.mode);
  const [settings, setSettings] = useState(candidate.takeSettings);
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const steps = preview.steps[mode];
  const isIdle = steps.length === 0 && preview.newPapers === 0 && preview.newIds === 0 && !settings;
  const standing = backup.entries.filter(({ deletedAt }) => deletedAt === null).length;
  const choices: Choice<RestoreMode>[] = [
    { value: 'merge', label: 'Merge', hint: `What was changed later counts: ${sumOf(preview.steps.merge)}.` },
    { value: 'exact', label: 'Exactly as it was', hint: `Newer changes go: ${sumOf(preview.steps.exact)}.` },
  ];
  return (
    <section class="restore" aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1}>
        Restore {name}?
      </h3>
      <p class="section-text">
        As of {dateOf(backup.at)}, with {count(standing, 'paper')} on the list. Nothing is changed yet.
      </p>
      <RadioGroup labelledBy={id} choices={choices} value={mode} onChange={(chosen) => setMode(chosen)} />
      {mode === 'merge' && preview.steps.merge.length === 0 && preview.steps.exact.length > 0 && (
        <p class="restore-hint">
          The list here has all of this already, or has changed it later. Choose “Exactly as it was” to go back.
        </p>
      )}
      <div class="restore-steps" key={mode}>
        {groupsOf(steps).map(([title, group]) => (
          <StepList key={title} title={title} steps={group} titles={preview.titles} />
        ))}
      </div>
      {preview.newPapers > 0 && (
        <p class="restore-hint">{count(preview.newPapers, 'paper')} will be added to the catalogue.</p>
      )}
      {preview.newIds > 0 && (
        <p class="restore-hint">Numbers and addresses of {count(preview.newIds, 'paper')} will be added.</p>
      )}
      {backup.misnamed !== undefined && (
        <p class="restore-hint">
          {count(backup.misnamed, 'paper')} of the file will be left out: the file has other titles under their ids.
        </p>
      )}
      {candidate.hasSettings && (
        <label class="restore-settings">
          <input type="checkbox" checked={settings} onChange={(event) => setSettings(event.currentTarget.checked)} />
          Take the settings of the file too
        </label>
      )}
      <div class="button-row">
        <button
          type="button"
          class="button button-main"
          disabled={busy || isIdle}
          onClick={() => onRestore(mode, settings)}
        >
          {isIdle ? 'Nothing to restore' : 'Restore'}
        </button>
        <button type="button" class="button" disabled={busy} onClick={onCancel}>
          Cancel
        </button>
      </div>
    </section>
  );
}

function groupsOf(steps: readonly RestoreStep[]): [string, RestoreStep[]][] {
  const of = (effect: RestoreStep['effect']): RestoreStep[] =>
    steps.filter((step) => step.effect === effect && !step.isConflict);
  const groups: [string, RestoreStep[]][] = [
    ['Changed on both sides', steps.filter((step) => step.isConflict && step.effect !== 'unseen')],
    ['Added', of('added')],
    ['Removed', of('removed')],
    ['Changed', of('updated')],
    ['Moved', of('moved')],
  ];
  return groups.filter(([, group]) => group.length > 0);
}
