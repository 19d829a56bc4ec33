/**
 * The stored search index as a file of which only what is needed is read. Without Dexie: a popup
 * opens with it.
 */
import { DamagedBuffer } from '../core/search-index/packed-arrays.ts';
import { SearchIndex } from '../core/search-index/search-index.ts';
import type { StoredIndex } from './database.ts';
import { readBytes } from './index-head.ts';

/**
 * The index of which `head` was read (see readHead); undefined if it is an older version's, or
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
