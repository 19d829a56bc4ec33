import { useId } from 'preact/hooks';

interface SwitchProps {
  label: string;
  /** A second line below the label. */
  hint?: string | undefined;
  on: boolean;
  disabled?: boolean;
  onChange(on: boolean): void;
}

/** A switch for a setting that takes effect at once. */
export function Switch({ label, hint, on, disabled = false, onChange }: SwitchProps) {
  const labelId = useId();
  const hintId = useId();
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={on}
      aria-labelledby={labelId}
      aria-describedby={hint ? hintId : undefined}
      disabled={disabled}
      onClick={() => onChange(!on)}
    >
      <span class="switch-text">
        <span id={labelId}>{label}</span>
        {hint && (
          <span class="switch-hint" id={hintId}>
            {hint}
          </span>
        )}
      </span>
      <span class="switch-track" aria-hidden="true">
        <span class="switch-thumb" />
      </span>
    </button>
  );
}
