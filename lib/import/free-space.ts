/**
 * Checks that there is room for what an import writes. Source: https://storage.spec.whatwg.org/.
 */
import type { RecordContent } from '../core/model/record.ts';

/**
 * Bytes for each letter of a record: the paper, its postings in the search index, and the
 * database's own journal while it is written.
 */
const BYTES_PER_LETTER = 4;

/** The browser's estimate of the storage of this extension, in bytes. */
type Estimate = () => Promise<{ quota?: number; usage?: number }>;

/**
 * Throws a QuotaExceededError if the browser reports less room than `records` take: otherwise the
 * write would fail after most of it. If the browser reports nothing, only the write will tell.
 */
export async function requireRoom(
  records: Iterable<RecordContent>,
  estimate: Estimate = async () => navigator.storage?.estimate() ?? {},
): Promise<void> {
  const { quota, usage = 0 } = await estimate();
  if (quota === undefined) return;
  let letters = 0;
  for (const record of records) letters += JSON.stringify(record).length;
  if (letters * BYTES_PER_LETTER > quota - usage) throw new DOMException('There is no room.', 'QuotaExceededError');
}
