/** Keys by which titles are filed: hashes of sixteen letters. */

/** Letters of a key. Titles with fewer are never marked. */
export const KEY_LETTERS = 16;

/**
 * Characters within which the letters of a key must be: no page spreads the beginning of a title
 * further.
 */
export const MAX_KEY_SPAN = 1024;

/** Set in the code of every letter, and in nothing else. */
export const LETTER = 0x80;

const oneKey = new DataView(new ArrayBuffer(KEY_LETTERS));

/** A letter in six bits. Some letters share a code: matches are verified later. */
export function codeOf(letter: number): number {
  return LETTER | (letter & 0x3f);
}

/** The key of the {@link KEY_LETTERS} folded letters from `first` on. */
export function keyOf(folded: ArrayLike<number>, first = 0): number {
  for (let i = 0; i < KEY_LETTERS; i++) oneKey.setUint8(i, codeOf(folded[first + i] as number));
  return keyAt(oneKey, 0);
}

/** The key of the letters whose codes are in `codes` from `at` on. */
export function keyAt(codes: DataView, at: number): number {
  return hash(
    codes.getInt32(at, true),
    codes.getInt32(at + 4, true),
    codes.getInt32(at + 8, true),
    codes.getInt32(at + 12, true),
  );
}

/** A hash of sixteen codes, four in each number. Its upper bits are the better ones. */
export function hash(a: number, b: number, c: number, d: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35) ^ d;
  return Math.imul(mixed ^ (mixed >>> 15), 0x27d4eb2f) >>> 0;
}
