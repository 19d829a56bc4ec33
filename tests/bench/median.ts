/**
 * The value in the middle; of an even number of values, the upper of the two. There has to be one.
 */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number;
}
