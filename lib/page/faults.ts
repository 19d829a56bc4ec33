/**
 * What went wrong while a page was read. A page must not lose all its marks because one place on it
 * can't be read.
 */

/** How often something was dropped, and why the last time. */
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
  // An element with this id would be found under that name too.
  if (!Object.hasOwn(scope, 'paperlightFaults')) scope.paperlightFaults = { count: 0, latest: '' };
  return scope.paperlightFaults as Faults;
}

/** Runs `work`; if it throws, counts that and returns undefined. */
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
