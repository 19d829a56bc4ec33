/** Steps from mark to mark. */
import type { Mention } from '../mention.ts';

/**
 * The index of the mark after (`by` 1) or before (-1) the current one, wrapping around. Without a
 * current one, or when that is gone, the first one from the visible part of the page.
 */
export function stepFrom(mentions: readonly Mention[], current: Mention | undefined, by: 1 | -1): number {
  const at = current ? indexOfMark(mentions, current) : -1;
  if (at >= 0) return (at + by + mentions.length) % mentions.length;
  const boxes = mentions.map(({ range }) => range.getBoundingClientRect());
  if (by > 0)
    return Math.max(
      0,
      boxes.findIndex(({ bottom }) => bottom > 0),
    );
  const last = boxes.findLastIndex(({ top }) => top < innerHeight);
  return last < 0 ? mentions.length - 1 : last;
}

/** The index of a mark, even if its text was read again since; -1 if it is gone. */
export function indexOfMark(mentions: readonly Mention[], { paperId, first, startOffset }: Mention): number {
  return mentions.findIndex(
    (mention) => mention.paperId === paperId && mention.first === first && mention.startOffset === startOffset,
  );
}

/** Whether a part of a mark is in the window. */
export function isInView({ range }: Mention): boolean {
  const { top, bottom } = range.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
