/** Looks for mentions in the parts of a page that have not been read since they changed. */
import type { TitleTable } from '../core/title-index.ts';
import { findMentions } from './mention.ts';
import type { PageMarks } from './page-marks.ts';
import { TextWalker } from './readable-text.ts';
import { Regions } from './regions.ts';
import { inSlices } from './slices.ts';
import { TextWindow } from './text-window.ts';

/** Characters that are read in one step. */
const STEP = 65_536;
/** A title's text on a page is at most so many times longer than its letters: spaces, markup, the indentation of wrapped code. */
const SPREAD = 4;

/** Scans a document, or a shadow tree, in slices. */
export class PageScanner {
  private readonly waiting = new Regions();
  private readonly root: Document | ShadowRoot;
  private readonly walker: TextWalker;
  private readonly table: TitleTable;
  private readonly marks: PageMarks;
  private readonly signal: AbortSignal;
  private isRunning = false;

  constructor(root: Document | ShadowRoot, table: TitleTable, marks: PageMarks, signal: AbortSignal) {
    this.root = root;
    this.walker = new TextWalker(root);
    this.table = table;
    this.marks = marks;
    this.signal = signal;
  }

  /** Scans the nodes from `first` to `last`, siblings in document order, and as much around them as a title could reach. */
  scan(first: Node, last = first): void {
    if (this.table.size === 0) return;
    this.waiting.add(first, last);
    void this.run();
  }

  /** Scans everything. */
  scanAll(): void {
    // What else a document holds is its type and comments, in which no range begins.
    const isDocument = this.root.nodeType === Node.DOCUMENT_NODE;
    const first = isDocument ? this.root.firstElementChild : this.root.firstChild;
    const last = isDocument ? this.root.lastElementChild : this.root.lastChild;
    if (first && last) this.scan(first, last);
  }

  /** Scans `node` at once, without giving way to the page. */
  scanNow(node: Node): void {
    this.waiting.add(node, node);
    while (this.step()) {}
    this.marks.refresh();
  }

  private async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    await inSlices(
      () => this.step(),
      () => this.marks.refresh(),
      this.signal,
    );
    this.isRunning = false;
  }

  /** Reads a window from the first region on; returns whether there is more to do. */
  private step(): boolean {
    const region = this.waiting.shift();
    if (!region) return false;
    const window = new TextWindow();
    const resume = this.read(region, window);
    this.marks.replace(window, findMentions(window, this.table));
    if (resume) {
      region.setStart(resume, 0);
      this.waiting.unshift(region);
    }
    return !this.waiting.isEmpty;
  }

  /**
   * Fills `window` with the beginning of `region` and a margin on both sides, so that a title is found that only reaches into it.
   * Returns the node at which reading goes on if the region is longer than a step.
   */
  private read(region: Range, window: TextWindow): Text | null {
    const margin = this.table.longest * SPREAD;
    this.walker.begin();
    const { first, stop } = this.walker.textsOf(region);
    for (const node of this.textBefore(first, margin)) window.add(node);
    const full = window.size + STEP;
    let node = first;
    for (; node && node !== stop && window.size < full; node = this.walker.next(node)) window.add(node);
    const resume = node === stop ? null : node;
    const end = window.size + margin;
    for (; node && window.size < end; node = this.walker.next(node)) window.add(node);
    return resume;
  }

  /** Text nodes before `node`, as many as reach `margin` characters, in document order. */
  private textBefore(node: Text | null, margin: number): Text[] {
    const nodes: Text[] = [];
    let room = margin;
    let before = node && this.walker.previous(node);
    while (before && room > 0) {
      nodes.push(before);
      room -= before.data.length;
      before = this.walker.previous(before);
    }
    return nodes.reverse();
  }
}
