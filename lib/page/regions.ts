/** Parts of a document that wait to be read. */

import { childNodesOf, isConnected, isText } from './dom.ts';

/** Regions as live ranges, which keep their place when the page changes. */
export class Regions {
  private ranges: Range[] = [];
  private isSorted = true;

  /**
   * Adds the nodes from `first` to `last`, siblings in document order. Throws for a document's
   * type, where no range can begin.
   */
  add(first: Node, last: Node): void {
    const range = document.createRange();
    // The boundaries are inside the nodes: one beside a node would need its index among its
    // siblings.
    range.setStart(first, 0);
    range.setEnd(last, isText(last) ? last.length : childNodesOf(last).length);
    this.ranges.push(range);
    this.isSorted = false;
  }

  /**
   * Takes the first region out; undefined if there is none. Regions that touch have been joined.
   */
  shift(): Range | undefined {
    this.normalize();
    return this.ranges.shift();
  }

  /** Puts a region back that comes before all others. */
  unshift(region: Range): void {
    this.ranges.unshift(region);
  }

  /** Whether no region waits. */
  get isEmpty(): boolean {
    return this.ranges.length === 0;
  }

  /** Sorts the regions, drops those that left the document, and joins those that overlap. */
  private normalize(): void {
    if (this.isSorted) return;
    const sorted = this.ranges
      .filter((range) => isConnected(range.startContainer))
      .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    this.ranges = [];
    for (const range of sorted) {
      const last = this.ranges.at(-1);
      // END_TO_START compares the end of `last` with the start of `range`.
      const overlaps = last && range.compareBoundaryPoints(Range.END_TO_START, last) <= 0;
      if (!overlaps) this.ranges.push(range);
      else if (last.compareBoundaryPoints(Range.END_TO_END, range) < 0)
        last.setEnd(range.endContainer, range.endOffset);
    }
    this.isSorted = true;
  }
}
