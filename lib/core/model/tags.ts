/** Tags: kept as written, and compared without what makes no difference to a reader. */

import type { ReadingListEntry } from './entry.ts';
import { tagKey } from './tag-key.ts';

/** A tag, and how many papers have it. */
export interface TagUse {
  /** As it is written most often. */
  tag: string;
  count: number;
}

/** Separators of tags in an input: line breaks, and the commas of all scripts. */
const SEPARATORS = /[\n,،՝߸፣᠂᠈、︐︑﹐﹑，､꓾꘍꛵𖺗𝪇]/gu;

/** The tags in an input, of which the last may be unfinished. */
export function splitTags(written: string): string[] {
  return written.split(SEPARATORS);
}

/**
 * A tag as it is kept: trimmed, with single spaces, without separators. Empty for one that says
 * nothing.
 */
export function cleanTag(written: string): string {
  const tag = written.replace(SEPARATORS, ' ').replace(/\s+/g, ' ').trim();
  return tagKey(tag) === '' ? '' : tag;
}

/** `tags` plus those of `added` that are not among them yet. */
export function withTags(tags: readonly string[], added: readonly string[]): string[] {
  const all = [...tags];
  const keys = new Set(tags.map(tagKey));
  for (const tag of added.map(cleanTag)) {
    if (tag === '' || keys.has(tagKey(tag))) continue;
    keys.add(tagKey(tag));
    all.push(tag);
  }
  return all;
}

/** `tags` without those of `removed`, however these are written. */
export function withoutTags(tags: readonly string[], removed: readonly string[]): string[] {
  const keys = new Set(removed.map((tag) => tagKey(cleanTag(tag))));
  return tags.filter((tag) => !keys.has(tagKey(tag)));
}

/**
 * `tags` with one of them renamed in place. If there is one of the new name already, it keeps its
 * spelling and the two become one.
 */
export function withRenamedTag(tags: readonly string[], from: string, to: string): string[] {
  const key = tagKey(from);
  if (!tags.some((tag) => tagKey(tag) === key)) return [...tags];
  const name = tags.find((tag) => tagKey(tag) !== key && tagKey(tag) === tagKey(cleanTag(to))) ?? to;
  return withTags(
    [],
    tags.map((tag) => (tagKey(tag) === key ? name : tag)),
  );
}

/** All tags of the entries, the most used first. */
export function tagsByUse(entries: Iterable<Pick<ReadingListEntry, 'tags'>>): TagUse[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const { tags } of entries) {
    for (const tag of tags) {
      const key = tagKey(tag);
      const known = spellings.get(key) ?? new Map<string, number>();
      known.set(tag, (known.get(tag) ?? 0) + 1);
      spellings.set(key, known);
    }
  }
  return [...spellings.values()].map(mostWritten).sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
}

function mostWritten(spellings: ReadonlyMap<string, number>): TagUse {
  const sorted = [...spellings].sort(([, a], [, b]) => b - a);
  return { tag: sorted[0]?.[0] ?? '', count: sorted.reduce((sum, [, count]) => sum + count, 0) };
}
