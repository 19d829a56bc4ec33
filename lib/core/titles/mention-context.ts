/** What stands around a title, as strings. */

/**
 * The edge of an inline element or text node, in the strings here. A line's or a block's edge is
 * "\n".
 */
export const EDGE = '\u0000';

/** Characters that count as surroundings, each way. */
export const REACH = 200;

/** Text before and after something. */
export interface Context {
  before: string;
  after: string;
}

/** Element that sets its text apart as one thing. */
export type HolderKind = 'link' | 'heading' | 'cell' | 'cite' | 'emphasis';

/** What stands around a title. */
export interface Surroundings {
  /** Up to some {@link REACH} characters each way; a block's edge is a line's end. */
  block: Context;
  /** The same within each element that holds the title, innermost first. */
  holders: (Context & { kind: HolderKind })[];
}
