import { useEffect, useState } from 'preact/hooks';
import type { CurrentTab, PageLine, PageReading, Site } from '../../lib/extension/current-page.ts';
import { later } from './first-answer.ts';

/** Loaded after the first frame: nobody looks at the number of papers on the page before the popup is there. */
const load = () => import('../../lib/extension/current-page.ts');
type Tabs = Awaited<ReturnType<typeof load>>;

/** What is known of the page in the current tab. */
export interface CurrentPage extends PageReading, PageLine {
  state: 'connecting' | 'unreadable' | 'open';
  /** Null for pages that extensions may not see. */
  site: Site | null;
}

type Report = (page: Partial<CurrentPage>) => void;

/** Right after the extension was installed the content script is still on its way into open tabs. */
const TRIES = 5;
const PAUSE_MS = 600;

/**
 * The page in the tab named by `named`, or in the current tab; kept up to date, also when another page is loaded in it. `follows`: and when
 * the reader goes to another tab.
 */
export function useCurrentPage(named: number | undefined, follows: boolean): CurrentPage {
  const [page, setPage] = useState<CurrentPage>({
    state: 'connecting',
    site: null,
    mentions: [],
    isAsked: false,
    reveal: () => {},
    ask: () => {},
  });
  useEffect(() => {
    const abort = new AbortController();
    const report: Report = (change) => {
      if (!abort.signal.aborted) setPage((before) => ({ ...before, ...change }));
    };
    let leave = new AbortController();
    abort.signal.addEventListener('abort', () => leave.abort());
    let hasMoved = false;
    const follow = async (): Promise<void> => {
      const tabs = await later(load);
      const goTo = (tab: CurrentTab): void => {
        leave.abort();
        const here = new AbortController();
        leave = here;
        report({ state: 'connecting', mentions: [], isAsked: false });
        followTab(tabs, tab, (change) => !here.signal.aborted && report(change), here.signal);
      };
      const onMove = (tab: CurrentTab): void => {
        hasMoved = true;
        goTo(tab);
      };
      if (abort.signal.aborted) return;
      if (follows) tabs.watchReader(onMove, abort.signal);
      const tab = await tabs.currentTab(named);
      if (hasMoved || abort.signal.aborted) return;
      if (tab) goTo(tab);
      else report({ state: 'unreadable' });
    };
    follow().catch(() => report({ state: 'unreadable' }));
    return () => abort.abort();
  }, [named, follows]);
  return page;
}

function followTab(tabs: Tabs, tab: CurrentTab, report: Report, signal: AbortSignal): void {
  if (signal.aborted) return;
  let page = keepReading(tabs, tab, report, signal);
  tabs.watchTab(
    tab.id,
    (loaded) => {
      page.abort();
      page = keepReading(tabs, loaded, report, signal);
    },
    signal,
  );
}

/** Follows one page; aborting the returned controller, or `signal`, ends it. */
function keepReading(tabs: Tabs, { id, site }: CurrentTab, report: Report, signal: AbortSignal): AbortController {
  const abort = new AbortController();
  signal.addEventListener('abort', () => abort.abort(), { signal: abort.signal });
  report({ site });
  const follow = (triesLeft: number): void => {
    const once = new AbortController();
    abort.signal.addEventListener('abort', () => once.abort(), { signal: once.signal });
    const listener = {
      read: (reading: PageReading) => report({ state: 'open', ...reading, ...line }),
      closed: () => {
        once.abort();
        report({ state: triesLeft > 0 && site ? 'connecting' : 'unreadable', mentions: [] });
        if (triesLeft > 0 && site) setTimeout(() => abort.signal.aborted || follow(triesLeft - 1), PAUSE_MS);
      },
    };
    const line = tabs.followPage(id, listener, once.signal);
  };
  follow(TRIES);
  return abort;
}
