/** Many strings packed into one array of UTF-16 units. */

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
export function stringAt(strings: PackedStrings, i: number): string {
  // Spread, the units would become a list first, which takes six times as long.
  return String.fromCharCode.apply(null, unitsOf(strings, i) as unknown as number[]);
}

/** Whether string `i` begins with `beginning`. */
export function beginsWith({ units, starts }: PackedStrings, i: number, beginning: string): boolean {
  const start = starts[i] as number;
  if ((starts[i + 1] as number) - start < beginning.length) return false;
  for (let k = 0; k < beginning.length; k++) if (units[start + k] !== beginning.charCodeAt(k)) return false;
  return true;
}

/**
 * Compares two strings by their units: less than 0 if `x`'s comes first, more if `y`'s does, 0 if
 * they are equal.
 */
export function compareStrings(x: PackedStrings, i: number, y: PackedStrings, k: number): number {
  const [fromX, fromY] = [x.starts[i] as number, y.starts[k] as number];
  const [lengthX, lengthY] = [lengthOf(x, i), lengthOf(y, k)];
  for (let at = 0; at < lengthX && at < lengthY; at++) {
    const difference = (x.units[fromX + at] as number) - (y.units[fromY + at] as number);
    if (difference !== 0) return difference;
  }
  return lengthX - lengthY;
}

/** The length of string `i` in units. */
function lengthOf({ starts }: PackedStrings, i: number): number {
  return (starts[i + 1] as number) - (starts[i] as number);
}

/** The units of string `i`, as a view. */
function unitsOf({ units, starts }: PackedStrings, i: number): Uint16Array {
  return units.subarray(starts[i], starts[i + 1]);
}

/** Writes strings into arrays with enough space for all of two others. */
export class StringsWriter {
  private readonly units: Uint16Array;
  private readonly starts: Uint32Array;
  private count = 0;

  constructor(a: PackedStrings, b: PackedStrings) {
    this.units = new Uint16Array(a.units.length + b.units.length);
    this.starts = new Uint32Array(a.starts.length + b.starts.length);
  }

  /** Writes string `i` of `from`. */
  add(from: PackedStrings, i: number): void {
    const start = this.starts[this.count] as number;
    this.units.set(unitsOf(from, i), start);
    this.starts[++this.count] = start + lengthOf(from, i);
  }

  /** The strings written. */
  done(): PackedStrings {
    return { units: this.units.slice(0, this.starts[this.count]), starts: this.starts.slice(0, this.count + 1) };
  }
}
