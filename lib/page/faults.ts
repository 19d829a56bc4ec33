/**
 * Counts what went wrong while a page was read: one unreadable place must not cost the page all its
 * marks.
 */

/** How many things were dropped, and why the latest was. */
export interface Faults {
  count: number;
  latest: string;
}

/** The global scope that scripts of one extension share in a page. */
interface FaultScope {
  paperlightFaults?: Faults;
}

/** The faults of this page, in all scripts of the extension. */
export function faultsHere(): Faults {
  const scope = globalThis as FaultScope;
  // A page's element with this id would be a global of that name too.
  if (!Object.hasOwn(scope, 'paperlightFaults')) scope.paperlightFaults = { count: 0, latest: '' };
  return scope.paperlightFaults as Faults;
}

/** Runs `work`; if it throws, counts a fault and returns undefined. */
export function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    const faults = faultsHere();
    faults.count++;
    faults.latest = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return undefined;
  }
}
