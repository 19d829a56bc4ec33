/** Looks for mentions in the parts of a page that have not been read since they changed. */
import { REACH } from '../core/titles/mention-context.ts';
import { scanTitles, type TitleMatch } from '../core/titles/title-scanner.ts';
import type { TitleTable } from '../core/titles/title-table.ts';
import { BulkReader, suitsBulk } from './bulk-reader.ts';
import { lastChildOf } from './dom.ts';
import { attempt } from './faults.ts';
import type { ToolSource } from './marking-tools.ts';
import { mentionsAmong } from './mention.ts';
import type { PageMarks } from './page-marks.ts';
import { type Place, TextWalker } from './readable-text.ts';
import { Regions } from './regions.ts';
import { inSlices, untilStepEnds } from './slices.ts';
import { placeAt, readPiece } from './text-reader.ts';

/**
 * A title's text on a page is at most so many times longer than its letters: spaces, markup, the
 * indentation of wrapped code.
 */
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
  private readonly source: ToolSource;
  private readonly signal: AbortSignal;
  /** How far a title reaches on a page, in characters. */
  private readonly reach: number;
  private bulk: BulkReader | undefined;
  private reading: Reading | undefined;
  /** Whether it is not known yet how the page is to be read. */
  private isFresh = false;
  private isRunning = false;
  /** Whether a title was found and there are nothing yet to judge it by. */
  private isStuck = false;

  constructor(
    root: Document | ShadowRoot,
    table: TitleTable,
    marks: PageMarks,
    source: ToolSource,
    signal: AbortSignal,
  ) {
    this.root = root;
    this.walker = new TextWalker(root);
    this.table = table;
    this.marks = marks;
    this.source = source;
    this.signal = signal;
    this.reach = table.longest * SPREAD;
  }

  /**
   * Scans the nodes from `first` to `last`, siblings in document order, and as much around them as
   * a title could reach.
   */
  scan(first: Node, last = first): void {
    this.waiting.add(first, last);
    void this.run();
  }

  /** Has to be called with elements that come new. */
  notice(node: Node): void {
    this.walker.notice(node);
  }

  /** Scans everything for the first time. */
  start(): void {
    this.isFresh = true;
    void this.run();
  }

  /** Does at once what is left to do, without giving way to the page. */
  finish(): void {
    while (this.step()) {}
    this.settle();
  }

  /** Scans everything again. */
  scanAll(): void {
    // What else a document holds is its type and comments, in which no range begins.
    const only = this.root === document ? document.documentElement : undefined;
    const first = only ?? this.root.firstChild;
    if (first) this.scan(first, only ?? (this.root.lastChild as Node));
  }

  private async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    const step = (): boolean => this.step();
    const settle = (): void => this.settle();
    try {
      // What changes together is gathered before it is read.
      for (await undefined; this.canGoOn && !this.signal.aborted; ) {
        await inSlices(step, settle, this.signal);
        if (this.isStuck) await this.loadTools();
      }
    } finally {
      this.isRunning = this.isStuck = false;
    }
  }

  /**
   * Without rules nothing can be marked. If they don't come, they are asked for again with the next
   * change of the page.
   */
  private async loadTools(): Promise<void> {
    try {
      await this.source.load();
      this.isStuck = false;
    } catch {
      // It may be that the extension was updated, and this script is of the old version.
    }
  }

  private get canGoOn(): boolean {
    return (
      !this.isStuck && (this.isFresh || this.bulk !== undefined || this.reading !== undefined || !this.waiting.isEmpty)
    );
  }

  /** Reads a piece of what waits, or drops it if it can't be read; returns whether it can go on. */
  private step(): boolean {
    if (attempt(() => this.work() ?? true) === undefined) this.drop();
    return this.canGoOn;
  }

  /** Goes on behind what can't be read. */
  private drop(): void {
    if (this.isFresh || this.bulk) {
      this.isFresh = false;
      this.bulk = undefined;
      this.scanAll();
    } else if (this.reading) {
      const { from, to } = this.reading;
      const next = from && from.node !== to?.node ? attempt(() => this.walker.next(from.node)) : undefined;
      this.reading.from = next ? { node: next, offset: 0 } : null;
      if (!next) this.reading = undefined;
    }
  }

  private work(): void {
    if (this.isFresh) {
      this.isFresh = this.walker.lookOn();
      if (!this.isFresh) this.begin();
    } else if (this.bulk) this.skim(this.bulk);
    else {
      this.reading ??= this.takeRegion();
      const reading = this.reading;
      if (reading) {
        // What stands near has the region among its surroundings; further out, not all surroundings
        // are in the window.
        reading.from = this.read(reading.from, reading.to, this.reach + 2 * REACH, REACH);
      }
      if (!reading?.from) this.reading = undefined;
    }
  }

  /** Reads a stretch in bulk, and then closely where a title stands, to see what is around it. */
  private skim(bulk: BulkReader): void {
    const stretch = bulk.next(this.reach);
    if (!stretch) {
      this.bulk = undefined;
      return;
    }
    if (stretch.text === undefined) {
      this.waiting.add(stretch.from.node, stretch.to?.node ?? (lastChildOf(this.root) as Node));
      return;
    }
    const { text, repeated } = stretch;
    const { matches, reached } = scanTitles(text, this.table, true, untilStepEnds(repeated, text.length));
    this.isStuck = matches.length > 0 && !this.source.tools;
    if (this.isStuck) {
      bulk.backTo(stretch.from, stretch, repeated);
      return;
    }
    let place = stretch.from;
    let offset = repeated;
    for (const { start, end } of together(matches)) {
      // A title may begin in the stretch before.
      const margin = start < offset ? this.reach + REACH : REACH;
      const first = Math.max(start, offset);
      const from = placeAt(this.walker, place, first - offset);
      offset = Math.max(first, end);
      place = placeAt(this.walker, from, offset - first);
      for (let at: Place | null = from; at; ) at = this.read(at, place, margin, 0);
    }
    if (reached === text.length) return;
    const next = Math.max(offset, reached);
    bulk.backTo(placeAt(this.walker, place, next - offset), stretch, next);
  }

  /**
   * Reads closely what stands between two places, as much as is read in a step, and `margin`
   * characters around it; returns where it goes on, if it does. Titles are looked for that reach
   * into what is `near`, in characters.
   */
  private read(from: Place | null, to: Place | null, margin: number, near: number): Place | null {
    const { window, resume, ...piece } = readPiece(this.walker, from, to, margin);
    const goesOn = untilStepEnds(piece.start, piece.end);
    const { matches: all, reached } = scanTitles(window.text, this.table, false, goesOn);
    const isWhole = reached === window.text.length;
    const [start, end] = [piece.start - near, isWhole ? piece.end + near : reached];
    const matches = all.filter((match) => match.start < end && match.end > start);
    const judge = this.source.tools?.judge;
    this.isStuck = matches.length > 0 && !judge;
    if (this.isStuck) return from;
    const found = judge ? mentionsAmong(matches, window, judge) : [];
    // In bulk the page is read from its beginning on, and before all else.
    this.marks.replace(window, start, end, found, this.bulk !== undefined);
    return isWhole ? resume : window.placeAt(reached);
  }

  /** Begins to read a page in the way that suits it. */
  private begin(): void {
    const { root, walker } = this;
    if (root === document && !walker.isCareful && suitsBulk(root as Document)) {
      this.bulk = new BulkReader(root as Document, walker);
    } else this.scanAll();
  }

  private takeRegion(): Reading | undefined {
    const region = this.waiting.shift();
    if (!region) return undefined;
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
  }
}

/** Stretches that hold titles: one for those that stand close to each other. */
function together(titles: TitleMatch[]): { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  for (const { start, end } of titles) {
    const last = stretches.at(-1);
    if (last && start < last.end + REACH) last.end = Math.max(last.end, end);
    else stretches.push({ start, end });
  }
  return stretches;
}
