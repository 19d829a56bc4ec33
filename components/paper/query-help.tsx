import type { Problem } from '../../lib/core/query.ts';
import type { Chip } from '../../lib/core/query-chips.ts';

interface QueryHelpProps {
  chips: readonly Chip[];
  problems: readonly Problem[];
  onChoose(query: string): void;
}

/** Below the search box: filters that can be chosen, and what can't be understood. */
export function QueryHelp({ chips, problems, onChoose }: QueryHelpProps) {
  return (
    <div class="query-help">
      {chips.length > 0 && (
        <fieldset class="chips" aria-label="Filters">
          {chips.map(({ label, query }) => (
            <button key={label} type="button" class="chip" onClick={() => onChoose(query)}>
              {label}
            </button>
          ))}
        </fieldset>
      )}
      <p class="problem" role="status">
        {problems.map(({ message }) => message).join(' ')}
      </p>
    </div>
  );
}
