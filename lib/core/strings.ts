/** Many strings as one array of UTF-16 units, to be packed. */

/** Strings as units and, for each string and the end, the offset where it begins. */
export interface PackedStrings {
  units: Uint16Array;
  starts: Uint32Array;
}

/** Packs `strings`. */
export function packStrings(strings: readonly string[]): PackedStrings {
  const starts = new Uint32Array(strings.length + 1);
  for (const [i, string] of strings.entries()) starts[i + 1] = (starts[i] as number) + string.length;
  const units = new Uint16Array(starts[strings.length] as number);
  for (const [i, string] of strings.entries()) {
    const start = starts[i] as number;
    for (let k = 0; k < string.length; k++) units[start + k] = string.charCodeAt(k);
  }
  return { units, starts };
}

/** The string with number `i`. */
export function stringAt({ units, starts }: PackedStrings, i: number): string {
  // Spread, the units would be made a list first, which takes six times as long.
  return String.fromCharCode.apply(null, units.subarray(starts[i], starts[i + 1]) as unknown as number[]);
}

/** Whether string `i` begins with `beginning`. */
export function beginsWith({ units, starts }: PackedStrings, i: number, beginning: string): boolean {
  const start = starts[i] as number;
  if ((starts[i + 1] as number) - start < beginning.length) return false;
  for (let k = 0; k < beginning.length; k++) if (units[start + k] !== beginning.charCodeAt(k)) return false;
  return true;
}
