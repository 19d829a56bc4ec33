import { useRef, useState } from 'preact/hooks';
import { t } from '../../lib/words/words.ts';
import { releaseDeferred } from '../hooks/load-later.ts';
import { useDeferred } from '../hooks/use-deferred.ts';
import { useReadingList } from '../hooks/use-reading-list.ts';
import { useSaving } from '../hooks/use-saving.ts';
import { continueTyping } from '../search/continue-typing.ts';
import { useCatalogue } from '../search/use-catalogue.ts';
import { Help, useHelp } from '../ui/help.tsx';
import { Icon, Mark } from '../ui/icon.tsx';
import { searchKeys } from '../ui/search-keys.ts';
import type { Surface } from '../ui/shortcuts.ts';
import { type Tab, Tabs } from '../ui/tabs.tsx';
import { catchTyping } from '../ui/typed-ahead.ts';
import { useFirstFocus } from '../ui/use-first-focus.ts';
import { type SearchKey, useShortcuts } from '../ui/use-shortcuts.ts';
import { useToast } from '../ui/use-toast.ts';
import { loadRest } from './load-rest.ts';
import type { InitialState } from './opening/initial-state.ts';
import { SearchPanel } from './search-panel.tsx';
import { useCurrentPage } from './use-current-page.ts';

type TabName = 'search' | 'reading-list' | 'this-page';

interface PopupProps {
  /** The tab named in the popup's address, if any. */
  namedTab: number | undefined;
  /** Preloaded data. */
  initial: InitialState;
  /** The side panel stays open and follows the active tab. */
  place: 'popup' | 'side-panel';
}

/** The toolbar popup, and the side panel. */
export function Popup({ namedTab, initial, place }: PopupProps) {
  const [tab, setTab] = useState<TabName>('search');
  const [attempt, setAttempt] = useState(0);
  const toasts = useToast();
  const catalogue = useCatalogue(attempt, initial.catalogue);
  const list = useReadingList(attempt, initial.entries);
  const saving = useSaving(list.saved, toasts.show);
  const page = useCurrentPage(namedTab, place === 'side-panel');
  const rest = useDeferred(loadRest);
  const box = useRef<HTMLInputElement>(null);

  useFirstFocus(box);

  const [asked, setAsked] = useState<object>();
  const search = (key: SearchKey): void => {
    const isInSight = tab === 'search' && !box.current?.closest('[inert]');
    if (isInSight) continueTyping(box.current, key === 'writes');
    // From elsewhere, a new query begins, where there is nothing to erase.
    if (isInSight || key === 'erases') return;
    catchTyping(t('shared.searchPapers'));
    setTab('search');
    setAsked({});
  };
  const help = useHelp(surfaces);
  useShortcuts({ keys: searchKeys, undo: saving.undo, search, help: help.open, latestChange: toasts.toast });

  const tabs: Tab<TabName>[] = [
    { name: 'search', label: t('shared.search') },
    { name: 'reading-list', label: t('shared.readingList'), count: list.entries?.length ?? 0 },
    { name: 'this-page', label: t('shared.thisPage'), count: page.mentions.length },
  ];
  const shared = { catalogue, saved: list.saved, saving, onRetry: () => setAttempt(attempt + 1) };
  return (
    <Help.Provider value={help.open}>
      <main class="popup">
        <header class="header">
          <Mark />
          <h1 class="unseen">Paperlight</h1>
          <Tabs
            label="Paperlight"
            tabs={tabs}
            current={tab}
            onChange={(name) => {
              releaseDeferred();
              setTab(name);
            }}
            onEnter={() => focusHome(tab)}
          />
          <a class="header-button" title={t('shared.library')} href="library.html" target="_blank" rel="noopener">
            <Icon name="abstract" />
            <span class="unseen">{t('shared.library')}</span>
          </a>
          <button
            type="button"
            class="header-button"
            title={t('shared.settings')}
            onClick={() => void loadRest().then(({ openOptions }) => openOptions())}
          >
            <Icon name="settings" />
            <span class="unseen">{t('shared.settings')}</span>
          </button>
        </header>
        <div class="panels">
          <SearchPanel
            {...shared}
            shown={tab === 'search'}
            box={box}
            asked={asked}
            entries={list.entries}
            initial={initial}
            rest={rest}
          />
          {rest && (
            <>
              <rest.ReadingListPanel {...shared} shown={tab === 'reading-list'} list={list} />
              <rest.ThisPagePanel {...shared} shown={tab === 'this-page'} page={page} show={toasts.show} />
              <rest.ToastView {...toasts} />
            </>
          )}
        </div>
        {rest && <rest.PageNotes installation />}
        {rest && <rest.News />}
        {help.dialog}
      </main>
    </Help.Provider>
  );
}

const surfaces: readonly Surface[] = ['search', 'saved', 'page', 'paper', 'writing'];

/** Focuses a panel's search box, or the row that keys act on. */
function focusHome(tab: TabName): void {
  document.querySelector<HTMLElement>(`#panel-${tab} [data-home]`)?.focus();
}
