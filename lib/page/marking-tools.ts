/**
 * What only pages with a title need: the rules that tell a mention from a phrase or a part of a
 * longer title, and the code that checks visibility and paints. It is a script of its own, loaded
 * when the first title of a frame is found. See README.md.
 */
import type { Judge, Mention } from './mention.ts';

/** Paints the marks of one document. */
export interface MarkPainting {
  /** The painted mentions. */
  readonly marks: readonly Mention[];
  /**
   * Paints those of these mentions that are in sight, now and as the page scrolls. They must be in
   * document order.
   */
  show(mentions: readonly Mention[]): void;
  /** Must be called when the document gets another root element. */
  followRoot(): void;
}

/** What that script provides. */
export interface MarkingTools {
  judge: Judge;
  /**
   * Begins to paint, until `signal` aborts. Calls `onPaint` before, with the names of all elements
   * that hold marks.
   */
  paint(onPaint: (elementNames: ReadonlySet<string>) => void, signal: AbortSignal): MarkPainting;
  /** Scrolls to a mark and lets it flash. */
  reveal(mention: Mention): void;
}

/** The tools, loaded on demand. */
export interface ToolSource {
  /** Undefined until {@link load} has resolved. */
  readonly tools: MarkingTools | undefined;
  /** Rejects if they could not be loaded. */
  load(): Promise<void>;
}

/** The global scope that scripts of one extension share in a page. */
export interface ToolScope {
  /** Called by their script with the tools. */
  paperlightTools?: (tools: MarkingTools) => void;
}
