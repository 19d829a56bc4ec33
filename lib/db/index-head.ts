/**
 * How much of the stored search index is read at first. Apart from all that knows what is in it: a
 * popup reads it before its program is there.
 */
import type { StoredIndex } from './database.ts';

/**
 * An index of so many bytes (700 papers) is read whole: reading what a query needs besides would
 * take longer.
 */
const SMALL = 2_000_000;

/**
 * The part of a stored index that any search needs, or all of a small one. Rejects when it can't be
 * read.
 */
export function readHead({ file, head = 0 }: StoredIndex): Promise<ArrayBuffer> {
  return readBytes(file.size <= SMALL ? file : file.slice(0, head));
}

/**
 * What is in a file. Rejects when it can't be read. Not by the file's own arrayBuffer(): Chromium
 * keeps a page in memory, with all that it has, that is closed meanwhile.
 */
export function readBytes(file: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(file);
  });
}
