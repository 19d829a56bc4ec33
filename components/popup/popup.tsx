import { useRef, useState } from 'preact/hooks';
import { useCatalogue } from '../hooks/use-catalogue.ts';
import { useCurrentPage } from '../hooks/use-current-page.ts';
import { useDeferred } from '../hooks/use-deferred.ts';
import { useFirstFocus } from '../hooks/use-first-focus.ts';
import { useReadingList } from '../hooks/use-reading-list.ts';
import { useSaving } from '../hooks/use-saving.ts';
import { useShortcuts } from '../hooks/use-shortcuts.ts';
import { useToast } from '../hooks/use-toast.ts';
import { Icon, Mark } from '../ui/icon.tsx';
import { type Tab, Tabs } from '../ui/tabs.tsx';
import { ToastView } from '../ui/toast.tsx';
import type { Opening } from './opening.ts';
import { SearchPanel } from './search-panel.tsx';

type TabName = 'search' | 'reading-list' | 'this-page';

interface PopupProps {
  /** The tab whose page is meant, where the address of the popup names one. */
  namedTab: number | undefined;
  /** What it begins with. */
  opening: Opening;
  /** The side panel stays open while the reader goes from tab to tab, and follows. */
  place: 'popup' | 'side-panel';
}

/** The toolbar popup, and the side panel. */
export function Popup({ namedTab, opening, place }: PopupProps) {
  const [tab, setTab] = useState<TabName>('search');
  const [attempt, setAttempt] = useState(0);
  const toasts = useToast();
  const catalogue = useCatalogue(attempt, opening.catalogue);
  const list = useReadingList(attempt, opening.entries);
  const saving = useSaving(list.saved, toasts.show);
  const page = useCurrentPage(namedTab, place === 'side-panel');
  const deferred = useDeferred(loadDeferred);
  const box = useRef<HTMLInputElement>(null);

  useFirstFocus(box);

  const search = (): void => {
    setTab('search');
    // The panel takes the focus once it is shown.
    requestAnimationFrame(() => box.current?.focus());
  };
  useShortcuts({ undo: saving.undo, search, latestChange: toasts.toast });

  const tabs: Tab<TabName>[] = [
    { name: 'search', label: 'Search' },
    { name: 'reading-list', label: 'Reading list', count: list.entries?.length ?? 0 },
    { name: 'this-page', label: 'This page', count: page.mentions.length },
  ];
  const shared = { catalogue, saved: list.saved, saving, onRetry: () => setAttempt(attempt + 1) };
  return (
    <main class="popup">
      <header class="header">
        <Mark />
        <h1 class="unseen">Paperlight</h1>
        <Tabs
          label="Paperlight"
          tabs={tabs}
          current={tab}
          onChange={(name) => setTab(name)}
          onEnter={() => focusHome(tab)}
        />
        <a class="header-button" title="Library" href="library.html" target="_blank" rel="noopener">
          <Icon name="abstract" />
          <span class="unseen">Library</span>
        </a>
        <button type="button" class="header-button" title="Settings" onClick={openOptions}>
          <Icon name="settings" />
          <span class="unseen">Settings</span>
        </button>
      </header>
      <div class="panels">
        <SearchPanel {...shared} shown={tab === 'search'} box={box} entries={list.entries} opening={opening} />
        {deferred && (
          <>
            <deferred.ReadingListPanel {...shared} shown={tab === 'reading-list'} list={list} />
            <deferred.ThisPagePanel {...shared} shown={tab === 'this-page'} page={page} show={toasts.show} />
          </>
        )}
        <ToastView {...toasts} />
      </div>
    </main>
  );
}

const openOptions = () => void import('../../lib/extension/options.ts').then((options) => options.openOptions());

const loadDeferred = () => import('./deferred.ts');

/** Moves the focus to where a panel begins: its search box, or the row that keys act on. */
function focusHome(tab: TabName): void {
  document.querySelector<HTMLElement>(`#panel-${tab} [data-home]`)?.focus();
}
