/** Functions on their way into a browser. */

/** A call of `run` as an expression. */
export function callOf<Args extends unknown[]>(run: (...args: Args) => unknown, args: Args): string {
  return `(${run})(...${JSON.stringify(args)})`;
}
