/** Follows the page in a tab, by what its content script reports. */
import {
  type CurrentTab,
  currentTab,
  followPage,
  type PageReading,
  watchActiveTab,
  watchTab,
} from '../../lib/extension/browser/current-tab.ts';
import type { CurrentPage } from './current-page.ts';

/** Called with what has changed of the page. */
export type Report = (page: Partial<CurrentPage>) => void;

/** Retries, since right after installation the content script may not run in open tabs yet. */
const MAX_RETRIES = 5;
const RETRY_PAUSE_MS = 600;

/**
 * Reports the page in the tab `named`, or else in the current one, until `signal` aborts.
 * `follows`: also when another tab becomes active.
 */
export async function followCurrentPage(
  named: number | undefined,
  follows: boolean,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  let leave = new AbortController();
  signal.addEventListener('abort', () => leave.abort());
  let hasMoved = false;
  const goTo = (tab: CurrentTab): void => {
    leave.abort();
    const here = new AbortController();
    leave = here;
    report({ state: 'connecting', mentions: [], isAsked: false });
    followTab(tab, (change) => !here.signal.aborted && report(change), here.signal);
  };
  const onMove = (tab: CurrentTab): void => {
    hasMoved = true;
    goTo(tab);
  };
  if (signal.aborted) return;
  if (follows) watchActiveTab(onMove, signal);
  const tab = await currentTab(named);
  if (hasMoved || signal.aborted) return;
  if (tab) goTo(tab);
  else report({ state: 'unreadable' });
}

function followTab(tab: CurrentTab, report: Report, signal: AbortSignal): void {
  if (signal.aborted) return;
  let page = keepReading(tab, report, signal);
  watchTab(
    tab.id,
    (loaded) => {
      page.abort();
      page = keepReading(loaded, report, signal);
    },
    signal,
  );
}

/** Follows one page; aborting the returned controller, or `signal`, ends it. */
function keepReading({ id, site, isWithheld }: CurrentTab, report: Report, signal: AbortSignal): AbortController {
  const abort = new AbortController();
  signal.addEventListener('abort', () => abort.abort(), { signal: abort.signal });
  report({ site, tabId: id, isWithheld });
  if (isWithheld && !site) {
    // Chromium would never answer.
    report({ state: 'unreadable', mentions: [] });
    return abort;
  }
  const follow = (triesLeft: number): void => {
    const once = new AbortController();
    abort.signal.addEventListener('abort', () => once.abort(), { signal: once.signal });
    const listener = {
      read: (reading: PageReading) => report({ state: 'open', ...reading, ...connection }),
      closed: () => {
        once.abort();
        report({ state: triesLeft > 0 && site ? 'connecting' : 'unreadable', mentions: [] });
        if (triesLeft > 0 && site) setTimeout(() => abort.signal.aborted || follow(triesLeft - 1), RETRY_PAUSE_MS);
      },
    };
    const connection = followPage(id, listener, once.signal);
  };
  follow(MAX_RETRIES);
  return abort;
}
