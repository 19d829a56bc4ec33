/**
 * The stored search index as a file of which only what is needed is read. Without Dexie, because a
 * popup opens with it.
 */
import { DamagedBuffer } from '../core/search-index/packed-arrays.ts';
import { SearchIndex } from '../core/search-index/search-index.ts';
import type { StoredIndex } from './database.ts';
import { readBytes } from './index-head.ts';

/**
 * Opens the index whose `head` was read (see readHead); undefined if it is of an older version, or
 * damaged.
 */
export function openIndex({ file }: StoredIndex, head: ArrayBuffer): SearchIndex | undefined {
  try {
    return SearchIndex.fromBuffer(head, file.size, (from, to) => readBytes(file.slice(from, to)));
  } catch (error) {
    if (error instanceof DamagedBuffer) return undefined;
    throw error;
  }
}
