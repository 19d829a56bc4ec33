import type { Problem } from '../../lib/core/query/parse-query.ts';

/**
 * Goes to the place in a search box that can't be understood, and selects it: what is typed takes
 * its place.
 */
export function selectProblem(box: HTMLInputElement | null, { start, end }: Problem): void {
  box?.focus();
  box?.setSelectionRange(start, end);
}
