import type { Problem } from '../../lib/core/query/parse-query.ts';
import type { FilterSuggestion } from '../../lib/core/query/suggest-filters.ts';

interface QueryHelpProps {
  query: string;
  suggestions: readonly FilterSuggestion[];
  problems: readonly Problem[];
  onChoose(query: string): void;
  /** Goes to the place in the query that can't be understood. */
  onGo(problem: Problem): void;
}

/**
 * Below the search box: filters that can be chosen, and what can't be understood, with what was
 * probably meant.
 */
export function QueryHelp({ query, suggestions, problems, onChoose, onGo }: QueryHelpProps) {
  return (
    <div class="query-help">
      {suggestions.length > 0 && (
        <fieldset class="chips" aria-label="Filters">
          {suggestions.map(({ label, query }) => (
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
      {problems.some(({ instead }) => instead) && (
        <fieldset class="chips" aria-label="Did you mean">
          {problems.map(({ start, end, instead }) =>
            instead ? (
              <button
                key={start}
                type="button"
                class="chip"
                onClick={() => onChoose(query.slice(0, start) + instead + query.slice(end))}
              >
                {instead}
              </button>
            ) : null,
          )}
        </fieldset>
      )}
    </div>
  );
}
