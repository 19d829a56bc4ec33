import type { InterpretedQuery } from '../../lib/core/query/interpret-query.ts';
import type { Problem } from '../../lib/core/query/parse-query.ts';
import { suggestFilters } from '../../lib/core/query/suggest-filters.ts';
import { t } from '../../lib/words/words.ts';
import { correctionOf, problemSentence } from './query-problems.ts';

interface QueryHelpProps {
  query: string;
  interpreted: InterpretedQuery;
  onChoose(query: string): void;
  /** Selects the erroneous part of the query. */
  onGo(problem: Problem): void;
}

/** Below the search box: suggested filters, and errors with likely corrections. */
export function QueryHelp({ query, interpreted, onChoose, onGo }: QueryHelpProps) {
  const { problems, context } = interpreted;
  const suggestions = suggestFilters(query, context);
  const corrected = problems.flatMap((problem) => {
    const instead = correctionOf(problem);
    return instead === undefined ? [] : [{ ...problem, instead }];
  });
  return (
    <div class="query-help">
      {suggestions.length > 0 && (
        <fieldset class="chips" aria-label={t('search.filters')}>
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
            title={t('search.goThere')}
            onClick={() => onGo(problem)}
          >
            {problemSentence(problem)}
          </button>
        ))}
      </p>
      {corrected.length > 0 && (
        <fieldset class="chips" aria-label={t('search.didYouMean')}>
          {corrected.map(({ start, end, instead }) => (
            <button
              key={start}
              type="button"
              class="chip"
              onClick={() => onChoose(query.slice(0, start) + instead + query.slice(end))}
            >
              {instead}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
