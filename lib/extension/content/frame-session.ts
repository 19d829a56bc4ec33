/** What a frame's content script tells the rest of the extension. */
import { ChildFrames } from '../../page/child-frames.ts';
import { faultsHere } from '../../page/faults.ts';
import type { ToolSource } from '../../page/marking-tools.ts';
import type { PageHighlighter } from '../../page/page-highlighter.ts';
import { listen } from '../../page/persistent-listeners.ts';
import { lend } from '../browser/frame-handle.ts';
import { send } from '../browser/send.ts';
import type { Marking } from './marking-switch.ts';

/** How long changes are gathered before they are told, in milliseconds. */
const GATHERING_MS = 100;

/**
 * Lends a frame's marks to the extension and says when they change. Frames without marks, which are
 * most, never say anything.
 */
export class PageSession {
  private readonly highlighter: PageHighlighter;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the extension believes that there are marks, here or in a frame of this one. */
  private hasTold = false;

  constructor(highlighter: PageHighlighter, source: ToolSource, marking: Marking, signal: AbortSignal) {
    this.highlighter = highlighter;
    const tellSoon = (): void => {
      this.timer ??= setTimeout(() => this.tell(), GATHERING_MS);
    };
    const frames = new ChildFrames(() => {
      // Of marks in the frame that has gone, if not here.
      this.hasTold = true;
      tellSoon();
    }, signal);
    lend({
      marks: () => highlighter.mentions,
      reveal: (mark) => source.tools?.reveal(mark),
      faults: faultsHere,
      isAsked: () => marking.isAsked,
      ask: () => marking.ask(),
      watchFrames: () => frames.watch(),
    });
    highlighter.watch(tellSoon);
    // Browsers clear the badge when they leave a page, also one that they keep and come back to.
    listen<PageTransitionEvent>(window, 'pageshow', ({ persisted }) => persisted && this.tell(), signal);
  }

  private tell(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const hasMarks = this.highlighter.mentions.length > 0;
    if (!hasMarks && !this.hasTold) return;
    this.hasTold = hasMarks;
    void send('page/marks-changed');
  }
}
