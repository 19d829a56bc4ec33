import type { Problem } from '../../lib/core/query.ts';
import type { Chip } from '../../lib/core/query-chips.ts';

interface QueryHelpProps {
  chips: readonly Chip[];
  problems: readonly Problem[];
  onChoose(query: string): void;
  /** Goes to the place in the query that can't be understood. */
  onGo(problem: Problem): void;
}

/** Below the search box: filters that can be chosen, and what can't be understood. */
export function QueryHelp({ chips, problems, onChoose, onGo }: QueryHelpProps) {
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
        {problems.map((problem) => (
          <button
            key={problem.start}
            type="button"
            class="problem-place"
            title="Go there"
            onClick={() => onGo(problem)}
          >
            {problem.message}
          </button>
        ))}
      </p>
    </div>
  );
}
