/**
 * What a frame's content script lends to the extension. It lies in the scripts' own global scope,
 * which no page can see; the background and the popup look at it with `scripting.executeScript`
 * when they need to. So a frame keeps no connection open, the background keeps nothing in mind, and
 * code that few pages need is not loaded into all of them.
 */
import type { Mention } from '../../page/mention.ts';

/** A frame's marks, and how to show one of them. */
export interface FrameHandle {
  /** In the order of the document, also those out of sight. */
  marks(): readonly Mention[];
  /** Scrolls to a mark and flashes it. */
  reveal(mark: Mention): void;
  /** Whether the reader has asked for marks on this page. */
  isAsked(): boolean;
  /** Marks the page until it is left, where that waits for the reader to ask. */
  ask(): void;
  /** What went wrong while the frame was read, and how often. */
  faults(): { count: number; latest: string };
  /** Says when one of the frames in this one goes or shows another document, with its marks. */
  watchFrames(): void;
}

/** The global scope of content scripts. */
export interface ContentScope {
  paperlight?: FrameHandle;
}

/** Lends a handle to the extension, in the place of one that an earlier version may have lent. */
export function lend(handle: FrameHandle): void {
  (globalThis as ContentScope).paperlight = handle;
}
