/**
 * Reads the text of a document in bulk, as the browser strings it together, which takes a third of
 * the time of looking at each node. What is between the nodes is lost: the text tells where it is
 * worth looking closer, and not what stands there.
 */
import type { Place, TextWalker } from './readable-text.ts';

/**
 * Elements that are read at once. The first stretches are shorter: the browser has not optimised
 * yet what looks through them.
 */
const STRETCH_ELEMENTS = 600;
const FIRST_STRETCH_ELEMENTS = 40;
/**
 * Characters in a stretch beyond which there must be a script among the text, or a huge node: it
 * has to be read closely, in small steps.
 */
const MAX_STRETCH_LENGTH = 2 ** 18;

/** Text that stands between two places. */
export interface Stretch {
  /** Undefined if it is too long. */
  text: string | undefined;
  /** How much of the text is repeated from the end of the stretch before. */
  repeated: number;
  from: Place;
  /** Null at the end of the page. */
  to: Place | null;
}

/**
 * Whether a document has elements enough for reading in bulk to pay. Small ones may hold huge
 * texts, which are better read in small steps.
 */
export function suitsBulk(document: Document): boolean {
  return document.getElementsByTagName('*')[STRETCH_ELEMENTS] !== undefined;
}

/** Reads a document from its beginning to its end, while it may change. */
export class BulkReader {
  /** Ends where reading goes on; a live range stays in place when the page changes around it. */
  private readonly range: Range;
  private readonly elements: HTMLCollectionOf<Element>;
  private readonly walker: TextWalker;
  /** Which element the stretch begins at that came last, and which one comes after it. */
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
   * The next stretch, with the last `overlap` characters of the one before, or undefined at the end
   * of the page.
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
    // Joined, the text is one piece in memory; added, it would be two behind one name, which takes
    // twice as long to read.
    const text = this.last.length > MAX_STRETCH_LENGTH ? undefined : [repeated, this.last].join('');
    return { text, repeated: repeated.length, from, to };
  }

  /**
   * Goes back to a place in the stretch that came last: the next one begins there. Its text was
   * read up to the offset `read`.
   */
  backTo(place: Place, { text = '' }: Stretch, read: number): void {
    this.range.setEnd(place.node, place.offset);
    this.last = text.slice(0, read);
    this.index = this.first;
    this.isDone = false;
  }

  /**
   * Where a stretch ends: at some text, since the place of an element would have to be counted
   * among its siblings.
   */
  private nextEnd(): Place | null {
    // When elements have come or gone, a stretch is longer or shorter, or goes back and repeats
    // what was read.
    this.first = this.index;
    this.index += this.size;
    this.size = Math.min(2 * this.size, STRETCH_ELEMENTS);
    const element = this.elements[this.index];
    const node = element ? this.walker.next(element) : null;
    return node && { node, offset: 0 };
  }
}
