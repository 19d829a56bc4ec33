/** All mentions known on a page: found ones come in, lost ones go out, and those that a reader can see are painted. */
import { isVisible, type Mention } from './mention.ts';
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

  private readonly painter: Painter;
  private readonly onChange: () => void;

  /** @param onChange called after the visible mentions have changed */
  constructor(painter: Painter, onChange: () => void) {
    this.painter = painter;
    this.onChange = onChange;
  }

  /** Puts what was found in `window` in the place of what was known there before. */
  replace(window: TextWindow, found: Mention[]): void {
    // Most windows of most pages have nothing to replace, and need no set of their nodes.
    const nodes = new Set(this.mentions.size > 0 ? window.nodes : []);
    for (const node of nodes) {
      const staying = this.mentions.get(node)?.filter((mention) => !mention.nodes.every((other) => nodes.has(other)));
      if (staying) this.set(node, staying);
    }
    for (const mention of found) {
      const node = mention.nodes[0] as Text;
      this.set(node, [...(this.mentions.get(node) ?? []), mention]);
    }
  }

  /** Forgets everything and paints nothing, not even what an earlier version of the extension may have left. */
  clear(): void {
    this.mentions.clear();
    this.visible = [];
    this.painter.paint([]);
    this.onChange();
  }

  /** Drops mentions whose text has left the document and paints those that can be seen now. Cheap when nothing has changed. */
  refresh(): void {
    const visible: Mention[] = [];
    for (const [node, mentions] of this.mentions) {
      const staying = mentions.filter((mention) => mention.nodes.every((part) => part.isConnected));
      this.set(node, staying);
      visible.push(...staying.filter(isVisible));
    }
    if (sameMembers(visible, this.visible)) return;
    this.visible = visible.sort(inPageOrder);
    this.painter.paint(this.visible.map((mention) => mention.range));
    this.onChange();
  }

  /** Whether any mention is known, visible or not. */
  get isEmpty(): boolean {
    return this.mentions.size === 0;
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

function inPageOrder(a: Mention, b: Mention): number {
  const [nodeOfA, nodeOfB] = [a.nodes[0] as Text, b.nodes[0] as Text];
  return nodeOfA === nodeOfB ? a.range.startOffset - b.range.startOffset : compareOnPage(nodeOfA, nodeOfB);
}

function sameMembers(a: Mention[], b: Mention[]): boolean {
  const known = new Set(b);
  return a.length === b.length && a.every((mention) => known.has(mention));
}
