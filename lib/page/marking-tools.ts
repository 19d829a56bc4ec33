/**
 * What only pages with a title need: the rules that tell a mention from a phrase or a part of a
 * longer title, and all that sees whether a mention is in sight, and paints it. A script of its own
 * brings it when the first title of a frame is found. See README.md.
 */
import type { Judge, Mention } from './mention.ts';

/** The marks of one document as they are painted. */
export interface MarkPainting {
  /** The mentions that are painted. */
  readonly marks: readonly Mention[];
  /**
   * Paints what is seen of these mentions, which are in the page's order, now and when the page
   * scrolls.
   */
  show(mentions: readonly Mention[]): void;
  /** Has to be called when the document has got another root element. */
  followRoot(): void;
}

/** What that script brings. */
export interface MarkingTools {
  judge: Judge;
  /**
   * Begins to paint; nothing is painted any more when `signal` aborts. `onFirst` is called before
   * the first mark is painted.
   */
  paint(onFirst: () => void, signal: AbortSignal): MarkPainting;
  /** Scrolls to a mark and lets it flash. */
  reveal(mention: Mention): void;
}

/** The tools, when they are there. */
export interface ToolSource {
  /** Undefined until {@link load} has resolved. */
  readonly tools: MarkingTools | undefined;
  /** Rejects if they could not be loaded. */
  load(): Promise<void>;
}

/** The global scope that scripts of one extension share in a page. */
export interface ToolScope {
  /** Takes the tools from their script. */
  paperlightTools?: (tools: MarkingTools) => void;
}
