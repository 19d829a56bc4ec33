/** All mentions known on a page: found ones come in, lost ones go out, and those that a reader can see are painted. */
import { isThere, isVisible, type Mention } from './mention.ts';
import { compareOnPage } from './shadow-roots.ts';
import type { TextWindow } from './text-window.ts';

/** Where marks are painted. */
export interface Painter {
  /** Replaces all that is painted by these ranges. */
  paint(ranges: Range[]): void;
}

/** The mentions of one document. */
export class PageMarks {
  /** By the text node in which they begin. */
  private readonly mentions = new Map<Text, Mention[]>();
  private visible: Mention[] = [];
  /** Whether some may have come in another order than the page's. */
  private isMixed = false;

  private readonly painter: Painter;
  private readonly onChange: () => void;

  /** @param onChange called after the visible mentions have changed */
  constructor(painter: Painter, onChange: () => void) {
    this.painter = painter;
    this.onChange = onChange;
  }

  /**
   * Puts what was `found` to reach into the text of `window` from `start` to `end` in the place of what was known there before.
   *
   * @param isReadOn whether the page is read for the first time, from its beginning on: then all come in its order
   */
  replace(window: TextWindow, start: number, end: number, found: Mention[], isReadOn: boolean): void {
    const gone: Mention[] = [];
    // Most pages have nothing to replace.
    for (let i = 0; this.mentions.size > 0 && i < window.nodes.length; i++) {
      const node = window.nodes[i] as Text;
      const known = this.mentions.get(node);
      if (!known) continue;
      const out = known.filter((mention) => reachesInto(mention, window, i, start, end));
      gone.push(...out);
      this.set(
        node,
        known.filter((mention) => !out.includes(mention)),
      );
    }
    for (const mention of found) {
      const node = mention.nodes[0] as Text;
      // What was there before is the same mention still: to those who hold it, and to the page's eye.
      const same = gone.find((other) => isSame(other, mention)) ?? mention;
      this.set(node, [...(this.mentions.get(node) ?? []), same].sort(inPageOrder));
    }
    this.isMixed ||= !isReadOn && found.length > 0;
  }

  /** Forgets everything and paints nothing, not even what an earlier version of the extension may have left. */
  clear(): void {
    this.mentions.clear();
    this.visible = [];
    this.isMixed = false;
    this.painter.paint([]);
    this.onChange();
  }

  /** Drops mentions whose text has left the document and paints those that can be seen now. Cheap when nothing has changed. */
  refresh(): void {
    const visible: Mention[] = [];
    for (const [node, mentions] of this.mentions) {
      const staying = mentions.filter(isThere);
      this.set(node, staying);
      visible.push(...staying.filter(isVisible));
    }
    // The page's registry and everyone else have them in the page's order. Browsers count their way from sibling to sibling to compare two.
    if (this.isMixed) visible.sort(inPageOrder);
    if (visible.length === this.visible.length && visible.every((mention, i) => mention === this.visible[i])) return;
    this.visible = visible;
    this.painter.paint(this.visible.map((mention) => mention.range));
    this.onChange();
  }

  /** The visible mentions in the page's order. */
  get inOrder(): Mention[] {
    return this.visible;
  }

  private set(node: Text, mentions: Mention[]): void {
    if (mentions.length > 0) this.mentions.set(node, mentions);
    else this.mentions.delete(node);
  }
}

function isSame(a: Mention, b: Mention): boolean {
  const inNodes = a.nodes.length === b.nodes.length && a.nodes.every((node, i) => node === b.nodes[i]);
  const { startOffset, endOffset } = b.range;
  return inNodes && a.paperId === b.paperId && a.range.startOffset === startOffset && a.range.endOffset === endOffset;
}

/** Whether a mention that begins in node `index` of `window` reaches into its text from `start` to `end`. */
function reachesInto(
  { range, nodes }: Mention,
  window: TextWindow,
  index: number,
  start: number,
  end: number,
): boolean {
  const last = window.nodes.indexOf(nodes.at(-1) as Text, index);
  const mentionEnd = last < 0 ? Number.POSITIVE_INFINITY : window.offsetOf(last, range.endOffset);
  return window.offsetOf(index, range.startOffset) < end && mentionEnd > start;
}

function inPageOrder(a: Mention, b: Mention): number {
  const [nodeOfA, nodeOfB] = [a.nodes[0] as Text, b.nodes[0] as Text];
  return nodeOfA === nodeOfB ? a.range.startOffset - b.range.startOffset : compareOnPage(nodeOfA, nodeOfB);
}
