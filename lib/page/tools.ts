/** Puts the marking tools together. */
import { judge } from './judge.ts';
import type { MarkingTools } from './marking-tools.ts';
import { HighlightPainter, reveal } from './painter.ts';
import { Painting } from './painting.ts';

/** The tools, as their script provides them. */
export const markingTools: MarkingTools = {
  judge,
  paint: (onPaint, signal) => new Painting(new HighlightPainter(), onPaint, signal),
  reveal,
};
