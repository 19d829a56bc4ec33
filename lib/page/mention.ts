/** Mentions of catalogued papers on a page. */
import type { PaperId } from '../core/paper.ts';
import { leftmostLongest, type TitleMatch } from '../core/title-scanner.ts';
import type { Judge } from './judge-source.ts';
import { elementAround, isReadable } from './readable-text.ts';
import type { TextWindow } from './text-window.ts';

/** A place on the page where the title of a catalogued paper stands. */
export interface Mention {
  paperId: PaperId;
  /** A live range over the title. */
  range: Range;
  /** The text nodes that hold the title, in order. */
  nodes: Text[];
}

/** The mentions among the titles that stand in `window`, in document order. */
export function mentionsAmong(matches: TitleMatch[], window: TextWindow, judge: Judge): Mention[] {
  const isMention = (match: TitleMatch): boolean =>
    nodesBetween(window, match.start, match.end).every(isReadable) && judge(window, match);
  return leftmostLongest(matches.filter(isMention)).map(({ paperId, start, end }) => ({
    paperId,
    range: window.range(start, end),
    nodes: nodesBetween(window, start, end),
  }));
}

/** Whether the mention's text is still where it was found: when a text node is moved or taken away, a range that begins or ends in it lets it go. */
export function isThere({ range, nodes }: Mention): boolean {
  return (
    range.startContainer === nodes[0] && range.endContainer === nodes.at(-1) && nodes.every((node) => node.isConnected)
  );
}

/** Whether a reader can see the mention: neither it nor an element around it is hidden. Laying out the page is left to the browser. */
export function isVisible({ nodes }: Mention): boolean {
  const shown = nodes.filter((node) => elementAround(node)?.checkVisibility({ visibilityProperty: true }));
  // A formula may be hidden behind its picture.
  return shown.length > 0 && nodes.every((node) => shown.includes(node) || node.parentElement?.closest('math'));
}

function nodesBetween(window: TextWindow, start: number, end: number): Text[] {
  return window.nodes.slice(window.indexAt(start), window.indexAt(end - 1) + 1);
}
