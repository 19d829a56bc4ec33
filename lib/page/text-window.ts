/** A stretch of a page's text: neighbouring text nodes in document order, joined. */
import { EDGE } from '../core/titles/mention-context.ts';

/** Text nodes that hold a title, and where in the first and the last of them it begins and ends. */
export interface Span {
  nodes: Text[];
  startOffset: number;
  endOffset: number;
}

/**
 * Text nodes and their joined text, with the way back from an offset to a node. Of the first and
 * the last node, it may hold a part.
 */
export class TextWindow {
  readonly nodes: Text[] = [];
  private readonly parts: string[] = [];
  /** Where in the first node the text begins. */
  private skipped = 0;
  private length = 0;
  private joined: string | undefined;
  /**
   * For each node, the offset at which its text begins; made when asked for, since most windows
   * hold no title.
   */
  private starts: number[] | undefined;

  /**
   * Appends `text`, which stands in `node` from `offset` on. The edge of a node is a character of
   * its own, so that words do not run together.
   */
  add(node: Text, text: string, offset: number): void {
    const last = this.nodes.length - 1;
    if (last >= 0 && this.nodes[last] === node) {
      this.parts[last] += text;
      this.length += text.length;
      return;
    }
    if (last < 0) this.skipped = offset;
    this.nodes.push(node);
    this.parts.push(text);
    this.length += text.length + EDGE.length;
  }

  /** Characters so far, edges included. */
  get size(): number {
    return this.length;
  }

  /** The text, an {@link EDGE} between two nodes. Nothing may be added once it was asked for. */
  get text(): string {
    this.joined ??= this.parts.join(EDGE);
    return this.joined;
  }

  /** Index in {@link nodes} of the node in which the character at `offset` stands. */
  indexAt(offset: number): number {
    const starts = this.nodeStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The offset at which the text of node `index` begins, and the one after its last character. */
  bounds(index: number): { start: number; end: number } {
    const start = this.nodeStarts()[index] as number;
    return { start, end: start + (this.parts[index] as string).length };
  }

  /** The offset in the text of the character at `offset` in node `index`. */
  offsetOf(index: number, offset: number): number {
    return this.bounds(index).start + offset - (index === 0 ? this.skipped : 0);
  }

  /** The node in which the character at `offset` stands, and where in it. */
  placeAt(offset: number): { node: Text; offset: number } {
    const index = this.indexAt(offset);
    return { node: this.nodes[index] as Text, offset: offset - this.offsetOf(index, 0) };
  }

  /** The text nodes that hold the characters from `start` to `end`, both within nodes. */
  span(start: number, end: number): Span {
    const first = this.indexAt(start);
    const last = this.indexAt(end - 1);
    return {
      nodes: this.nodes.slice(first, last + 1),
      startOffset: start - this.offsetOf(first, 0),
      endOffset: end - this.offsetOf(last, 0),
    };
  }

  private nodeStarts(): number[] {
    if (!this.starts) {
      let start = 0;
      this.starts = this.parts.map((part) => {
        start += part.length + EDGE.length;
        return start - part.length - EDGE.length;
      });
    }
    return this.starts;
  }
}
