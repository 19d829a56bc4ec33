import type { RefObject } from 'preact';
import type { SearchState } from '../../lib/core/search/search-session.ts';
import { t } from '../../lib/words/words.ts';
import { QueryHelp } from '../search/query-help.tsx';
import { SearchBox } from '../search/search-box.tsx';
import { selectProblem } from '../search/select-problem.ts';

interface QueueSearchBoxProps {
  box: RefObject<HTMLInputElement | null>;
  query: string;
  state: SearchState;
  onQuery(query: string): void;
  /** Focuses the list. */
  onList(): void;
  /** Opens the first paper of the list. */
  onFirst(): void;
}

/** The search box of the reading list. */
export function QueueSearchBox({ box, query, state, onQuery, onList, onFirst }: QueueSearchBoxProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') onList();
    else if (event.key === 'Enter') onFirst();
    else if (event.key === 'Escape' && query !== '') onQuery('');
    else return;
    event.preventDefault();
  };
  return (
    <div class="library-search">
      <SearchBox box={box} query={query} placeholder={t('list.searchList')} onQuery={onQuery} onKeyDown={onKeyDown} />
      <QueryHelp
        query={query}
        interpreted={state.interpreted}
        onGo={(problem) => selectProblem(box.current, problem)}
        onChoose={(chosen) => {
          onQuery(chosen);
          box.current?.focus();
        }}
      />
    </div>
  );
}
