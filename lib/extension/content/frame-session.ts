/** Exposes a frame's marks to the rest of the extension, and reports changes. */
import { ChildFrames } from '../../page/child-frames.ts';
import { faultsHere } from '../../page/faults.ts';
import type { ToolSource } from '../../page/marking-tools.ts';
import type { PageHighlighter } from '../../page/page-highlighter.ts';
import { listen } from '../../page/persistent-listeners.ts';
import { exposeHandle } from '../browser/frame-handle.ts';
import { send } from '../browser/send.ts';
import type { MarkingSwitch } from './marking-switch.ts';

/** How long changes are collected before they are reported. */
const BATCH_MS = 100;

/** One frame's marks. Frames without marks, which are most, never report anything. */
export class FrameSession {
  private readonly highlighter: PageHighlighter;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether marks were reported, here or in a child frame. */
  private hasReported = false;

  constructor(highlighter: PageHighlighter, source: ToolSource, marking: MarkingSwitch, signal: AbortSignal) {
    this.highlighter = highlighter;
    const scheduleReport = (): void => {
      this.timer ??= setTimeout(() => this.report(), BATCH_MS);
    };
    const frames = new ChildFrames(() => {
      // The frame that has gone may have reported marks.
      this.hasReported = true;
      scheduleReport();
    }, signal);
    exposeHandle({
      marks: () => highlighter.mentions,
      reveal: (mark) => source.tools?.reveal(mark),
      faults: faultsHere,
      isAsked: () => marking.isAsked,
      ask: () => marking.ask(),
      watchFrames: () => frames.watch(),
    });
    highlighter.watch(scheduleReport);
    // Browsers clear the badge of a page that goes into the back/forward cache.
    listen<PageTransitionEvent>(window, 'pageshow', ({ persisted }) => persisted && this.report(), signal);
  }

  private report(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const hasMarks = this.highlighter.mentions.length > 0;
    if (!hasMarks && !this.hasReported) return;
    this.hasReported = hasMarks;
    void send('page/marks-changed');
  }
}
