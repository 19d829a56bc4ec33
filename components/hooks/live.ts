import { later } from './load-later.ts';

/** The database as it is watched. */
const load = () => import('../../lib/db/queries.ts');

/** What pages ask of the database; loaded when it is asked for first. */
export type Live = Awaited<ReturnType<typeof load>>;

/** Loads what watches the database. */
export const loadLive = (): Promise<Live> => later(load);
