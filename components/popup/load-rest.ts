import { later } from '../hooks/load-later.ts';

/** What of the popup comes after its first answer. */
export type Rest = typeof import('./rest.ts');

/**
 * Loads it, when its time has come: the popup is a program up to its first answer, and all the
 * rest.
 */
export const loadRest = (): Promise<Rest> => later(() => import('./rest.ts'));
