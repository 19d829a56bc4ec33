/** A disk that gets full at a chosen write. */
import { IDBObjectStore, IDBTransaction } from 'fake-indexeddb';

/** When a browser says that the disk is full: as the write is asked for, as it is done, or when the transaction is to be completed. */
export const fullnesses = ['at the call', 'at the write', 'at the commit'] as const;

/** One of these moments. */
export type Fullness = (typeof fullnesses)[number];

const writes = ['add', 'put', 'delete', 'clear'] as const;

/** What fake-indexeddb has within its transactions. */
interface Inside {
  _abort(name: string): void;
  _start(): void;
  _state: string;
  _requests: { operation(): unknown }[];
}

const full = (): DOMException => new DOMException('no space', 'QuotaExceededError');

/**
 * Runs `work` and has its `nth` write, counted from 1, fail for want of space. Resolves with the number of writes, and with what `work`
 * threw, if so.
 */
export async function onFullDisk(
  work: () => Promise<unknown>,
  nth = Number.POSITIVE_INFINITY,
  fullness: Fullness = 'at the call',
): Promise<{ writes: number; error: unknown }> {
  const prototype = IDBObjectStore.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  const originals = writes.map((name) => [name, prototype[name]] as const);
  const transactions = IDBTransaction.prototype as unknown as Inside;
  const start = transactions._start;
  const doomed = new WeakSet<Inside>();
  let count = 0;
  for (const [name, original] of originals) {
    prototype[name] = function (this: { transaction: IDBTransaction & Inside }, ...args: unknown[]): unknown {
      count++;
      if (count === nth && fullness === 'at the call') throw full();
      const request = original?.apply(this, args);
      if (count !== nth) return request;
      if (fullness === 'at the commit') doomed.add(this.transaction);
      else
        (this.transaction._requests.at(-1) as { operation(): unknown }).operation = () => {
          throw full();
        };
      return request;
    };
  }
  transactions._start = function (this: Inside): void {
    if (doomed.has(this) && this._requests.length === 0 && this._state !== 'finished')
      this._abort('QuotaExceededError');
    else start.call(this);
  };
  try {
    await work();
    return { writes: count, error: undefined };
  } catch (error) {
    return { writes: count, error };
  } finally {
    for (const [name, original] of originals) if (original) prototype[name] = original;
    transactions._start = start;
  }
}
