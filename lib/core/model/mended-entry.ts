/** Repairs damaged entries of the reading list. */
import { blankEntry, entryFields, type ReadingListEntry } from './entry.ts';
import { fieldsIn, isSoundEntry, isText } from './sound-rows.ts';

/**
 * What can be saved of a damaged entry, as a removed one: saving the paper again brings back its
 * note, tags and status, as far as they are readable.
 */
export function mendedEntry(row: unknown): ReadingListEntry {
  const { paperId, tags, stamps, ...fields } = fieldsIn(row);
  const blank = blankEntry(String(paperId));
  const mended = { ...blank, tags: Array.isArray(tags) ? tags.filter(isText) : [] };
  for (const name of ['status', 'note', 'position', 'addedAt', 'changedAt'] as const) {
    const candidate = { ...blank, [name]: fields[name] };
    if (isSoundEntry(candidate)) Object.assign(mended, { [name]: fields[name] });
  }
  for (const field of entryFields) {
    const stamp = fieldsIn(stamps)[field];
    if (isText(stamp)) mended.stamps[field] = stamp;
  }
  return mended;
}
