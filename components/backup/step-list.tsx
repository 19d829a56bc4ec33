import type { RestoreStep } from '../../lib/core/backup/plan-restore.ts';
import type { PaperId } from '../../lib/core/model/paper.ts';
import { readableTitle } from '../../lib/core/text/readable-title.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import { changesOf } from './restore-sentences.ts';

/** The most titles that are listed. */
const MAX_TITLES = 200;

interface StepListProps {
  title: string;
  steps: readonly RestoreStep[];
  titles: ReadonlyMap<PaperId, string>;
}

/** The papers on which a restoration has the same effect; a long list is collapsed. */
export function StepList({ title, steps, titles }: StepListProps) {
  const isDetailed = steps.some(({ effect }) => effect === 'updated');
  return (
    <details class="steps" open={steps.length <= 8}>
      <summary>
        {title} <span class="steps-count">{formatNumber(steps.length)}</span>
      </summary>
      <ul>
        {steps.slice(0, MAX_TITLES).map((step) => (
          <li key={step.after.paperId}>
            {readableTitle(titles.get(step.after.paperId) ?? t('data.unknownPaper'))}
            {isDetailed && <span class="steps-fields"> — {changesOf(step)}</span>}
          </li>
        ))}
        {steps.length > MAX_TITLES && <li>{t('data.moreSteps', { n: formatNumber(steps.length - MAX_TITLES) })}</li>}
      </ul>
    </details>
  );
}
