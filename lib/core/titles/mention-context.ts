/** The text around a title, as strings. */

/**
 * Marks the edge of an inline element or text node in these strings. The edge of a line or block is
 * "\n".
 */
export const EDGE = '\u0000';

/** Characters of text around a title that are looked at, each way. */
export const CONTEXT_LENGTH = 200;

/** Text before and after something. */
export interface Context {
  before: string;
  after: string;
}

/** An element that sets its text apart as one thing. */
export type HolderKind = 'link' | 'heading' | 'cell' | 'cite' | 'emphasis';

/** The text around a title. */
export interface Surroundings {
  /** About {@link CONTEXT_LENGTH} characters each way; the edge of a block is a line's end. */
  block: Context;
  /** The same within each element that holds the title, innermost first. */
  holders: (Context & { kind: HolderKind })[];
}
