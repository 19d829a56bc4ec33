/** The stream of letters that folding makes, in arrays that are used again. */

/** Folded text with the way back to its source. The arrays are longer than {@link length}; they are used again by the next fold. */
export class FoldedText {
  /** Folded letters and digits as UTF-16 units. */
  letters = new Uint16Array(1024);
  /** For each letter, the offset in the source of the character it came from. */
  offsets = new Uint32Array(1024);
  /** Indices of the letters with which words begin, ascending. */
  words = new Uint32Array(1024);
  /** How many letters there are. */
  length = 0;
  /** How many words there are. */
  wordCount = 0;
  /** Whether the next letter begins a word. */
  atEdge = true;

  /** Starts afresh, with room for `size` letters, keeping the arrays if they are large enough. */
  clear(size: number): void {
    this.length = 0;
    this.wordCount = 0;
    this.atEdge = true;
    this.reserve(size);
  }

  /** Appends one letter that came from the source at `offset`. */
  push(letter: number, offset: number): void {
    const i = this.length++;
    this.reserve(this.length);
    this.letters[i] = letter;
    this.offsets[i] = offset;
    if (this.atEdge) this.words[this.wordCount++] = i;
    this.atEdge = false;
  }

  /** Takes the last `count` letters back. */
  drop(count: number): void {
    this.length -= count;
    while (this.wordCount > 0 && (this.words[this.wordCount - 1] as number) >= this.length) this.wordCount--;
  }

  /** Whether a word may end before letter `i`: another begins there, or none. */
  isEdge(i: number): boolean {
    if (i >= this.length) return true;
    let low = 0;
    let high = this.wordCount;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.words[middle] as number) < i) low = middle + 1;
      else high = middle;
    }
    return low < this.wordCount && this.words[low] === i;
  }

  /** Index of the letter that came from the source at `offset` and begins a word, or -1 if there is none. */
  wordAt(offset: number): number {
    for (let i = 0; i < this.wordCount; i++) {
      const first = this.words[i] as number;
      if (this.offsets[first] === offset) return first;
    }
    return -1;
  }

  /** The letters as a string. */
  toString(): string {
    let text = '';
    for (let i = 0; i < this.length; i++) text += String.fromCharCode(this.letters[i] as number);
    return text;
  }

  /** Makes room for `size` letters in all. */
  reserve(size: number): void {
    if (size <= this.letters.length) return;
    const room = Math.max(size, this.letters.length * 2);
    this.letters = enlarged(this.letters, new Uint16Array(room));
    this.offsets = enlarged(this.offsets, new Uint32Array(room));
    this.words = enlarged(this.words, new Uint32Array(room));
  }
}

function enlarged<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
