/** Keeps the stored search index that of the catalogue. */
import { browser } from 'wxt/browser';
import { settleIndex } from '../db/search-index.ts';
import { openDatabase } from '../db/watch.ts';

/** A background that hears of nothing for thirty seconds is ended, however busy it is. */
const SIGN_OF_LIFE_MS = 20_000;

let settling: Promise<void> | undefined;
let wanted: { anew: boolean } | undefined;

/**
 * Has the stored index hold all papers soon, in slices that leave others their turn. `anew` says that the stored one can't be used.
 * Calls while that goes on lead to one more round. Never rejects: without an index the search box says that it is being prepared,
 * and the next call tries again.
 */
export function keepIndex(anew = false): Promise<void> {
  wanted = { anew: anew || wanted?.anew === true };
  settling ??= rounds().finally(() => {
    settling = undefined;
  });
  return settling;
}

async function rounds(): Promise<void> {
  const alive = setInterval(() => void browser.runtime.getPlatformInfo(), SIGN_OF_LIFE_MS);
  try {
    while (wanted) {
      const { anew } = wanted;
      wanted = undefined;
      await openDatabase()
        .then(() => settleIndex(pause, anew))
        .catch(() => {});
    }
  } finally {
    clearInterval(alive);
  }
}

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}
