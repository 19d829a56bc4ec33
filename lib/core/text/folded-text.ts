/** The stream of letters that folding produces, in arrays that are reused. */

/** Letters for which there is room at first. */
const INITIAL_CAPACITY = 1024;

/**
 * Folded text with the way back to its source. The arrays are longer than {@link length}, because
 * the next fold reuses them.
 */
export class FoldedText {
  /** Folded letters and digits as UTF-16 units. */
  letters = new Uint16Array(INITIAL_CAPACITY);
  /** For each letter, the offset in the source of the character it came from. */
  offsets = new Int32Array(INITIAL_CAPACITY);
  /** For each letter, 1 if a word begins with it. */
  private begins = new Uint8Array(INITIAL_CAPACITY);
  /** How many letters there are. */
  length = 0;
  /** Whether the next letter begins a word. */
  atEdge = true;
  /**
   * Whether the last letter was lower-case or a digit in the source: a capital after it begins a
   * word.
   */
  isAfterLower = false;

  /** Removes all letters. */
  clear(): void {
    this.length = 0;
    this.atEdge = true;
    this.isAfterLower = false;
  }

  /** Appends one letter that came from the source at `offset`. */
  push(letter: number, offset: number): void {
    const i = this.length++;
    if (i === this.letters.length) this.grow();
    this.letters[i] = letter;
    this.offsets[i] = offset;
    this.begins[i] = this.atEdge ? 1 : 0;
    this.atEdge = false;
  }

  /** Removes the last `count` letters. */
  drop(count: number): void {
    this.length = Math.max(0, this.length - count);
  }

  /** Whether a word begins with letter `i`, or there is no such letter. */
  isEdge(i: number): boolean {
    return i >= this.length || this.begins[i] === 1;
  }

  /** Index of the first letter that came from the source at `offset`, or -1 if there is none. */
  letterAt(offset: number): number {
    const i = this.offsets.indexOf(offset);
    return i < this.length ? i : -1;
  }

  private grow(): void {
    const capacity = 2 * this.letters.length;
    const { letters, offsets, begins } = this;
    this.letters = new Uint16Array(capacity);
    this.offsets = new Int32Array(capacity);
    this.begins = new Uint8Array(capacity);
    this.letters.set(letters);
    this.offsets.set(offsets);
    this.begins.set(begins);
  }
}
