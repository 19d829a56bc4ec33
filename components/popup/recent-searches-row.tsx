import { Icon } from '../ui/icon.tsx';

interface RecentSearchesProps {
  recent: readonly string[];
  onAsk(query: string): void;
  onForget(): void;
}

/** The latest searches, to be asked again. */
export function RecentSearches({ recent, onAsk, onForget }: RecentSearchesProps) {
  return (
    <fieldset class="chips recent" aria-label="Recent searches">
      {recent.map((query) => (
        <button key={query} type="button" class="chip" onClick={() => onAsk(query)}>
          {query}
        </button>
      ))}
      <button type="button" class="chip chip-clear" title="Forget recent searches" onClick={onForget}>
        <Icon name="clear" />
        <span class="unseen">Forget recent searches</span>
      </button>
    </fieldset>
  );
}
