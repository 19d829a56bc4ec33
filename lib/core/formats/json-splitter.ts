/**
 * Splits the items of a JSON array, or the values of a JSON object, as text comes in chunks. Each
 * is parsed on its own, so that a bad one costs one, and a file of any size needs the memory of its
 * largest item. Grammar: RFC 8259.
 */

/** Levels of nesting that an item may have. */
const MAX_DEPTH = 32;

/** An item of a list in JSON. */
export interface JsonItem {
  text: string;
  line: number;
  isTooDeep: boolean;
}

/**
 * Cuts JSON into its items: at depth 1 where the file is one list, deeper where lists are nested.
 */
export class JsonSplitter {
  private readonly base: number;
  private readonly found: (item: JsonItem) => void;
  private buffer = '';
  /** How far {@link buffer} was scanned. */
  private at = 0;
  private itemAt = -1;
  private depth = 0;
  private deepest = 0;
  private inString = false;
  private line = 1;
  private lineOfItem = 1;

  /** Calls `found` with every object and list at depth `base`, in order. */
  constructor(base: number, found: (item: JsonItem) => void) {
    this.base = base;
    this.found = found;
  }

  push(text: string): void {
    this.buffer += text;
    for (; this.at < this.buffer.length; this.at++) {
      const unit = this.buffer.charCodeAt(this.at);
      if (unit === 0x0a) this.line++;
      if (this.inString) {
        // An escape may continue beyond the chunk.
        if (unit === 0x5c) this.at++;
        else if (unit === 0x22) this.inString = false;
      } else if (unit === 0x22) this.inString = true;
      else if (unit === 0x7b || unit === 0x5b) this.open();
      else if (unit === 0x7d || unit === 0x5d) this.close();
    }
    const done = Math.min(this.itemAt >= 0 ? this.itemAt : this.buffer.length, this.buffer.length);
    this.buffer = this.buffer.slice(done);
    this.at -= done;
    if (this.itemAt >= 0) this.itemAt -= done;
  }

  /** The item that began and did not end; undefined if there is none. */
  end(): JsonItem | undefined {
    return this.itemAt < 0
      ? undefined
      : { text: this.buffer.slice(this.itemAt), line: this.lineOfItem, isTooDeep: false };
  }

  private open(): void {
    if (this.depth === this.base && this.itemAt < 0) {
      this.itemAt = this.at;
      this.deepest = 0;
      this.lineOfItem = this.line;
    }
    this.depth++;
    this.deepest = Math.max(this.deepest, this.depth - this.base);
  }

  private close(): void {
    this.depth = Math.max(0, this.depth - 1);
    if (this.depth !== this.base || this.itemAt < 0) return;
    const text = this.buffer.slice(this.itemAt, this.at + 1);
    this.found({ text, line: this.lineOfItem, isTooDeep: this.deepest > MAX_DEPTH });
    this.itemAt = -1;
  }
}
