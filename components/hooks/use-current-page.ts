import { useEffect, useState } from 'preact/hooks';
import type { PaperId } from '../../lib/core/paper.ts';
import {
  type CurrentTab,
  connectToPage,
  currentTab,
  type PageLine,
  watchTab,
} from '../../lib/extension/current-page.ts';
import type { PageMention } from '../../lib/extension/messages.ts';

/** What is known of the page in the current tab. */
export interface CurrentPage {
  state: 'connecting' | 'unreadable' | 'open';
  /** Null for pages that extensions may not see. */
  hostname: string | null;
  /** In the page's own order. */
  mentions: PageMention[];
  /** Scrolls the page to the next mark of a paper. */
  reveal(paperId: PaperId): void;
}

type Report = (page: Partial<CurrentPage>) => void;

/** Right after the extension was installed the content script is still on its way into open tabs. */
const TRIES = 5;
const PAUSE_MS = 600;

/** The page in the tab named by `named`, or in the current tab; kept up to date, also when another page is loaded in it. */
export function useCurrentPage(named: number | undefined): CurrentPage {
  const [page, setPage] = useState<CurrentPage>({
    state: 'connecting',
    hostname: null,
    mentions: [],
    reveal: () => {},
  });
  useEffect(() => {
    const abort = new AbortController();
    const report: Report = (change) => {
      if (!abort.signal.aborted) setPage((before) => ({ ...before, ...change }));
    };
    currentTab(named).then(
      (tab) => (tab ? followTab(tab, report, abort.signal) : report({ state: 'unreadable' })),
      () => report({ state: 'unreadable' }),
    );
    return () => abort.abort();
  }, [named]);
  return page;
}

function followTab(tab: CurrentTab, report: Report, signal: AbortSignal): void {
  if (signal.aborted) return;
  let page = followPage(tab, report, signal);
  watchTab(
    tab.id,
    (loaded) => {
      page.abort();
      page = followPage(loaded, report, signal);
    },
    signal,
  );
}

/** Keeps a line to one page; aborting the returned controller, or `signal`, ends it. */
function followPage({ id, hostname }: CurrentTab, report: Report, signal: AbortSignal): AbortController {
  const abort = new AbortController();
  signal.addEventListener('abort', () => abort.abort(), { signal: abort.signal });
  report({ hostname });
  const connect = (triesLeft: number): void => {
    let line: PageLine | undefined;
    const listener = {
      mentions: (mentions: PageMention[]) =>
        report({ state: 'open', mentions, reveal: (paperId) => line?.reveal(paperId) }),
      closed: () => {
        line = undefined;
        report({ state: triesLeft > 0 && hostname ? 'connecting' : 'unreadable', mentions: [] });
        if (triesLeft > 0 && hostname) setTimeout(() => abort.signal.aborted || connect(triesLeft - 1), PAUSE_MS);
      },
    };
    line = connectToPage(id, listener, abort.signal);
  };
  connect(TRIES);
  return abort;
}
