/** The tab that the reader looks at, and the line to the content script in its page. */
import { browser } from 'wxt/browser';
import type { PaperId } from '../core/paper.ts';
import { listen } from './listen.ts';
import { PAGE_PORT, type PageMention, type PortFromPage, type PortFromPopup } from './messages.ts';

/** A tab, and the host of the page in it: null for pages that extensions may not see. */
export interface CurrentTab {
  id: number;
  hostname: string | null;
}

/** What the popup hears from a page. */
export interface PageListener {
  /** At once when the page answers, and after every change. */
  mentions(mentions: PageMention[]): void;
  /** The page can't be reached, or not any more. */
  closed(): void;
}

/** An open line to a page. */
export interface PageLine {
  /** Scrolls to the next mark of a paper and flashes it. */
  reveal(paperId: PaperId): void;
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

/** Calls `listener` with the tab whenever a page has loaded in it, until `signal` aborts. */
export function watchTab(tabId: number, listener: (tab: CurrentTab) => void, signal: AbortSignal): void {
  const onUpdated = async (id: number, change: { status?: string | undefined }): Promise<void> => {
    if (id !== tabId || change.status !== 'complete') return;
    const tab = describe(await browser.tabs.get(tabId));
    if (tab && !signal.aborted) listener(tab);
  };
  listen(browser.tabs.onUpdated, onUpdated, signal);
}

/** Opens a line to the page in a tab, until `signal` aborts. Frames inside the page are not asked. */
export function connectToPage(tabId: number, listener: PageListener, signal: AbortSignal): PageLine {
  const port = browser.tabs.connect(tabId, { name: PAGE_PORT, frameId: 0 });
  port.onMessage.addListener((message: PortFromPage) => listener.mentions(message.mentions));
  port.onDisconnect.addListener(() => {
    // Chrome logs the reason as an error of ours unless it is read; that nobody listens is an answer like any other.
    void browser.runtime.lastError;
    if (!signal.aborted) listener.closed();
  });
  signal.addEventListener('abort', () => port.disconnect());
  return { reveal: (paperId) => port.postMessage({ type: 'popup/reveal', paperId } satisfies PortFromPopup) };
}

function describe(tab: { id?: number | undefined; url?: string | undefined } | undefined): CurrentTab | undefined {
  if (tab?.id === undefined) return undefined;
  const url = tab.url ? new URL(tab.url) : undefined;
  return { id: tab.id, hostname: url && /^https?:$/.test(url.protocol) ? url.hostname : null };
}
