/** Hashes of folded text. */

/**
 * 32-bit MurmurHash3 (x86 variant, one UTF-16 unit per block) of `letters[from, to)`, as an
 * unsigned integer. Source: Austin Appleby, MurmurHash3, https://github.com/aappleby/smhasher.
 */
export function murmur3(letters: ArrayLike<number>, from: number, to: number, seed: number): number {
  let hash = seed;
  for (let i = from; i < to; i++) {
    let k = Math.imul(letters[i] as number, 0xcc9e2d51);
    k = (k << 15) | (k >>> 17);
    hash ^= Math.imul(k, 0x1b873593);
    hash = (hash << 13) | (hash >>> 19);
    hash = Math.imul(hash, 5) + 0xe6546b64;
  }
  hash ^= (to - from) * 2;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** UTF-16 units of a string, as the hashes take them. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}
