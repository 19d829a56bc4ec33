/**
 * How much of the stored search index is read at first. Without imports, because a popup needs it
 * before its program has loaded.
 */
import type { StoredIndex } from './database.ts';

/**
 * An index of up to this size (700 papers) is read completely: reading what a query needs besides
 * the head would take longer.
 */
const MAX_WHOLE_INDEX_BYTES = 2_000_000;

/**
 * The part of a stored index that any search needs, or all of a small one. Rejects when it can't be
 * read.
 */
export function readHead({ file, head = 0 }: StoredIndex): Promise<ArrayBuffer> {
  return readBytes(file.size <= MAX_WHOLE_INDEX_BYTES ? file : file.slice(0, head));
}

/**
 * The bytes of a file. Rejects when it can't be read. Does not use the file's own arrayBuffer(): if
 * a page is closed meanwhile, Chromium would keep it in memory, with everything that it has.
 */
export function readBytes(file: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(file);
  });
}
