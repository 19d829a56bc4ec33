/** The tools of pages with a title, put together. */
import { judge } from './judge.ts';
import type { MarkingTools } from './marking-tools.ts';
import { HighlightPainter, reveal } from './painter.ts';
import { Painting } from './painting.ts';

/** All that marks need. */
export const markingTools: MarkingTools = {
  judge,
  paint: (onFirst, signal) => new Painting(new HighlightPainter(), onFirst, signal),
  reveal,
};
