/** Filters, sorts and counts the reading list for a view, and computes moves. */
import type { ReadingListEntry, ReadingStatus } from '../../lib/core/model/entry.ts';
import type { Paper, PaperId } from '../../lib/core/model/paper.ts';
import { tagKey } from '../../lib/core/model/tag-key.ts';
import { type TagUse, tagsByUse } from '../../lib/core/model/tags.ts';
import type { QueueView } from '../../lib/extension/browser/queue-view.ts';

/** Papers of the catalogue by id. */
export type Titles = ReadonlyMap<PaperId, Pick<Paper, 'title'>>;

/** The number of papers with each choice, given the other choices. */
export interface QueueCounts {
  all: number;
  statuses: Record<ReadingStatus, number>;
  tags: TagUse[];
  /** Papers without any tag. */
  untagged: number;
}

/** The filters and order of a view. */
type Narrowing = Pick<QueueView, 'status' | 'tags' | 'order'> & Partial<Pick<QueueView, 'without' | 'untagged'>>;

/** The entries of a view in its order, and the counts of choices. `entries` are topmost first. */
export function queueRows(
  entries: readonly ReadingListEntry[],
  titles: Titles,
  { status, tags, without = [], untagged = false, order }: Narrowing,
): { rows: ReadingListEntry[]; counts: QueueCounts } {
  const keys = tags.map(tagKey);
  const kept = entries.filter((entry) => !hasAny(entry, without.map(tagKey)));
  const tagged = kept.filter((entry) => hasTags(entry, keys) && !(untagged && entry.tags.length > 0));
  const inStatus = kept.filter((entry) => !status || entry.status === status);
  const statuses = { 'to-read': 0, reading: 0, read: 0 };
  for (const entry of tagged) statuses[entry.status]++;
  // The count of a tag is that of papers with it and the chosen tags; it may be 0.
  const beside = new Map(
    tagsByUse(inStatus.filter((entry) => hasTags(entry, keys))).map(({ tag, count }) => [tagKey(tag), count]),
  );
  const rows = tagged.filter((entry) => !status || entry.status === status);
  return {
    rows: sorted(rows, titles, order),
    counts: {
      all: tagged.length,
      statuses,
      tags: tagsByUse(entries).map(({ tag }) => ({ tag, count: beside.get(tagKey(tag)) ?? 0 })),
      untagged: inStatus.filter((entry) => entry.tags.length === 0).length,
    },
  };
}

function hasTags({ tags }: ReadingListEntry, keys: readonly string[]): boolean {
  if (keys.length === 0) return true;
  const has = new Set(tags.map(tagKey));
  return keys.every((key) => has.has(key));
}

function hasAny({ tags }: ReadingListEntry, keys: readonly string[]): boolean {
  return keys.length > 0 && tags.some((tag) => keys.includes(tagKey(tag)));
}

const byTitle = new Intl.Collator('en', { numeric: true });

function sorted(rows: ReadingListEntry[], titles: Titles, order: QueueView['order']): ReadingListEntry[] {
  if (order === 'saved') return rows.sort((a, b) => b.addedAt - a.addedAt);
  if (order === 'hand') return rows;
  const named = rows.map((entry) => ({ entry, title: titles.get(entry.paperId)?.title ?? '\uffff' }));
  return named.sort((a, b) => byTitle.compare(a.title, b.title)).map(({ entry }) => entry);
}

/** A move: papers in order, and the paper directly above which they go; null for the end. */
export interface Move {
  paperIds: PaperId[];
  above: PaperId | null;
  /** The new position of the first of them among the rows, 1-based. */
  place: number;
}

/**
 * The move that puts `moving` before row `index` of `rows`, or after the last row; undefined if
 * they are there already. `rows` may be a part of the whole list `all`: after the last row means
 * directly after it in `all`.
 */
export function moveTo(
  all: readonly PaperId[],
  rows: readonly PaperId[],
  moving: ReadonlySet<PaperId>,
  index: number,
): Move | undefined {
  const paperIds = rows.filter((id) => moving.has(id));
  const stays = (id: PaperId): boolean => !moving.has(id);
  const next = rows.slice(index).find(stays);
  const last = rows.filter(stays).at(-1);
  const above = next ?? (last === undefined ? undefined : (all.slice(all.indexOf(last) + 1).find(stays) ?? null));
  if (paperIds.length === 0 || above === undefined) return undefined;
  const before = rows.filter(stays);
  const at = next === undefined ? before.length : before.indexOf(next);
  const after = [...before.slice(0, at), ...paperIds, ...before.slice(at)];
  return after.every((id, i) => id === rows[i]) ? undefined : { paperIds, above, place: at + 1 };
}

/** The same for a step up (-1) or down (1); several papers gather at the first or last of them. */
export function moveBy(
  all: readonly PaperId[],
  rows: readonly PaperId[],
  moving: ReadonlySet<PaperId>,
  step: 1 | -1,
): Move | undefined {
  const first = rows.findIndex((id) => moving.has(id));
  const last = rows.findLastIndex((id) => moving.has(id));
  if (first < 0) return undefined;
  return moveTo(all, rows, moving, step < 0 ? Math.max(0, first - 1) : Math.min(rows.length, last + 2));
}
