import { later } from '../hooks/load-later.ts';

/** The part of the popup that is loaded after its first results. */
export type Rest = typeof import('./rest.ts');

/** Loads it, after the first results are painted. */
export const loadRest = (): Promise<Rest> => later(() => import('./rest.ts'));
