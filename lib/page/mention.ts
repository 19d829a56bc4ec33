/** Mentions of catalogued papers on a page. */
import { isMention } from '../core/mention-rules.ts';
import type { PaperId } from '../core/paper.ts';
import type { TitleTable } from '../core/title-index.ts';
import { findTitles, leftmostLongest } from '../core/title-scanner.ts';
import { isReadable } from './readable-text.ts';
import { surroundingsOf } from './surroundings.ts';
import type { TextWindow } from './text-window.ts';

/** A place on the page where the title of a catalogued paper stands. */
export interface Mention {
  paperId: PaperId;
  /** A live range over the title. */
  range: Range;
  /** The text nodes that hold the title, in order. */
  nodes: Text[];
}

/** The mentions in `window` that reach into its text from `start` to `end`, in document order. */
export function findMentions(window: TextWindow, start: number, end: number, table: TitleTable): Mention[] {
  const matches = findTitles(window.text, table).filter(
    (match) =>
      nodesBetween(window, match.start, match.end).every(isReadable) &&
      isMention(match, surroundingsOf(window, match.start, match.end)),
  );
  return leftmostLongest(matches)
    .filter((match) => match.start < end && match.end > start)
    .map((match) => ({
      paperId: match.paperId,
      range: window.range(match.start, match.end),
      nodes: nodesBetween(window, match.start, match.end),
    }));
}

/** Whether a reader can see the mention: neither it nor an element around it is hidden. Laying out the page is left to the browser. */
export function isVisible({ nodes }: Mention): boolean {
  return nodes.every((node) => node.parentElement?.checkVisibility({ visibilityProperty: true }) ?? false);
}

function nodesBetween(window: TextWindow, start: number, end: number): Text[] {
  return window.nodes.slice(window.indexAt(start), window.indexAt(end - 1) + 1);
}
