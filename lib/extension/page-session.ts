/** What a frame's content script tells the rest of the extension. */
import { browser } from 'wxt/browser';
import { ChildFrames } from '../page/child-frames.ts';
import type { PageHighlighter } from '../page/page-highlighter.ts';
import { reveal } from '../page/painter.ts';
import { lend } from './frame-handle.ts';
import type { Marking } from './marking.ts';
import type { FromPage } from './messages.ts';

/** How long changes are gathered before they are told, in milliseconds. */
const PAUSE = 100;

/** Lends a frame's marks to the extension and says when they change. Frames without marks, which are most, never say anything. */
export class PageSession {
  private readonly highlighter: PageHighlighter;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the extension believes that there are marks, here or in a frame of this one. */
  private hasTold = false;

  constructor(highlighter: PageHighlighter, marking: Marking, signal: AbortSignal) {
    this.highlighter = highlighter;
    const tellSoon = (): void => {
      this.timer ??= setTimeout(() => this.tell(), PAUSE);
    };
    const frames = new ChildFrames(() => {
      // Of marks in the frame that has gone, if not here.
      this.hasTold = true;
      tellSoon();
    }, signal);
    lend({
      marks: () => highlighter.marks.inOrder,
      reveal,
      isAsked: () => marking.isAsked,
      ask: () => marking.ask(),
      watchFrames: () => frames.watch(),
    });
    highlighter.watch(tellSoon);
    // Browsers clear the badge when they leave a page, also one that they keep and come back to.
    addEventListener('pageshow', ({ persisted }) => persisted && this.tell(), { signal });
  }

  private tell(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const hasMarks = this.highlighter.marks.inOrder.length > 0;
    if (!hasMarks && !this.hasTold) return;
    this.hasTold = hasMarks;
    const message: FromPage = { type: 'page/marks-changed' };
    // After an update of the extension this script is an orphan, which may not call; its successor speaks for the page.
    if (browser.runtime?.id) browser.runtime.sendMessage(message).catch(() => {});
  }
}
