/** A stretch of a page's text: neighbouring text nodes in document order, joined. */
import { EDGE } from '../core/titles/mention-context.ts';

/** The text nodes of a title, with its offsets in the first and the last of them. */
export interface Span {
  nodes: Text[];
  startOffset: number;
  endOffset: number;
  /** Text nodes between those of the title that are left out of it. */
  leftOut: Text[];
}

/**
 * Text nodes and their joined text, with a mapping from offsets back to nodes. It may hold only a
 * part of the first and the last node.
 */
export class TextWindow {
  readonly nodes: Text[] = [];
  private readonly parts: string[] = [];
  /** The offset in the first node at which the text begins. */
  private skipped = 0;
  private length = 0;
  private joined: string | undefined;
  /**
   * For each node, the offset of its text; computed when needed, since most windows have no title.
   */
  private starts: number[] | undefined;
  /** The nodes that {@link without} left out, and how many others stand before each. */
  private readonly leftOut: { node: Text; before: number }[] = [];

  /**
   * Appends `text`, which begins at `offset` of `node`. A character between nodes keeps words from
   * running together.
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

  /** The text, with an {@link EDGE} between nodes. Nothing may be added after this was read. */
  get text(): string {
    this.joined ??= this.parts.join(EDGE);
    return this.joined;
  }

  /** The index in {@link nodes} of the node with the character at `offset`. */
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

  /** The offsets of the beginning and the end of node `index`. */
  bounds(index: number): { start: number; end: number } {
    const start = this.nodeStarts()[index] as number;
    return { start, end: start + (this.parts[index] as string).length };
  }

  /** The offset in the text of the character at `offset` in node `index`. */
  offsetOf(index: number, offset: number): number {
    return this.bounds(index).start + offset - (index === 0 ? this.skipped : 0);
  }

  /** The node with the character at `offset`, and the offset in it. */
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
      leftOut: this.leftOut.filter(({ before }) => before > first && before <= last).map(({ node }) => node),
    };
  }

  /** The same text without that of some nodes. */
  without(nodes: ReadonlySet<Text>): TextWindow {
    const rest = new TextWindow();
    this.nodes.forEach((node, i) => {
      if (nodes.has(node)) rest.leftOut.push({ node, before: rest.nodes.length });
      else rest.add(node, this.parts[i] as string, i === 0 ? this.skipped : 0);
    });
    return rest;
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
