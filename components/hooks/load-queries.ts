import { later } from './load-later.ts';

/** Loads the module with the database's queries. */
const load = () => import('../../lib/db/queries.ts');

/** The database's queries. */
export type Queries = Awaited<ReturnType<typeof load>>;

/** Loads the queries, after the first results are painted. */
export const loadQueries = (): Promise<Queries> => later(load);
