/** Mentions of catalogued papers on a page. */
import type { PaperId } from '../core/model/paper.ts';
import { leftmostLongest, type TitleMatch } from '../core/titles/title-scanner.ts';
import { closest, contains, elementAround } from './dom.ts';
import { attempt } from './faults.ts';
import { isReadable } from './readable-text.ts';
import type { Span, TextWindow } from './text-window.ts';

/** Whether a title in the text of a window is a mention. */
export type Judge = (window: TextWindow, match: TitleMatch) => boolean;

/** A part of a title: characters of one text node. */
export interface Part {
  node: Text;
  start: number;
  end: number;
}

/** Whether text is in a MathML formula, which may be hidden beside a picture of it. */
export function isInFormula(node: Text): boolean {
  const around = elementAround(node);
  return around !== null && closest(around, 'math') !== null;
}

/**
 * A place on the page with the title of a catalogued paper. It keeps no live range: browsers update
 * all of those for every node that comes or goes, which slows the page's own DOM changes up to
 * thirty times.
 */
export class Mention {
  readonly paperId: PaperId;
  readonly nodes: readonly Text[];
  readonly startOffset: number;
  readonly endOffset: number;
  /** Hidden words between those of the title. */
  readonly leftOut: readonly Text[];
  /** What is painted. It does not follow changes of the page: changed text is read again. */
  readonly painted: StaticRange;
  private readonly lengths: number[];

  constructor(paperId: PaperId, { nodes, startOffset, endOffset, leftOut }: Span) {
    this.paperId = paperId;
    this.nodes = nodes;
    this.leftOut = leftOut;
    this.startOffset = startOffset;
    this.endOffset = endOffset;
    this.lengths = nodes.map((node) => node.length);
    const [startContainer, endContainer] = [this.first, this.last];
    this.painted = new StaticRange({ startContainer, startOffset, endContainer, endOffset });
  }

  get first(): Text {
    return this.nodes[0] as Text;
  }

  get last(): Text {
    return this.nodes[this.nodes.length - 1] as Text;
  }

  /** A new live range over the title, to measure it. Don't keep it. */
  get range(): Range {
    const range = document.createRange();
    range.setStart(this.first, this.startOffset);
    range.setEnd(this.last, this.endOffset);
    return range;
  }

  /** The part of each node that belongs to the title. */
  get parts(): Part[] {
    return this.nodes.map((node) => ({
      node,
      start: node === this.first ? this.startOffset : 0,
      end: node === this.last ? this.endOffset : node.length,
    }));
  }

  /**
   * The parts that a person sees: not the MathML copies of formulas for screen readers, which may
   * be anywhere.
   */
  get seenParts(): Part[] {
    const plain = this.parts.filter(({ node }) => !isInFormula(node));
    return plain.length > 0 ? plain : this.parts;
  }

  /** Whether the text nodes are still in the page and have their lengths. */
  get isThere(): boolean {
    return this.nodes.every((node, i) => node.isConnected && node.length === this.lengths[i]);
  }

  /** Whether a part of the title is in `element`. */
  touches(element: Element): boolean {
    return this.nodes.some((node) => contains(element, node));
  }

  /** Whether `other` is of the same paper in the same place. */
  equals(other: Mention): boolean {
    return (
      this.paperId === other.paperId &&
      this.startOffset === other.startOffset &&
      this.endOffset === other.endOffset &&
      this.nodes.length === other.nodes.length &&
      this.nodes.every((node, i) => node === other.nodes[i])
    );
  }
}

/** The mentions among the titles in `window`, in document order. */
export function mentionsAmong(matches: TitleMatch[], window: TextWindow, judge: Judge): Mention[] {
  const isMention = (match: TitleMatch): boolean =>
    window.span(match.start, match.end).nodes.every(isReadable) && judge(window, match);
  return leftmostLongest(matches.filter((match) => attempt(() => isMention(match)))).map(
    ({ paperId, start, end }) => new Mention(paperId, window.span(start, end)),
  );
}
