/** All mentions known on a page: found ones come in, lost ones go out. */
import { isOnPage } from './drawn.ts';
import { attempt } from './faults.ts';
import type { Mention } from './mention.ts';
import { compareOnPage } from './shadow-roots.ts';
import type { TextWindow } from './text-window.ts';

/** The mentions of one document. */
export class PageMarks {
  /** By the text node in which they begin. */
  private readonly mentions = new Map<Text, Mention[]>();
  private onPage: Mention[] = [];
  /** Whether some may have come in another order than the page's. */
  private isMixed = false;

  private readonly onFound: () => void;
  private readonly onChange: () => void;

  /**
   * @param onFound called when mentions have come or gone: {@link refresh} has to be called soon
   * @param onChange called after those on the page have changed
   */
  constructor(onFound: () => void, onChange: () => void) {
    this.onFound = onFound;
    this.onChange = onChange;
  }

  /**
   * Puts what was `found` to reach into the text of `window` from `start` to `end` in the place of
   * what was known there before.
   *
   * @param isReadOn whether the page is read for the first time, from its beginning on: then all
   * come in its order
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
      // What was there before is the same mention still: to those who hold it, and to the page's
      // eye.
      const same = gone.find((other) => other.equals(mention) && other.isThere) ?? mention;
      this.set(mention.first, [...(this.mentions.get(mention.first) ?? []), same].sort(inPageOrder));
    }
    this.isMixed ||= !isReadOn && found.length > 0;
    if (gone.length + found.length > 0) this.onFound();
  }

  /**
   * Drops mentions whose text has left the document, and sees which of the others are on the page.
   */
  refresh(): void {
    const onPage: Mention[] = [];
    for (const [node, mentions] of this.mentions) {
      const staying = mentions.filter(({ isThere }) => isThere);
      this.set(node, staying);
      onPage.push(...staying.filter((mention) => attempt(() => isOnPage(mention))));
    }
    // The page's registry and everyone else have them in the page's order. Browsers count their way
    // from sibling to sibling to compare two.
    if (this.isMixed) onPage.sort(inPageOrder);
    if (onPage.length === this.onPage.length && onPage.every((mention, i) => mention === this.onPage[i])) return;
    this.onPage = onPage;
    this.onChange();
  }

  /** The mentions that are drawn somewhere on the page, in its order. */
  get inOrder(): Mention[] {
    return this.onPage;
  }

  /** Whether no title was found, not even a hidden one. */
  get isEmpty(): boolean {
    return this.mentions.size === 0;
  }

  private set(node: Text, mentions: Mention[]): void {
    if (mentions.length > 0) this.mentions.set(node, mentions);
    else this.mentions.delete(node);
  }
}

/**
 * Whether a mention that begins in node `index` of `window` reaches into its text from `start` to
 * `end`.
 */
function reachesInto(mention: Mention, window: TextWindow, index: number, start: number, end: number): boolean {
  const last = window.nodes.indexOf(mention.last, index);
  const mentionEnd = last < 0 ? Number.POSITIVE_INFINITY : window.offsetOf(last, mention.endOffset);
  return window.offsetOf(index, mention.startOffset) < end && mentionEnd > start;
}

function inPageOrder(a: Mention, b: Mention): number {
  return a.first === b.first ? a.startOffset - b.startOffset : compareOnPage(a.first, b.first);
}
