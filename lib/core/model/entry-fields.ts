/**
 * The parts of an entry that change and merge independently. `presence` is whether the paper is on
 * the list: `addedAt` and `deletedAt`.
 */
export const entryFields = ['presence', 'status', 'tags', 'note', 'position'] as const;

/** Name of such a part. */
export type EntryField = (typeof entryFields)[number];
