/** Fills items up to the limits of the browser's sync. */

import type { PaperId } from '../model/paper.ts';
import type { Stamp } from '../model/stamp.ts';
import { type Bucket, bucketKey, FORMAT, flags, type Items, type NoteItem, noteKey } from './items.ts';
import { itemBytes, jsonBytes, MAX_ITEM_BYTES, MAX_ITEMS, MAX_TOTAL_BYTES } from './quota.ts';
import { nodesOf, type Row, writeRow } from './row.ts';

/** A kind of extra that a row may have. */
export type Extra = keyof typeof flags;

interface OpenBucket {
  nodes: string[];
  rows: Map<PaperId, { line: string; beside: Map<Extra, unknown> }>;
}

/**
 * Bytes of `,` before an element. The first has none, so that a byte or two of an item stay unused.
 */
const COMMA_BYTES = 1;
/** Bytes of `[` and `]` around a row with extras. */
const BRACKETS_BYTES = 2;

/** Items that are being filled. What is offered is taken completely or not at all. */
export class QuotaPacker {
  private used: number;
  private readonly others: number;
  private readonly sizes = new Map<string, number>();
  private readonly openBuckets = new Map<string, OpenBucket>();
  private readonly notes: Items = {};

  /** `others`: bytes and number of items that belong to something else. */
  constructor(others: { bytes: number; count: number }) {
    this.used = others.bytes;
    this.others = others.count;
  }

  /** Bytes of all items, including those of others. */
  get bytes(): number {
    return this.used;
  }

  /** Takes a row, if there is room for it. */
  takeRow(row: Row): boolean {
    const key = bucketKey(row.paperId);
    const open = this.openBuckets.get(key) ?? { nodes: [], rows: new Map() };
    const nodes = [...new Set([...open.nodes, ...nodesOf(row)])];
    const line = writeRow(row, nodes);
    const names = nodes.slice(open.nodes.length).reduce((sum, name) => sum + jsonBytes(name) + COMMA_BYTES, 0);
    const empty: Bucket = [FORMAT, [], []];
    if (!this.take(key, empty, jsonBytes(line) + COMMA_BYTES + names)) return false;
    open.nodes = nodes;
    open.rows.set(row.paperId, { line, beside: new Map() });
    this.openBuckets.set(key, open);
    return true;
  }

  /** Adds an extra to a row that was taken, if there is room for it. */
  takeExtra(paperId: PaperId, what: Extra, value: string | string[]): boolean {
    const key = bucketKey(paperId);
    const row = this.openBuckets.get(key)?.rows.get(paperId);
    if (!row) return false;
    const bytes = itemBytes(flags[what], value) + COMMA_BYTES + (row.beside.size === 0 ? BRACKETS_BYTES : 0);
    if (!this.take(key, [], bytes)) return false;
    row.beside.set(what, value);
    return true;
  }

  /** Takes a note as an item of its own, if there is room for it. */
  takeNote(paperId: PaperId, stamp: Stamp, note: string): boolean {
    const item: NoteItem = [FORMAT, stamp, note];
    if (!this.take(noteKey(paperId), item, 0)) return false;
    this.notes[noteKey(paperId)] = item;
    return true;
  }

  /** Whether a note would fit into an item of its own if there were nothing else. */
  static fitsItsOwnItem(paperId: PaperId, stamp: Stamp, note: string): boolean {
    return itemBytes(noteKey(paperId), [FORMAT, stamp, note]) <= MAX_ITEM_BYTES;
  }

  /** The items as they are now. The same rows, taken in the same order, give the same items. */
  items(): Items {
    const items: Items = { ...this.notes };
    for (const [key, { nodes, rows }] of this.openBuckets) {
      const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
      const lines = sorted.map(([, { line, beside }]): Bucket[2][number] => {
        const kinds = (Object.keys(flags) as Extra[]).filter((kind) => beside.has(kind));
        if (kinds.length === 0) return line;
        return [line + kinds.map((kind) => flags[kind]).join(''), ...kinds.map((kind) => beside.get(kind))];
      });
      const bucket: Bucket = [FORMAT, nodes, lines];
      items[key] = bucket;
    }
    return items;
  }

  /**
   * Counts `bytes` more in an item that begins as `beginning`; returns false, and counts nothing,
   * if that is too much.
   */
  private take(key: string, beginning: unknown[], bytes: number): boolean {
    const before = this.sizes.get(key);
    if (before === undefined && this.sizes.size + this.others >= MAX_ITEMS) return false;
    const more = bytes + (before === undefined ? itemBytes(key, beginning) : 0);
    const size = (before ?? 0) + more;
    if (size > MAX_ITEM_BYTES || this.used + more > MAX_TOTAL_BYTES) return false;
    this.sizes.set(key, size);
    this.used += more;
    return true;
  }
}
