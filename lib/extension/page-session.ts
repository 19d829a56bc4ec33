/** What a content script tells the rest of the extension about its page. */
import { browser } from 'wxt/browser';
import type { PageHighlighter } from '../page/page-highlighter.ts';
import { reveal } from '../page/painter.ts';
import { listen } from './listen.ts';
import { type FromPage, PAGE_PORT, type PortFromPage, type PortFromPopup } from './messages.ts';

type Port = ReturnType<typeof browser.runtime.connect>;

/** Answers popups that ask for the page's papers, and has the badge say how many there are. */
export class PageSession {
  private readonly ports = new Set<Port>();
  private readonly highlighter: PageHighlighter;
  private counted = 0;
  /** For each paper, which of its marks was shown last. */
  private readonly shown = new Map<string, number>();

  constructor(highlighter: PageHighlighter, signal: AbortSignal) {
    this.highlighter = highlighter;
    highlighter.onChange = () => this.announce();
    listen(browser.runtime.onConnect, (port: Port) => this.welcome(port), signal);
    signal.addEventListener('abort', () => this.ports.clear());
  }

  private announce(): void {
    for (const port of this.ports) this.post(port);
    const count = this.highlighter.marks.byPaper().size;
    if (count !== this.counted) this.report(count);
  }

  /** Has the badge set again, which browsers clear when they leave a page, also one that they keep and come back to. */
  reportAgain(): void {
    this.report(this.counted);
  }

  private report(count: number): void {
    this.counted = count;
    const message: FromPage = { type: 'page/papers-counted', count };
    // After an update of the extension this script is an orphan, which may not call; its successor speaks for the page.
    if (browser.runtime?.id) browser.runtime.sendMessage(message).catch(() => {});
  }

  private welcome(port: Port): void {
    if (port.name !== PAGE_PORT) return;
    this.ports.add(port);
    port.onDisconnect.addListener(() => this.ports.delete(port));
    port.onMessage.addListener((message: PortFromPopup) => this.revealNext(message.paperId));
    this.post(port);
  }

  private post(port: Port): void {
    const mentions = [...this.highlighter.marks.byPaper()].map(([paperId, found]) => ({
      paperId,
      occurrences: found.length,
    }));
    const message: PortFromPage = { type: 'page/mentions', mentions };
    port.postMessage(message);
  }

  private revealNext(paperId: string): void {
    const mentions = this.highlighter.marks.byPaper().get(paperId);
    if (!mentions) return;
    const next = (this.shown.get(paperId) ?? -1) + 1;
    const index = next < mentions.length ? next : 0;
    this.shown.set(paperId, index);
    reveal((mentions[index] as (typeof mentions)[number]).range);
  }
}
