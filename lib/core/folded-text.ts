/** The stream of letters that folding makes, in arrays that are used again. */

/** Folded text with the way back to its source. The arrays may be longer than {@link length}: they are used again by the next fold. */
export class FoldedText {
  /** Folded letters and digits as UTF-16 units. */
  readonly letters: number[] = [];
  /** For each letter, the offset in the source of the character it came from. */
  readonly offsets: number[] = [];
  /** For each letter, whether a word begins with it. */
  private readonly begins: boolean[] = [];
  /** How many letters there are. */
  length = 0;
  /** Whether the next letter begins a word. */
  atEdge = true;

  /** Starts afresh. */
  clear(): void {
    this.length = 0;
    this.atEdge = true;
  }

  /** Appends one letter that came from the source at `offset`. */
  push(letter: number, offset: number): void {
    const i = this.length++;
    this.letters[i] = letter;
    this.offsets[i] = offset;
    this.begins[i] = this.atEdge;
    this.atEdge = false;
  }

  /** Takes the last `count` letters back. */
  drop(count: number): void {
    this.length -= count;
  }

  /** Whether a word begins with letter `i`, or there is none. */
  isEdge(i: number): boolean {
    return i >= this.length || (this.begins[i] as boolean);
  }

  /** Index of the first letter that came from the source at `offset`, or -1 if there is none. */
  letterAt(offset: number): number {
    const i = this.offsets.indexOf(offset);
    return i < this.length ? i : -1;
  }
}
