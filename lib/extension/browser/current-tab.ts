/** The tab that the reader looks at, and the papers on the page in it. */
import { type Browser, browser } from 'wxt/browser';
import type { PaperId } from '../../core/model/paper.ts';
import { inPageOrder } from '../../core/pages/frame-order.ts';
import { askForMarks, type ReportingFrame, readFrames, revealInFrame } from './frames.ts';
import { lackable } from './lackable.ts';
import { listen } from './listen.ts';
import { hear } from './send.ts';
import { mayRead, watchSiteAccess } from './site-access.ts';

/** Changes in many frames come together: they are read once, after so many milliseconds. */
const GATHERING_MS = 50;

/** A tab. */
export interface CurrentTab {
  id: number;
  /** Where the page in it comes from; null for pages that extensions may not see. */
  site: Site | null;
  /**
   * The browser lets the page be read only when the reader clicks, or not at all, since it may be
   * one of those.
   */
  isWithheld: boolean;
}

/** Where a page comes from. */
export interface Site {
  hostname: string;
  /** The page's whole address. */
  address: string;
  /** Of a private window, of which nothing is stored. */
  isPrivate: boolean;
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
 * The tab that the reader looks at: the one that `named` names; else the active one. Where this
 * code itself runs in a tab, it is the one that the reader looked at before.
 */
export async function currentTab(named: number | undefined): Promise<CurrentTab | undefined> {
  if (named !== undefined) return describe(await browser.tabs.get(named));
  const self = await browser.tabs.getCurrent();
  // Firefox for Android has no windows and takes each tab for one.
  const isApart = self && !lackable().windows;
  const tabs = await browser.tabs.query(isApart ? {} : { currentWindow: true });
  if (!self) return describe(tabs.find((tab) => tab.active));
  const others = tabs.filter((tab) => tab.id !== self.id);
  return describe(others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]);
}

/**
 * Calls `listener` with the tab that the reader goes to in this window, until `signal` aborts.
 * Where this code itself runs in a tab, that one is not meant.
 */
export function watchReader(listener: (tab: CurrentTab) => void, signal: AbortSignal): void {
  let latest = 0;
  const own = Promise.all([lackable().windows?.getCurrent(), browser.tabs.getCurrent()]);
  const onActivated = async ({ tabId, windowId }: { tabId: number; windowId: number }): Promise<void> => {
    try {
      const [here, self] = await own;
      if ((here && windowId !== here.id) || tabId === self?.id) return;
      const mine = ++latest;
      const tab = await describe(await browser.tabs.get(tabId));
      if (tab && mine === latest && !signal.aborted) listener(tab);
    } catch {
      // The tab is gone: the browser goes to another one, and says so.
    }
  };
  listen(browser.tabs.onActivated, onActivated, signal);
}

/**
 * Calls `listener` with the tab whenever a page has loaded in it, or other sites may be read, until
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
export function followPage(tabId: number, listener: PageListener, signal: AbortSignal): PageLine {
  let frames: ReportingFrame[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** For each paper, which of its marks was shown last. */
  const shown = new Map<PaperId, number>();

  const readSoon = (): void => {
    if (!signal.aborted) timer ??= setTimeout(read, GATHERING_MS);
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
  hear('page/marks-changed', (changed) => changed === tabId && readSoon(), signal);
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

async function describe(
  tab: Pick<Browser.tabs.Tab, 'id' | 'url' | 'incognito'> | undefined,
): Promise<CurrentTab | undefined> {
  if (tab?.id === undefined) return undefined;
  const url = tab.url ? new URL(tab.url) : undefined;
  const isWeb = url && /^https?:$/.test(url.protocol);
  const site = isWeb ? { hostname: url.hostname, address: url.href, isPrivate: tab.incognito } : null;
  // Where the browser keeps the address to itself, the page is one of its own, or one of those that
  // it withholds.
  return { id: tab.id, site, isWithheld: (isWeb || !url) && !(await mayRead(url?.href)) };
}
