import { useId } from 'preact/hooks';
import type { ReadingStatus } from '../../lib/core/model/entry.ts';
import { statuses } from '../../lib/core/model/statuses.ts';
import { statusWord } from '../../lib/words/status-words.ts';
import { t } from '../../lib/words/words.ts';

interface StatusChoiceProps {
  /** Undefined if several papers have different ones. */
  value: ReadingStatus | undefined;
  onChange(status: ReadingStatus): void;
}

/** The reading status, one of three. */
export function StatusChoice({ value, onChange }: StatusChoiceProps) {
  const name = useId();
  return (
    <fieldset class="status-choice" aria-label={t('shared.status')}>
      {statuses.map(({ status }) => (
        <label key={status} class="status-option" data-status={status}>
          <input
            type="radio"
            name={name}
            aria-label={statusWord(status)}
            checked={status === value}
            onChange={() => onChange(status)}
          />
          <span>{statusWord(status)}</span>
        </label>
      ))}
    </fieldset>
  );
}
