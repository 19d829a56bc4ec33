/**
 * Reads the text of a document in bulk by `Range.toString()`, which takes a third of the time of
 * visiting each node. It loses the edges of nodes, so it only tells where to look closer.
 */
import { CONTEXT_LENGTH } from '../core/titles/mention-context.ts';
import type { TitleMatch } from '../core/titles/title-scanner.ts';
import type { Place, TextWalker } from './readable-text.ts';

/**
 * Elements read at once. The first stretches are shorter: the code that scans them is not optimised
 * yet.
 */
const STRETCH_ELEMENTS = 600;
const FIRST_STRETCH_ELEMENTS = 40;
/**
 * A longer stretch must contain a script or a huge node, and is read node by node in small steps.
 */
const MAX_STRETCH_LENGTH = 2 ** 18;

/** The text between two places. */
export interface Stretch {
  /** Undefined if it is too long. */
  text: string | undefined;
  /** How many characters are repeated from the end of the previous stretch. */
  repeated: number;
  from: Place;
  /** Null at the end of the page. */
  to: Place | null;
}

/**
 * Whether a document has enough elements for bulk reading to pay. Others may hold huge texts, which
 * are better read in small steps.
 */
export function suitsBulk(document: Document): boolean {
  return document.getElementsByTagName('*')[STRETCH_ELEMENTS] !== undefined;
}

/** Reads a document from beginning to end while it may change. */
export class BulkReader {
  /** Its end is where reading continues: a live range keeps its place when the page changes. */
  private readonly range: Range;
  private readonly elements: HTMLCollectionOf<Element>;
  private readonly walker: TextWalker;
  /** Indexes of the first element of the latest stretch, and of the one after it. */
  private first = 0;
  private index = 0;
  /** Elements in the next stretch. */
  private size = FIRST_STRETCH_ELEMENTS;
  private last = '';
  private isDone = false;

  constructor(document: Document, walker: TextWalker) {
    this.range = document.createRange();
    this.range.setEnd(document.body ?? document.documentElement, 0);
    this.elements = document.getElementsByTagName('*');
    this.walker = walker;
  }

  /**
   * The next stretch, preceded by the last `overlap` characters of the previous one; undefined at
   * the end of the page.
   */
  next(overlap: number): Stretch | undefined {
    const { range, walker } = this;
    const from = this.isDone ? null : walker.placeOf(range.endContainer, range.endOffset);
    if (!from) return undefined;
    const to = this.nextEnd();
    this.isDone = to === null;
    range.setStart(from.node, from.offset);
    if (to) range.setEnd(to.node, to.offset);
    else range.setEnd(walker.root, walker.root.childNodes.length);
    const repeated = this.last.slice(-overlap);
    this.last = range.toString();
    // `join` makes a flat string; `+` would make a rope, which takes twice as long to scan.
    const text = this.last.length > MAX_STRETCH_LENGTH ? undefined : [repeated, this.last].join('');
    return { text, repeated: repeated.length, from, to };
  }

  /**
   * Goes back to a place in the latest stretch, whose text was read up to the offset `read`: the
   * next one begins there.
   */
  backTo(place: Place, { text = '' }: Stretch, read: number): void {
    this.range.setEnd(place.node, place.offset);
    this.last = text.slice(0, read);
    this.index = this.first;
    this.isDone = false;
  }

  /**
   * Where a stretch ends: in a text node, since a boundary beside an element would need its index
   * among its siblings.
   */
  private nextEnd(): Place | null {
    // If elements have come or gone, the stretch is longer or shorter, or repeats what was read.
    this.first = this.index;
    this.index += this.size;
    this.size = Math.min(2 * this.size, STRETCH_ELEMENTS);
    const element = this.elements[this.index];
    const node = element ? this.walker.next(element) : null;
    return node && { node, offset: 0 };
  }
}

/** The stretches to look at closer: those of titles, joined where they are close to each other. */
export function stretchesAround(titles: TitleMatch[]): { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  for (const { start, end } of titles) {
    const last = stretches.at(-1);
    if (last && start < last.end + CONTEXT_LENGTH) last.end = Math.max(last.end, end);
    else stretches.push({ start, end });
  }
  return stretches;
}
