/**
 * What a frame's content script exposes to the extension: an object in the scripts' own global
 * scope, which no page can see. Background and popup use it with `scripting.executeScript` when
 * needed. So frames keep no connection open, the background has no state, and code that few pages
 * need is not loaded into all.
 */
import type { Mention } from '../../page/mention.ts';

/** A frame's marks, and how to show one of them. */
export interface FrameHandle {
  /** In document order, also those out of sight. */
  marks(): readonly Mention[];
  /** Scrolls to a mark and flashes it. */
  reveal(mark: Mention): void;
  /** Whether the reader has asked for marks on this page. */
  isAsked(): boolean;
  /** Marks the page until it is left, in the mode that waits for the reader to ask. */
  ask(): void;
  /** How often something went wrong while the frame was read, and what was last. */
  faults(): { count: number; latest: string };
  /**
   * Begins to report when a child frame goes or shows another document, which changes the marks.
   */
  watchFrames(): void;
}

/** The global scope of content scripts. */
export interface ContentScope {
  paperlight?: FrameHandle;
}

/** Exposes a handle to the extension, in place of an earlier version's. */
export function exposeHandle(handle: FrameHandle): void {
  (globalThis as ContentScope).paperlight = handle;
}
