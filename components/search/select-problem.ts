import type { Problem } from '../../lib/core/query/parse-query.ts';

/** Selects the erroneous part of a query in its search box, so that typing replaces it. */
export function selectProblem(box: HTMLInputElement | null, { start, end }: Problem): void {
  box?.focus();
  box?.setSelectionRange(start, end);
}
