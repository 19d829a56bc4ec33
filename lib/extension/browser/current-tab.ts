/** The tab that the reader looks at, and the papers on the page in it. */
import { type Browser, browser } from 'wxt/browser';
import type { PaperId } from '../../core/model/paper.ts';
import { inPageOrder } from '../../core/pages/frame-order.ts';
import { askForMarks, type ReportingFrame, readFrames, revealInFrame } from './frames.ts';
import { listen } from './listen.ts';
import { optionalApis } from './optional-apis.ts';
import { watchMessage } from './send.ts';
import { canRead, watchSiteAccess } from './site-access.ts';

/** How long changes are collected: those of many frames come together. */
const BATCH_MS = 50;

/** A tab. */
export interface CurrentTab {
  id: number;
  /** Where the page in it comes from; null for pages that extensions may not see. */
  site: Site | null;
  /** Whether the page can be read only after a click, if at all. */
  isWithheld: boolean;
}

/** The site of a page. */
export interface Site {
  hostname: string;
  /** The page's whole address. */
  address: string;
  /** Whether it is in a private window, of which nothing is stored. */
  isPrivate: boolean;
}

/** A catalogued paper found on a page. */
export interface PageMention {
  paperId: PaperId;
  /** How many times its title is on the page. */
  occurrences: number;
}

/** What was read from a page. */
export interface PageReading {
  /** In the page's own order, over all of its frames. */
  mentions: PageMention[];
  /** Whether the reader has asked for marks on it, in the mode that needs it. */
  isAsked: boolean;
}

/** Receives what is read from a page. */
export interface PageListener {
  /** Called soon, and after every change. */
  read(reading: PageReading): void;
  /** The page can't be reached, at least for now. */
  closed(): void;
}

/** A connection to a page. */
export interface PageConnection {
  /** Scrolls to the next mark of a paper and flashes it. */
  reveal(paperId: PaperId): void;
  /** Marks the page until it is left. */
  ask(): void;
}

/**
 * The tab that the reader looks at: the one with the id `named`, else the active one. If this code
 * runs in a tab itself, the one that was active before.
 */
export async function currentTab(named: number | undefined): Promise<CurrentTab | undefined> {
  if (named !== undefined) return describe(await browser.tabs.get(named));
  const self = await browser.tabs.getCurrent();
  // Firefox for Android has no windows, and treats each tab as one.
  const isApart = self && !optionalApis().windows;
  const tabs = await browser.tabs.query(isApart ? {} : { currentWindow: true });
  if (!self) return describe(tabs.find((tab) => tab.active));
  const others = tabs.filter((tab) => tab.id !== self.id);
  return describe(others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]);
}

/**
 * Calls `listener` with each tab that becomes active in this window, except this code's own, until
 * `signal` aborts.
 */
export function watchActiveTab(listener: (tab: CurrentTab) => void, signal: AbortSignal): void {
  let latest = 0;
  const own = Promise.all([optionalApis().windows?.getCurrent(), browser.tabs.getCurrent()]);
  const onActivated = async ({ tabId, windowId }: { tabId: number; windowId: number }): Promise<void> => {
    try {
      const [here, self] = await own;
      if ((here && windowId !== here.id) || tabId === self?.id) return;
      const mine = ++latest;
      const tab = await describe(await browser.tabs.get(tabId));
      if (tab && mine === latest && !signal.aborted) listener(tab);
    } catch {
      // The tab is gone: another one will become active.
    }
  };
  listen(browser.tabs.onActivated, onActivated, signal);
}

/**
 * Calls `listener` with the tab when a page has loaded in it, or access to sites changes, until
 * `signal` aborts.
 */
export function watchTab(tabId: number, listener: (tab: CurrentTab) => void, signal: AbortSignal): void {
  const look = async (): Promise<void> => {
    const tab = await describe(await browser.tabs.get(tabId));
    if (tab && !signal.aborted) listener(tab);
  };
  const onUpdated = (id: number, change: { status?: string | undefined }): void => {
    if (id === tabId && change.status === 'complete') void look();
  };
  listen(browser.tabs.onUpdated, onUpdated, signal);
  watchSiteAccess(() => void look(), signal);
}

/** Follows the marks of the page in a tab, in all of its frames, until `signal` aborts. */
export function followPage(tabId: number, listener: PageListener, signal: AbortSignal): PageConnection {
  let frames: ReportingFrame[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** For each paper, the index of its mark shown last. */
  const shown = new Map<PaperId, number>();

  const readSoon = (): void => {
    if (!signal.aborted) timer ??= setTimeout(read, BATCH_MS);
  };
  const read = async (): Promise<void> => {
    timer = undefined;
    const found = await readFrames(tabId, readSoon, frames).catch(() => []);
    if (signal.aborted) return;
    frames = found;
    const top = frames.find(({ frameId }) => frameId === 0);
    if (!top) return listener.closed();
    const mentions = [...inPageOrder(frames)].map(([paperId, places]) => ({ paperId, occurrences: places.length }));
    listener.read({ mentions, isAsked: top.isAsked });
  };
  watchMessage('page/marks-changed', (changed) => changed === tabId && readSoon(), signal);
  signal.addEventListener('abort', () => clearTimeout(timer));
  void read();

  return {
    reveal: (paperId) => {
      const places = inPageOrder(frames).get(paperId) ?? [];
      const next = ((shown.get(paperId) ?? -1) + 1) % places.length;
      const place = places[next];
      const frame = place && frames[place.report];
      if (!frame) return;
      shown.set(paperId, next);
      // A frame that is gone will be missing from the next reading too.
      revealInFrame(tabId, frame.frameId, paperId, place.nth).catch(() => {});
    },
    ask: () => void askForMarks(tabId).then(read, listener.closed),
  };
}

async function describe(
  tab: Pick<Browser.tabs.Tab, 'id' | 'url' | 'incognito'> | undefined,
): Promise<CurrentTab | undefined> {
  if (tab?.id === undefined) return undefined;
  const url = tab.url ? new URL(tab.url) : undefined;
  const isWeb = url && /^https?:$/.test(url.protocol);
  const site = isWeb ? { hostname: url.hostname, address: url.href, isPrivate: tab.incognito } : null;
  // Without an address, the page is one of the browser's own, or withheld.
  return { id: tab.id, site, isWithheld: (isWeb || !url) && !(await canRead(url?.href)) };
}
