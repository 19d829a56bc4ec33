/** The papers that a pasted id or address refers to. */
import { isReferredTo } from '../query/is-referred-to.ts';
import type { PaperReference } from '../query/paper-reference.ts';
import { HAS_CODE, HAS_LINK, type SearchIndex } from '../search-index/search-index.ts';
import type { PaperStore } from './paper-store.ts';

/** Papers that are read at once. */
const BATCH_SIZE = 500;

/** Numbers of the papers of `index` that `reference` refers to. */
export async function papersReferredTo(
  reference: PaperReference,
  index: SearchIndex,
  store: PaperStore,
): Promise<number[]> {
  const found: number[] = [];
  const look = async (isToRead: (flags: number) => boolean, read: PaperStore['listed']): Promise<void> => {
    const numbers = Array.from(index.arrays.flags).flatMap((flags, paper) => (isToRead(flags) ? [paper] : []));
    for (let i = 0; i < numbers.length; i += BATCH_SIZE) {
      const papers = await read(numbers.slice(i, i + BATCH_SIZE).map((number) => index.idOf(number)));
      for (const paper of papers.values()) if (isReferredTo(paper, reference)) found.push(index.numberOf(paper.id));
    }
  };
  await look(
    (flags) => (flags & HAS_LINK) !== 0,
    (ids) => store.get(ids),
  );
  // The index itself has the addresses of code.
  if (reference.place !== undefined) {
    await look(
      (flags) => flags === HAS_CODE,
      (ids) => store.listed(ids),
    );
  }
  return found;
}
