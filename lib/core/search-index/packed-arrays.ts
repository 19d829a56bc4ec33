/** Several typed arrays in one buffer, as stored: the first can be read without the later ones. */

/** A typed array that can be packed. */
export type Packable = Uint8Array | Uint16Array | Uint32Array;

/** Kinds of arrays, for {@link unpackArrays}. */
const kinds = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array } as const;

type Unpacked<K extends readonly (keyof typeof kinds)[]> = { [I in keyof K]: InstanceType<(typeof kinds)[K[I]]> };

/**
 * A buffer that {@link packArrays} did not make with this version: truncated, foreign, or older.
 */
export class DamagedBuffer extends Error {}

const MAGIC = 0x504c4958;

/**
 * The pieces to write for `arrays`, in order. They are views: a copy of a large index would take as
 * much memory again. `version` stands for their meaning; {@link unpackArrays} accepts no other.
 */
export function packArrays(arrays: readonly Packable[], version: number): Packable[] {
  const lengths = arrays.map((array) => array.length);
  const header = Uint32Array.of(MAGIC, version, 4 * (3 + arrays.length) + packedSize(arrays), ...lengths);
  const padded = arrays.flatMap((array) => [array, new Uint8Array(aligned(array.byteLength) - array.byteLength)]);
  return [header, ...padded];
}

/** The size of `arrays` in bytes, without the header. */
export function packedSize(arrays: readonly Packable[]): number {
  return arrays.reduce((sum, array) => sum + aligned(array.byteLength), 0);
}

/**
 * The arrays in `buffer`, as views of it, and their lengths. If it is only the beginning of `size`
 * bytes, arrays beyond it are empty. Throws {@link DamagedBuffer} if it does not hold `version`'s
 * arrays of these kinds.
 */
export function unpackArrays<const K extends readonly (keyof typeof kinds)[]>(
  buffer: ArrayBuffer,
  version: number,
  of: K,
  size = buffer.byteLength,
): { arrays: Unpacked<K>; lengths: number[] } {
  const header = 3 + of.length;
  if (buffer.byteLength < header * 4) throw new DamagedBuffer('too short');
  const [magic, written, sizeWritten, ...lengths] = new Uint32Array(buffer, 0, header);
  if (magic !== MAGIC || written !== version || sizeWritten !== size) throw new DamagedBuffer('not as written');
  const bytes = of.map((kind, i) => (lengths[i] as number) * kinds[kind].BYTES_PER_ELEMENT);
  if (header * 4 + bytes.reduce((sum, each) => sum + aligned(each), 0) !== size) {
    throw new DamagedBuffer('lengths do not fit');
  }
  let offset = header * 4;
  const arrays = of.map((kind, i) => {
    const isThere = offset + (bytes[i] as number) <= buffer.byteLength;
    const array = isThere ? new kinds[kind](buffer, offset, lengths[i]) : new kinds[kind]();
    offset += aligned(bytes[i] as number);
    return array;
  });
  return { arrays: arrays as Unpacked<K>, lengths };
}

function aligned(bytes: number): number {
  return (bytes + 3) & ~3;
}
