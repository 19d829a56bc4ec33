import type { Ref } from 'preact';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../ui/icon.tsx';

interface SearchBoxProps {
  query: string;
  placeholder: string;
  onQuery(query: string): void;
  onKeyDown(event: KeyboardEvent): void;
  box: Ref<HTMLInputElement | null>;
}

/** The search box. */
export function SearchBox({ query, placeholder, onQuery, onKeyDown, box }: SearchBoxProps) {
  return (
    <search class="search-box">
      <Icon name="search" />
      <input
        ref={box}
        type="search"
        dir="auto"
        // biome-ignore lint/a11y/noRedundantRoles: for code that looks for the attribute
        role="searchbox"
        aria-label={t('shared.searchPapers')}
        placeholder={placeholder}
        value={query}
        autocomplete="off"
        // Not `autocorrect`, which Preact would set as a boolean property, and so to true.
        autoCorrect="off"
        autocapitalize="off"
        spellcheck={false}
        data-home
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {query && (
        // Escape does the same from the keyboard.
        <button
          type="button"
          class="search-clear"
          aria-label={t('shared.clear')}
          tabIndex={-1}
          onClick={() => onQuery('')}
        >
          <Icon name="clear" />
        </button>
      )}
    </search>
  );
}
