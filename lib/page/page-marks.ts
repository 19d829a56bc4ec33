/** Keeps the mentions of a page up to date. */
import { isOnPage } from './drawn.ts';
import { attempt } from './faults.ts';
import type { Mention } from './mention.ts';
import { compareOnPage } from './shadow-roots.ts';
import type { TextWindow } from './text-window.ts';

/**
 * How many mentions one look checks for the first time: it asks for their boxes, which takes some
 * 20 µs each.
 */
const MAX_NEW_MENTIONS = 256;

/** The mentions of one document. */
export class PageMarks {
  /** By the text node in which they begin. */
  private readonly mentions = new Map<Text, Mention[]>();
  private onPage: Mention[] = [];
  private readonly checked = new WeakSet<Mention>();
  /** Whether mentions may have been added out of document order. */
  private isMixed = false;

  private readonly onFound: () => void;
  private readonly onChange: () => void;

  /**
   * @param onFound called when mentions have come or gone, and {@link refresh} must be called soon
   * @param onChange called after those on the page have changed
   */
  constructor(onFound: () => void, onChange: () => void) {
    this.onFound = onFound;
    this.onChange = onChange;
  }

  /**
   * Replaces the mentions that overlap the text of `window` from `start` to `end` by those `found`
   * there.
   *
   * @param isInOrder whether the page is read for the first time from its beginning, so that
   * mentions come in document order
   */
  replace(window: TextWindow, start: number, end: number, found: Mention[], isInOrder: boolean): void {
    const gone: Mention[] = [];
    // Most pages have nothing to replace.
    for (let i = 0; this.mentions.size > 0 && i < window.nodes.length; i++) {
      const node = window.nodes[i] as Text;
      const existing = this.mentions.get(node);
      if (!existing) continue;
      const out = existing.filter((mention) => overlaps(mention, window, i, start, end));
      gone.push(...out);
      this.set(
        node,
        existing.filter((mention) => !out.includes(mention)),
      );
    }
    for (const mention of found) {
      // A mention that was there before keeps its identity, for those who hold it and for what is
      // painted.
      const same = gone.find((other) => other.equals(mention) && other.isThere) ?? mention;
      this.set(mention.first, [...(this.mentions.get(mention.first) ?? []), same].sort(inPageOrder));
    }
    this.isMixed ||= !isInOrder && found.length > 0;
    if (gone.length + found.length > 0) this.onFound();
  }

  /**
   * Drops mentions whose text has left the document, and checks which of the others are on the
   * page. Of new ones, more than {@link MAX_NEW_MENTIONS} are left for the next look.
   */
  refresh(): void {
    const onPage: Mention[] = [];
    let unchecked = MAX_NEW_MENTIONS;
    const isOn = (mention: Mention): boolean => {
      if (!this.checked.has(mention) && unchecked-- <= 0) return false;
      this.checked.add(mention);
      return attempt(() => isOnPage(mention)) === true;
    };
    for (const [node, mentions] of this.mentions) {
      const staying = mentions.filter(({ isThere }) => isThere);
      this.set(node, staying);
      onPage.push(...staying.filter(isOn));
    }
    // Everyone expects document order. Sorting only when needed: comparing two nodes makes browsers
    // walk over their siblings.
    if (this.isMixed) onPage.sort(inPageOrder);
    if (unchecked < 0) this.onFound();
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
 * Whether a mention that begins in node `index` of `window` overlaps its text from `start` to
 * `end`.
 */
function overlaps(mention: Mention, window: TextWindow, index: number, start: number, end: number): boolean {
  const last = window.nodes.indexOf(mention.last, index);
  const mentionEnd = last < 0 ? Number.POSITIVE_INFINITY : window.offsetOf(last, mention.endOffset);
  return window.offsetOf(index, mention.startOffset) < end && mentionEnd > start;
}

function inPageOrder(a: Mention, b: Mention): number {
  return a.first === b.first ? a.startOffset - b.startOffset : compareOnPage(a.first, b.first);
}
