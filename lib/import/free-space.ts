/** Whether there is room for what an import writes. Source: https://storage.spec.whatwg.org/. */
import type { RecordContent } from '../core/model/record.ts';

/**
 * Bytes for each letter of a record: the paper, its postings in the search index, and the
 * database's own journal while it is written.
 */
const BYTES_PER_LETTER = 4;

/** What the browser says of the room for this extension, in bytes. */
type Estimate = () => Promise<{ quota?: number; usage?: number }>;

/**
 * Throws a QuotaExceededError where the browser says that there is less room than `records` take:
 * else it would be found out after most of them were written. A browser that says nothing is taken
 * at its word when it refuses.
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
