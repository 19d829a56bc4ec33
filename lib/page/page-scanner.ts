/** Looks for mentions in parts of a page that are new or have changed. */
import { CONTEXT_LENGTH } from '../core/titles/mention-context.ts';
import { scanTitles } from '../core/titles/title-scanner.ts';
import type { TitleTable } from '../core/titles/title-table.ts';
import { BulkReader, stretchesAround, suitsBulk } from './bulk-reader.ts';
import { lastChildOf } from './dom.ts';
import { attempt } from './faults.ts';
import { acrossHiddenWords, HiddenWordSearch } from './hidden-words.ts';
import type { ToolSource } from './marking-tools.ts';
import { mentionsAmong } from './mention.ts';
import type { PageMarks } from './page-marks.ts';
import { type Place, TextWalker } from './readable-text.ts';
import { Regions } from './regions.ts';
import { inSlices, untilStepEnds } from './slices.ts';
import { placeAt, readPiece } from './text-reader.ts';

/**
 * How many characters a title may take on a page for each of its letters: spaces, markup and the
 * indentation of wrapped code come between them.
 */
const MAX_LENGTH_PER_LETTER = 4;

/** A region that is being read. Its places are valid until the page changes. */
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
  /** The most characters that a title can take on a page. */
  private readonly maxTitleLength: number;
  private bulk: BulkReader | undefined;
  /** Follows bulk reading, which takes hidden words for others. */
  private search: HiddenWordSearch | undefined;
  private reading: Reading | undefined;
  /** Whether the way to read the page has yet to be chosen. */
  private isFresh = false;
  private isRunning = false;
  /** Whether a title was found before the rules to judge it were loaded. */
  private awaitsTools = false;

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
    this.maxTitleLength = table.longest * MAX_LENGTH_PER_LETTER;
  }

  /**
   * Scans the nodes from `first` to `last`, siblings in document order, and as much around them as
   * a title could take.
   */
  scan(first: Node, last = first): void {
    this.waiting.add(first, last);
    void this.run();
  }

  /** Must be called with elements that are added. */
  notice(node: Node): void {
    this.walker.notice(node);
  }

  /** Scans everything for the first time. */
  start(): void {
    this.isFresh = true;
    void this.run();
  }

  /** Does all remaining work at once, without yielding to the page. */
  finish(): void {
    while (this.step()) {}
    this.suspend();
  }

  /** Scans everything again. */
  scanAll(): void {
    // A document's other children are its type and comments, where no range can begin.
    const only = this.root === document ? document.documentElement : undefined;
    const first = only ?? this.root.firstChild;
    if (first) this.scan(first, only ?? (this.root.lastChild as Node));
  }

  private async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    const step = (): boolean => this.step();
    const suspend = (): void => this.suspend();
    try {
      // Waits for the end of the task, so that what changes together is read together.
      for (await undefined; this.hasWork && !this.signal.aborted; ) {
        await inSlices(step, suspend, this.signal);
        if (this.awaitsTools) await this.loadTools();
      }
    } finally {
      this.isRunning = this.awaitsTools = false;
    }
  }

  /**
   * Loads the rules, without which nothing can be marked. After a failure the next change of the
   * page tries again.
   */
  private async loadTools(): Promise<void> {
    try {
      await this.source.load();
      this.awaitsTools = false;
    } catch {
      // The extension may have been updated, which leaves this script without it.
    }
  }

  private get hasWork(): boolean {
    return (
      !this.awaitsTools &&
      (this.isFresh || !this.waiting.isEmpty || (this.bulk ?? this.reading ?? this.search) !== undefined)
    );
  }

  /** Reads the next piece, or drops it if it can't be read; returns whether there is more to do. */
  private step(): boolean {
    if (attempt(() => this.work() ?? true) === undefined) this.drop();
    return this.hasWork;
  }

  /** Skips what can't be read. */
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
    } else this.search = undefined;
  }

  private work(): void {
    if (this.isFresh) {
      this.isFresh = this.walker.detectNext();
      if (!this.isFresh) this.chooseReader();
    } else if (this.bulk) this.skim(this.bulk);
    else if (this.search && this.waiting.isEmpty && !this.reading) {
      if (!this.search.step(this.waiting)) this.search = undefined;
    } else {
      this.reading ??= this.takeRegion();
      const reading = this.reading;
      if (reading) {
        // A title within CONTEXT_LENGTH of the region is judged again, since its surroundings
        // include the region. The margin holds that title's own surroundings too.
        reading.from = this.read(reading.from, reading.to, this.maxTitleLength + 2 * CONTEXT_LENGTH, CONTEXT_LENGTH);
      }
      if (!reading?.from) this.reading = undefined;
    }
  }

  /**
   * Reads a stretch in bulk, then rereads the places of its titles node by node, to see what is
   * around them.
   */
  private skim(bulk: BulkReader): void {
    const stretch = bulk.next(this.maxTitleLength);
    if (!stretch) {
      this.bulk = undefined;
      this.search = new HiddenWordSearch(document);
      return;
    }
    if (stretch.text === undefined) {
      this.waiting.add(stretch.from.node, stretch.to?.node ?? (lastChildOf(this.root) as Node));
      return;
    }
    const { text, repeated } = stretch;
    const { matches, reached } = scanTitles(text, this.table, true, untilStepEnds(repeated, text.length));
    this.awaitsTools = matches.length > 0 && !this.source.tools;
    if (this.awaitsTools) {
      bulk.backTo(stretch.from, stretch, repeated);
      return;
    }
    let place = stretch.from;
    let offset = repeated;
    for (const { start, end } of stretchesAround(matches)) {
      // A title may begin in the previous stretch.
      const margin = start < offset ? this.maxTitleLength + CONTEXT_LENGTH : CONTEXT_LENGTH;
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
   * Reads the text between two places node by node, at most a step of it, with `margin` characters
   * around it. Looks for titles up to `near` characters away; returns where to continue, or null.
   */
  private read(from: Place | null, to: Place | null, margin: number, near: number): Place | null {
    const { window, resume, ...piece } = readPiece(this.walker, from, to, margin);
    const goesOn = untilStepEnds(piece.start, piece.end);
    const { matches: all, reached } = scanTitles(window.text, this.table, false, goesOn);
    const isWhole = reached === window.text.length;
    const [start, end] = [piece.start - near, isWhole ? piece.end + near : reached];
    const matches = all.filter((match) => match.start < end && match.end > start);
    // Bulk reading goes through the page in order; hidden words are looked for after it.
    const isBulk = this.bulk !== undefined;
    const { shown, across } = isBulk
      ? { shown: window, across: [] }
      : acrossHiddenWords(window, start, end, this.table);
    const judge = this.source.tools?.judge;
    this.awaitsTools = matches.length + across.length > 0 && !judge;
    if (this.awaitsTools) return from;
    const found = judge ? [...mentionsAmong(matches, window, judge), ...mentionsAmong(across, shown, judge)] : [];
    this.marks.replace(window, start, end, found, isBulk);
    return isWhole ? resume : window.placeAt(reached);
  }

  /** Chooses how to read the page, and begins. */
  private chooseReader(): void {
    const { root, walker } = this;
    if (root === document && !walker.visitsElements && suitsBulk(root as Document)) {
      this.bulk = new BulkReader(root as Document, walker);
    } else this.scanAll();
  }

  private takeRegion(): Reading | undefined {
    const region = this.waiting.shift();
    if (!region) return undefined;
    const from = this.walker.placeOf(region.startContainer, region.startOffset);
    return { region, from, to: this.walker.placeOf(region.endContainer, region.endOffset) };
  }

  /** Turns the unread rest into a region again, before the page gets its turn and may change. */
  private suspend(): void {
    const { region, from } = this.reading ?? {};
    if (region && from) {
      region.setStart(from.node, from.offset);
      this.waiting.unshift(region);
    }
    this.reading = undefined;
  }
}
