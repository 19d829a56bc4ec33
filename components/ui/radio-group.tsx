import { useId } from 'preact/hooks';

/** One of several choices. */
export interface Choice<Value extends string> {
  value: Value;
  label: string;
  /** A line below the label. */
  hint: string;
}

interface RadioGroupProps<Value extends string> {
  /** Id of the heading that labels the group. */
  labelledBy: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange(value: Value): void;
}

/** Radio buttons that take effect at once. */
export function RadioGroup<Value extends string>({ labelledBy, choices, value, onChange }: RadioGroupProps<Value>) {
  const id = useId();
  return (
    <div class="radios" role="radiogroup" aria-labelledby={labelledBy}>
      {choices.map((choice) => (
        <label key={choice.value} class="radio">
          <input
            type="radio"
            name={id}
            checked={choice.value === value}
            aria-describedby={`${id}-${choice.value}`}
            aria-label={choice.label}
            onChange={() => onChange(choice.value)}
          />
          <span class="radio-text">
            <span>{choice.label}</span>
            <span class="radio-hint" id={`${id}-${choice.value}`}>
              {choice.hint}
            </span>
          </span>
        </label>
      ))}
    </div>
  );
}
