/** Finds the word that a mistyped one is meant for. */

/** Letters that may be wrong: one in a short word, two in a longer one. */
const maxEdits = (word: string): number => (word.length < 5 ? 1 : 2);

/**
 * The one of `words` nearest to `written`; undefined if none is near, or several are equally near.
 */
export function nearest(written: string, words: readonly string[]): string | undefined {
  const ranked = words
    .map((word) => ({ word, edits: editDistance(written, word) }))
    .filter(({ word, edits }) => edits <= Math.min(maxEdits(written), maxEdits(word)))
    .sort((a, b) => a.edits - b.edits);
  return ranked[0]?.edits === ranked[1]?.edits ? undefined : ranked[0]?.word;
}

/**
 * The edit distance: letters missing, added, wrong or swapped with their neighbour (optimal string
 * alignment).
 */
function editDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, k) => i || k));
  const at = (i: number, k: number): number => rows[i]?.[k] as number;
  for (let i = 1; i <= a.length; i++) {
    for (let k = 1; k <= b.length; k++) {
      const isSwap = a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1] && i > 1 && k > 1;
      (rows[i] as number[])[k] = Math.min(
        at(i - 1, k) + 1,
        at(i, k - 1) + 1,
        at(i - 1, k - 1) + (a[i - 1] === b[k - 1] ? 0 : 1),
        isSwap ? at(i - 2, k - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(a.length, b.length);
}
