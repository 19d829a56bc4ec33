/** The order of papers in their digests. */
import { newestFirst } from '../digests/digest-label.ts';
import type { Digest } from '../model/paper.ts';
import type { SearchIndex } from '../search-index/search-index.ts';

/** Numbers of all papers in the order of the digests, the latest first; then those in no digest. */
export function inDigestOrder(index: SearchIndex, digests: Iterable<Digest>): Uint32Array {
  const order = new Uint32Array(index.size);
  const isPlaced = new Uint8Array(index.size);
  let count = 0;
  const place = (paper: number): void => {
    if (paper < 0 || isPlaced[paper]) return;
    isPlaced[paper] = 1;
    order[count++] = paper;
  };
  for (const { paperIds } of newestFirst(digests)) for (const id of paperIds) place(index.numberOf(id));
  for (let paper = 0; paper < index.size; paper++) place(paper);
  return order;
}
