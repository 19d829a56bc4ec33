/** Three-way merge of two concurrent edits of a note. */

/** Goes between two texts that must both stay: a horizontal rule, in Markdown. */
const RULE_LINES = ['', '---', ''];

/** Lines `from` to `to` of a text, and what replaces them. */
interface Edit {
  from: number;
  to: number;
  replacement: string[];
}

/**
 * Merges `theirs` and `ours`, which are both edits of `base`. If they change different lines, both
 * changes are made; if they overlap, both texts are kept, theirs first, with a rule between.
 * Nothing that either wrote is lost.
 */
export function mergeNotes(base: string, theirs: string, ours: string): string {
  if (theirs === base || theirs === ours) return ours;
  if (ours === base) return theirs;
  const lines = base.split('\n');
  const [a, b] = [editOf(lines, theirs.split('\n')), editOf(lines, ours.split('\n'))];
  if (isBefore(a, b)) return applied(lines, [a, b]);
  if (isBefore(b, a)) return applied(lines, [b, a]);
  const [from, to] = [Math.min(a.from, b.from), Math.max(a.to, b.to)];
  const within = ({ from: start, to: end, replacement }: Edit): string[] => [
    ...lines.slice(from, start),
    ...replacement,
    ...lines.slice(end, to),
  ];
  return applied(lines, [{ from, to, replacement: both(within(a), within(b)) }]);
}

function both(theirs: string[], ours: string[]): string[] {
  const [a, b] = [theirs.join('\n'), ours.join('\n')];
  // One of them begins with the other, which may be empty.
  if (a.startsWith(b)) return theirs;
  return b.startsWith(a) ? ours : [...theirs, ...RULE_LINES, ...ours];
}

/** The one range of lines outside of which two texts are the same. */
function editOf(before: readonly string[], after: readonly string[]): Edit {
  const maxShared = Math.min(before.length, after.length);
  let head = 0;
  while (head < maxShared && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < maxShared - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { from: head, to: before.length - tail, replacement: after.slice(head, after.length - tail) };
}

/** Two insertions at one place are in conflict: neither is before the other. */
function isBefore(a: Edit, b: Edit): boolean {
  return a.to < b.from || (a.to === b.from && a.from < a.to && b.from < b.to);
}

/** The lines after edits, which are in order. */
function applied(lines: readonly string[], edits: readonly Edit[]): string {
  const result: string[] = [];
  let at = 0;
  for (const { from, to, replacement } of edits) {
    result.push(...lines.slice(at, from), ...replacement);
    at = to;
  }
  return [...result, ...lines.slice(at)].join('\n');
}
