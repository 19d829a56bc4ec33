/** Machines of one reader and a network that may lose, repeat, delay and reorder items: what the browsers' sync is at its worst. */
import { laterStamp, NEVER, nextStamp, type Stamp } from '../../../../lib/core/clock.ts';
import {
  blankEntry,
  changedEntry,
  type EntryChange,
  type EntryField,
  entryFields,
  fieldValue,
  latestStamp,
  mergeEntries,
} from '../../../../lib/core/entry.ts';
import type { PaperId, ReadingListEntry } from '../../../../lib/core/paper.ts';
import { type Items, incomingFrom, readItems } from '../../../../lib/core/sync/items.ts';
import { changesTo, type Packing, pack } from '../../../../lib/core/sync/pack.ts';

/** One key and its new value, on its way; undefined removes it. */
interface Parcel {
  to: Machine | undefined;
  key: string;
  value: unknown;
}

/** A machine with Paperlight: its list, its clock, and what its browser shows as the sync's items. */
export class Machine {
  readonly name: string;
  readonly titles: Map<PaperId, string>;
  list = new Map<PaperId, ReadingListEntry>();
  last: Stamp = NEVER;
  /** Milliseconds that its clock is ahead. */
  ahead = 0;
  shown: Items;

  constructor(name: string, titles: Map<PaperId, string>, shown: Items) {
    this.name = name;
    this.titles = titles;
    this.shown = { ...shown };
  }

  entry(paperId: PaperId): ReadingListEntry {
    return this.list.get(paperId) ?? blankEntry(paperId);
  }

  change(paperId: PaperId, change: EntryChange, now: number): ReadingListEntry {
    this.last = nextStamp(this.last, now + this.ahead, this.name);
    const changed = changedEntry(this.entry(paperId), change, this.last, now);
    this.list.set(paperId, changed);
    return changed;
  }

  merge(items: Items): void {
    for (const { entry, latest } of incomingFrom(readItems(items))) {
      this.last = laterStamp(this.last, latest);
      const merged = mergeEntries(this.entry(entry.paperId), entry);
      if (latestStamp(merged) !== NEVER) this.list.set(entry.paperId, merged);
    }
  }

  pack(): Packing {
    return pack([...this.list.values()], this.titles, readItems(this.shown));
  }
}

/** All machines and the network between them. */
export class World {
  readonly machines: Machine[];
  readonly papers: PaperId[];
  cloud: Items;
  now = Date.UTC(2026, 0);
  /** Every value that a field ever had, by paper, field and stamp. */
  readonly made = new Map<string, unknown>();
  private parcels: Parcel[] = [];

  constructor(count: number, papers: Map<PaperId, string>, foreign: Items = {}) {
    this.cloud = { ...foreign };
    this.papers = [...papers.keys()];
    this.machines = Array.from({ length: count }, (_, i) => new Machine(`m${i}`, i % 2 ? papers : new Map(), foreign));
  }

  edit(nth: number, paper: number, change: EntryChange): void {
    const machine = this.machines[nth % this.machines.length] as Machine;
    const changed = machine.change(this.papers[paper % this.papers.length] as PaperId, change, this.now);
    for (const field of entryFields) {
      if (changed.stamps[field] === machine.last)
        this.made.set(`${changed.paperId} ${field} ${machine.last}`, fieldValue(changed, field));
    }
  }

  /** A machine takes in what it is shown and writes what is missing; its items set out to the others. */
  sync(nth: number): boolean {
    const machine = this.machines[nth % this.machines.length] as Machine;
    machine.merge(machine.shown);
    const changes = changesTo(machine.pack().items, machine.shown);
    for (const key of changes?.remove ?? []) this.write(machine, key, undefined);
    for (const [key, value] of Object.entries(changes?.set ?? {})) this.write(machine, key, value);
    return changes !== undefined;
  }

  /** A parcel arrives, whichever and whenever, and may come again. */
  deliver(nth: number, again: boolean): void {
    const [parcel] = this.parcels.splice(nth % Math.max(1, this.parcels.length), 1);
    if (!parcel) return;
    if (again) this.parcels.push(parcel);
    if (parcel.to) put(parcel.to.shown, parcel.key, parcel.value);
    else {
      put(this.cloud, parcel.key, parcel.value);
      for (const to of this.machines) this.parcels.push({ ...parcel, to });
    }
  }

  lose(nth: number): void {
    this.parcels.splice(nth % Math.max(1, this.parcels.length), 1);
  }

  /**
   * The network works again, and nobody edits: rounds until no machine writes any more. In the first rounds all machines see the same
   * items, and what they write gets there one after the other; then they are out of step, and see what those before them wrote.
   */
  settle(most = 12, inStep = 6): number {
    for (let round = 1; round <= most; round++) {
      this.parcels = [];
      for (const machine of this.machines) machine.shown = { ...this.cloud };
      const writing = this.machines.filter((machine, nth) => {
        if (round > inStep) machine.shown = { ...this.cloud };
        const isWriting = this.sync(nth);
        if (round > inStep) this.arrive();
        return isWriting;
      });
      this.arrive();
      if (writing.length === 0) return round;
    }
    throw new Error(`machines still write after ${most} rounds`);
  }

  /** All that is on its way gets there, in order. */
  private arrive(): void {
    for (const { key, value } of this.parcels) put(this.cloud, key, value);
    this.parcels = [];
  }

  /** The value that was made last for a field, and its stamp. */
  latest(paperId: PaperId, field: EntryField): Stamp {
    const keys = [...this.made.keys()].filter((key) => key.startsWith(`${paperId} ${field} `));
    return keys.map((key) => key.split(' ')[2] as Stamp).reduce(laterStamp, NEVER);
  }

  private write(machine: Machine, key: string, value: unknown): void {
    put(machine.shown, key, value);
    this.parcels.push({ to: undefined, key, value });
  }
}

function put(items: Items, key: string, value: unknown): void {
  // What a browser stores comes back as other objects.
  if (value === undefined) delete items[key];
  else items[key] = JSON.parse(JSON.stringify(value));
}

/** A list as it can be compared: what each field says, and since when. */
export function comparable(list: Map<PaperId, ReadingListEntry>): object {
  const entries = [...list].sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([paperId, { changedAt: _, ...entry }]) => ({ ...entry, paperId }));
}
