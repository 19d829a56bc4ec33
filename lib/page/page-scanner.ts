/** Looks for mentions in the parts of a page that have not been read since they changed. */
import type { TitleTable } from '../core/title-index.ts';
import { findMentions } from './mention.ts';
import type { PageMarks } from './page-marks.ts';
import { TextWalker } from './readable-text.ts';
import { Regions } from './regions.ts';
import { inSlices } from './slices.ts';
import { REACH } from './surroundings.ts';
import { type Place, readPiece } from './text-reader.ts';

/** A title's text on a page is at most so many times longer than its letters: spaces, markup, the indentation of wrapped code. */
const SPREAD = 4;

/** A region that is being read: its places hold as long as the page does not change. */
interface Reading {
  region: Range;
  from: Place | null;
  to: Place | null;
}

/** Scans a document, or a shadow tree, in slices. */
export class PageScanner {
  private readonly waiting = new Regions();
  private readonly root: Document | ShadowRoot;
  private readonly walker: TextWalker;
  private readonly table: TitleTable;
  private readonly marks: PageMarks;
  private readonly signal: AbortSignal;
  private reading: Reading | undefined;
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
      () => this.settle(),
      this.signal,
    );
    this.isRunning = false;
  }

  /** Reads a piece of the first region; returns whether there is more to do. */
  private step(): boolean {
    this.reading ??= this.begin();
    if (!this.reading) return false;
    const { from, to } = this.reading;
    const piece = readPiece(this.walker, from, to, this.table.longest * SPREAD + 2 * REACH);
    // What stands near has the piece among its surroundings; further out, not all surroundings are in the window.
    const [start, end] = [piece.start - REACH, piece.end + REACH];
    this.marks.replace(piece.window, start, end, findMentions(piece.window, start, end, this.table));
    this.reading.from = piece.resume;
    if (!piece.resume) this.reading = undefined;
    return this.reading !== undefined || !this.waiting.isEmpty;
  }

  private begin(): Reading | undefined {
    const region = this.waiting.shift();
    if (!region) return undefined;
    this.walker.begin();
    const from = this.walker.placeOf(region.startContainer, region.startOffset);
    return { region, from, to: this.walker.placeOf(region.endContainer, region.endOffset) };
  }

  /** Before the page has its turn, and may change, what is left to read becomes a region again. */
  private settle(): void {
    const { region, from } = this.reading ?? {};
    if (region && from) {
      region.setStart(from.node, from.offset);
      this.waiting.unshift(region);
    }
    this.reading = undefined;
    this.marks.refresh();
  }
}
