import { useState } from 'preact/hooks';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../ui/icon.tsx';
import { forgetSearches, recentSearches } from './search-memory.ts';

/** The latest searches as buttons, and a button to forget them. */
export function RecentSearches({ onAsk }: { onAsk(query: string): void }) {
  const [recent, setRecent] = useState(recentSearches);
  if (recent.length === 0) return null;
  const forget = (): void => {
    forgetSearches();
    setRecent([]);
  };
  return (
    <fieldset class="chips recent" aria-label={t('popup.recent')}>
      {recent.map((query) => (
        <button key={query} type="button" class="chip" onClick={() => onAsk(query)}>
          {query}
        </button>
      ))}
      <button type="button" class="chip chip-clear" title={t('popup.forgetRecent')} onClick={forget}>
        <Icon name="clear" />
        <span class="unseen">{t('popup.forgetRecent')}</span>
      </button>
    </fieldset>
  );
}
