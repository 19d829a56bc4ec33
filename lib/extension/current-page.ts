/** The tab that the reader looks at, and the papers on the page in it. */
import { browser } from 'wxt/browser';
import { inPageOrder } from '../core/frame-order.ts';
import type { PaperId } from '../core/paper.ts';
import { askForMarks, type ReportingFrame, readFrames, revealInFrame } from './frames.ts';
import { listen } from './listen.ts';
import type { ToBackground } from './messages.ts';

/** Changes in many frames come together: they are read once, after so many milliseconds. */
const PAUSE = 50;

/** A tab. */
export interface CurrentTab {
  id: number;
  /** Where the page in it comes from; null for pages that extensions may not see. */
  site: Site | null;
}

/** Where a page comes from. */
export interface Site {
  hostname: string;
  /** The page's whole address. */
  address: string;
}

/** A catalogued paper found on a page. */
export interface PageMention {
  paperId: PaperId;
  /** How many times its title stands on the page. */
  occurrences: number;
}

/** What a page says of itself. */
export interface PageReading {
  /** In the page's own order, over all of its frames. */
  mentions: PageMention[];
  /** Whether the reader has asked for marks on it, where that waits for being asked. */
  isAsked: boolean;
}

/** What the popup hears of a page. */
export interface PageListener {
  /** Soon, and after every change. */
  read(reading: PageReading): void;
  /** The page can't be reached, or not yet, or not any more. */
  closed(): void;
}

/** An open line to a page. */
export interface PageLine {
  /** Scrolls to the next mark of a paper and flashes it. */
  reveal(paperId: PaperId): void;
  /** Marks the page until it is left. */
  ask(): void;
}

/**
 * The tab that the reader looks at: the one that `named` names; else the active one. Where this code itself runs in a tab, it is
 * the one that the reader looked at before.
 */
export async function currentTab(named: number | undefined): Promise<CurrentTab | undefined> {
  if (named !== undefined) return describe(await browser.tabs.get(named));
  const tabs = await browser.tabs.query({ currentWindow: true });
  const self = await browser.tabs.getCurrent();
  if (!self) return describe(tabs.find((tab) => tab.active));
  const others = tabs.filter((tab) => tab.id !== self.id);
  return describe(others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]);
}

/**
 * Calls `listener` with the tab that the reader goes to in this window, until `signal` aborts. Where this code itself runs in a tab, that
 * one is not meant.
 */
export function watchReader(listener: (tab: CurrentTab) => void, signal: AbortSignal): void {
  let latest = 0;
  const own = Promise.all([browser.windows.getCurrent(), browser.tabs.getCurrent()]);
  const onActivated = async ({ tabId, windowId }: { tabId: number; windowId: number }): Promise<void> => {
    try {
      const [here, self] = await own;
      if (windowId !== here.id || tabId === self?.id) return;
      const mine = ++latest;
      const tab = describe(await browser.tabs.get(tabId));
      if (tab && mine === latest && !signal.aborted) listener(tab);
    } catch {
      // The tab is gone: the browser goes to another one, and says so.
    }
  };
  listen(browser.tabs.onActivated, onActivated, signal);
}

/** Calls `listener` with the tab whenever a page has loaded in it, until `signal` aborts. */
export function watchTab(tabId: number, listener: (tab: CurrentTab) => void, signal: AbortSignal): void {
  const onUpdated = async (id: number, change: { status?: string | undefined }): Promise<void> => {
    if (id !== tabId || change.status !== 'complete') return;
    const tab = describe(await browser.tabs.get(tabId));
    if (tab && !signal.aborted) listener(tab);
  };
  listen(browser.tabs.onUpdated, onUpdated, signal);
}

/** Follows the marks of the page in a tab, in all of its frames, until `signal` aborts. */
export function followPage(tabId: number, listener: PageListener, signal: AbortSignal): PageLine {
  let frames: ReportingFrame[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** For each paper, which of its marks was shown last. */
  const shown = new Map<PaperId, number>();

  const readSoon = (): void => {
    if (!signal.aborted) timer ??= setTimeout(read, PAUSE);
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
  const onMessage = (message: ToBackground, sender: { tab?: { id?: number | undefined } | undefined }): void => {
    if (message.type === 'page/marks-changed' && sender.tab?.id === tabId) readSoon();
  };
  listen(browser.runtime.onMessage, onMessage, signal);
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
      // A frame that is gone by now will be missing from the next reading too.
      revealInFrame(tabId, frame.frameId, paperId, place.nth).catch(() => {});
    },
    ask: () => void askForMarks(tabId).then(read, listener.closed),
  };
}

function describe(tab: { id?: number | undefined; url?: string | undefined } | undefined): CurrentTab | undefined {
  if (tab?.id === undefined) return undefined;
  const url = tab.url ? new URL(tab.url) : undefined;
  const isWeb = url && /^https?:$/.test(url.protocol);
  return { id: tab.id, site: isWeb ? { hostname: url.hostname, address: url.href } : null };
}
