/** Stable names for papers. */
import { fold } from './fold.ts';
import { ID_SEEDS, murmur3, paperIdFromHalves, unitsOf } from './hash.ts';
import type { PaperId } from './paper.ts';

/**
 * The id of the paper with this title: 64 bits over the folded title, so that spelling, case and TeX make no difference.
 * Two of 100,000 papers collide with a probability of about 3 in 10^10.
 */
export function paperIdOf(title: string): PaperId {
  const letters = unitsOf(fold(title));
  const [high, low] = ID_SEEDS.map((seed) => murmur3(letters, 0, letters.length, seed));
  return paperIdFromHalves(high as number, low as number);
}
