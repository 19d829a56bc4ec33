/** The papers that a pasted number or address names. */
import { isReferredTo } from '../query/is-referred-to.ts';
import type { PaperReference } from '../query/paper-reference.ts';
import { HAS_CODE, HAS_KNOWN_ID, type SearchIndex } from '../search-index/search-index.ts';
import type { PaperStore } from './paper-store.ts';

/** Papers that are read at once. */
const READ_AT_ONCE = 500;

/** Numbers of the papers of `index` that `reference` names. */
export async function papersReferredTo(
  reference: PaperReference,
  index: SearchIndex,
  store: PaperStore,
): Promise<number[]> {
  const found: number[] = [];
  const look = async (isToRead: (flags: number) => boolean, read: PaperStore['listed']): Promise<void> => {
    const numbers = Array.from(index.arrays.flags).flatMap((flags, paper) => (isToRead(flags) ? [paper] : []));
    for (let i = 0; i < numbers.length; i += READ_AT_ONCE) {
      const papers = await read(numbers.slice(i, i + READ_AT_ONCE).map((number) => index.idOf(number)));
      for (const paper of papers.values()) if (isReferredTo(paper, reference)) found.push(index.numberOf(paper.id));
    }
  };
  await look(
    (flags) => (flags & HAS_KNOWN_ID) !== 0,
    (ids) => store.get(ids),
  );
  // Of addresses the index itself has those of code.
  if (reference.place !== undefined) {
    await look(
      (flags) => flags === HAS_CODE,
      (ids) => store.listed(ids),
    );
  }
  return found;
}
