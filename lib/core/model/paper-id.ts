/** Stable ids of papers. */

import { fold } from '../text/fold.ts';
import { murmur3, unitsOf } from '../text/hash.ts';
import type { PaperId } from './paper.ts';

/**
 * The id of the paper with this title: a 64-bit hash of the folded title, so that spelling, case
 * and TeX make no difference. Two of 100,000 papers collide with a probability of about 3 in 10^10.
 */
export function paperIdOf(title: string): PaperId {
  const letters = unitsOf(fold(title));
  const [high, low] = ID_SEEDS.map((seed) => murmur3(letters, 0, letters.length, seed));
  return paperIdFromHalves(high as number, low as number);
}

/**
 * Seeds of the two halves of a {@link PaperId}. They are part of the data: a change gives every
 * paper a new id.
 */
export const ID_SEEDS = [0x50617065, 0x726c6974] as const;

/** Joins the two 32-bit halves of an id to 16 hexadecimal digits. */
export function paperIdFromHalves(high: number, low: number): PaperId {
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

/** The two halves of a paper's id as numbers. */
export function halvesOf(id: PaperId): [high: number, low: number] {
  return [Number.parseInt(id.slice(0, 8), 16), Number.parseInt(id.slice(8), 16)];
}
