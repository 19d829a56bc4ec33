import { useId } from 'preact/hooks';
import type { ReadingStatus } from '../../lib/core/model/entry.ts';
import { statuses } from '../../lib/core/model/statuses.ts';

interface StatusChoiceProps {
  /** Undefined where several papers have different ones. */
  value: ReadingStatus | undefined;
  onChange(status: ReadingStatus): void;
}

/** How far the reader has come: one of three. */
export function StatusChoice({ value, onChange }: StatusChoiceProps) {
  const name = useId();
  return (
    <fieldset class="status-choice" aria-label="Status">
      {statuses.map(({ status, label }) => (
        <label key={status} class="status-option" data-status={status}>
          <input
            type="radio"
            name={name}
            aria-label={label}
            checked={status === value}
            onChange={() => onChange(status)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
