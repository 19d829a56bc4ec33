/** Two texts that were written at once from one: what comes of them. */

/** What stands between two texts of which neither can go: a line, in Markdown. */
const BETWEEN = ['', '---', ''];

/** Lines `from` to `to` of a text, and what took their place. */
interface Edit {
  from: number;
  to: number;
  put: string[];
}

/**
 * What `theirs` and `ours`, both written over `base`, come to. Where they changed different lines
 * both changes are made; where they changed the same, both are kept, theirs first, with a line
 * between. Nothing that either wrote is lost.
 */
export function mergeNotes(base: string, theirs: string, ours: string): string {
  if (theirs === base || theirs === ours) return ours;
  if (ours === base) return theirs;
  const lines = base.split('\n');
  const [a, b] = [editOf(lines, theirs.split('\n')), editOf(lines, ours.split('\n'))];
  if (isBefore(a, b)) return applied(lines, [a, b]);
  if (isBefore(b, a)) return applied(lines, [b, a]);
  const [from, to] = [Math.min(a.from, b.from), Math.max(a.to, b.to)];
  const within = ({ from: start, to: end, put }: Edit): string[] => [
    ...lines.slice(from, start),
    ...put,
    ...lines.slice(end, to),
  ];
  return applied(lines, [{ from, to, put: both(within(a), within(b)) }]);
}

function both(theirs: string[], ours: string[]): string[] {
  const [a, b] = [theirs.join('\n'), ours.join('\n')];
  // One of them goes on where the other ends, or the other is gone.
  if (a.startsWith(b)) return theirs;
  return b.startsWith(a) ? ours : [...theirs, ...BETWEEN, ...ours];
}

/** The one stretch of lines outside of which two texts are the same. */
function editOf(before: readonly string[], after: readonly string[]): Edit {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { from: head, to: before.length - tail, put: after.slice(head, after.length - tail) };
}

/** Two insertions at one place are not one before the other: they are in conflict. */
function isBefore(a: Edit, b: Edit): boolean {
  return a.to < b.from || (a.to === b.from && a.from < a.to && b.from < b.to);
}

/** The lines after edits that are given in their order. */
function applied(lines: readonly string[], edits: readonly Edit[]): string {
  const result: string[] = [];
  let at = 0;
  for (const { from, to, put } of edits) {
    result.push(...lines.slice(at, from), ...put);
    at = to;
  }
  return [...result, ...lines.slice(at)].join('\n');
}
