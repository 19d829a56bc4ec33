/** Filling items without exceeding what the browser's sync takes. */

import type { PaperId } from '../model/paper.ts';
import type { Stamp } from '../model/stamp.ts';
import { type Bucket, bucketKey, FORMAT, flags, type Items, type NoteItem, noteKey } from './items.ts';
import { ITEM_BYTES, itemBytes, jsonBytes, MAX_ITEMS, TOTAL_BYTES } from './quota.ts';
import { nodesOf, type Row, writeRow } from './row.ts';

/** What stands beside a row. */
export type Beside = keyof typeof flags;

interface Shelf {
  nodes: string[];
  rows: Map<PaperId, { line: string; beside: Map<Beside, unknown> }>;
}

/**
 * Bytes of `,` before an element; the first one has none, which leaves a byte or two of an item
 * unused.
 */
const COMMA = 1;
/** Bytes of `[` and `]` around a row that has something beside it. */
const BRACKETS = 2;

/** Items that are being filled. What is offered is taken whole or not at all. */
export class Room {
  private used: number;
  private readonly others: number;
  private readonly sizes = new Map<string, number>();
  private readonly shelves = new Map<string, Shelf>();
  private readonly notes: Items = {};

  /** `others`: bytes and number of items that belong to something else. */
  constructor(others: { bytes: number; count: number }) {
    this.used = others.bytes;
    this.others = others.count;
  }

  /** Bytes of all items, those of others too. */
  get bytes(): number {
    return this.used;
  }

  /** Takes a row, if there is room for it. */
  takeRow(row: Row): boolean {
    const key = bucketKey(row.paperId);
    const shelf = this.shelves.get(key) ?? { nodes: [], rows: new Map() };
    const nodes = [...new Set([...shelf.nodes, ...nodesOf(row)])];
    const line = writeRow(row, nodes);
    const names = nodes.slice(shelf.nodes.length).reduce((sum, name) => sum + jsonBytes(name) + COMMA, 0);
    const empty: Bucket = [FORMAT, [], []];
    if (!this.take(key, empty, jsonBytes(line) + COMMA + names)) return false;
    shelf.nodes = nodes;
    shelf.rows.set(row.paperId, { line, beside: new Map() });
    this.shelves.set(key, shelf);
    return true;
  }

  /** Puts something beside a row that was taken, if there is room for it. */
  takeBeside(paperId: PaperId, what: Beside, value: string | string[]): boolean {
    const key = bucketKey(paperId);
    const row = this.shelves.get(key)?.rows.get(paperId);
    if (!row) return false;
    const bytes = itemBytes(flags[what], value) + COMMA + (row.beside.size === 0 ? BRACKETS : 0);
    if (!this.take(key, [], bytes)) return false;
    row.beside.set(what, value);
    return true;
  }

  /** Takes a note into an item of its own, if there is room for it. */
  takeNote(paperId: PaperId, stamp: Stamp, note: string): boolean {
    const item: NoteItem = [FORMAT, stamp, note];
    if (!this.take(noteKey(paperId), item, 0)) return false;
    this.notes[noteKey(paperId)] = item;
    return true;
  }

  /** Whether a note could have an item of its own if nothing else were there. */
  static hasItemFor(paperId: PaperId, stamp: Stamp, note: string): boolean {
    return itemBytes(noteKey(paperId), [FORMAT, stamp, note]) <= ITEM_BYTES;
  }

  /** The items as they are now. The same rows, taken in the same order, come to the same items. */
  items(): Items {
    const items: Items = { ...this.notes };
    for (const [key, { nodes, rows }] of this.shelves) {
      const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
      const lines = sorted.map(([, { line, beside }]): Bucket[2][number] => {
        const kinds = (Object.keys(flags) as Beside[]).filter((kind) => beside.has(kind));
        if (kinds.length === 0) return line;
        return [line + kinds.map((kind) => flags[kind]).join(''), ...kinds.map((kind) => beside.get(kind))];
      });
      const bucket: Bucket = [FORMAT, nodes, lines];
      items[key] = bucket;
    }
    return items;
  }

  /**
   * Counts `bytes` more in an item, which begins as `beginning`; false, and nothing is counted, if
   * that is too much.
   */
  private take(key: string, beginning: unknown[], bytes: number): boolean {
    const before = this.sizes.get(key);
    if (before === undefined && this.sizes.size + this.others >= MAX_ITEMS) return false;
    const more = bytes + (before === undefined ? itemBytes(key, beginning) : 0);
    const size = (before ?? 0) + more;
    if (size > ITEM_BYTES || this.used + more > TOTAL_BYTES) return false;
    this.sizes.set(key, size);
    this.used += more;
    return true;
  }
}
