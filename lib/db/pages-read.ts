/**
 * What pages of archives say of papers in the catalogue: authors, year and venue. It is a source of
 * its own, and can be removed.
 */
import type { PaperId } from '../core/model/paper.ts';
import type { RecordContent } from '../core/model/record.ts';
import { database, type PaperlightDatabase } from './database.ts';
import { papersWithSayings } from './sourced-rows.ts';
import {
  addSource,
  addToSource,
  type KeptSource,
  removeSource,
  type Saying,
  sourceAsItIs,
  sourceTables,
  takeFromSource,
} from './sources.ts';
import { transact } from './transact.ts';

const READ_SOURCE = { id: 'pages-read', name: 'Pages you read', source: 'page', date: null } as const;

/** Stores what the page of a paper says of it, if the catalogue does not know its authors. */
export async function noteRead(
  paperId: PaperId,
  { title, authors, year, venue, type, ids }: RecordContent,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<void> {
  if (!authors?.length) return;
  const record: RecordContent = {
    title,
    authors,
    ...(year !== undefined && { year }),
    ...(venue !== undefined && { venue }),
    ...(type !== undefined && { type }),
    ...(ids !== undefined && { ids }),
  };
  await transact(db, sourceTables(db), async () => {
    const paper = await db.papers.get(paperId);
    if (paper && !paper.authors?.length) await addToSource({ ...READ_SOURCE, addedAt: now }, [{ paperId, record }], db);
  });
}

/** The papers of which something is stored. */
export async function papersRead(db: PaperlightDatabase = database): Promise<PaperId[]> {
  return (await db.digests.get(READ_SOURCE.id))?.paperIds ?? [];
}

/** Whether this is the source of what pages say. */
export function isPagesRead(sourceId: string): boolean {
  return sourceId === READ_SOURCE.id;
}

/** Forgets what pages said of one paper. Returns it, undefined if there was nothing. */
export async function forgetReadOf(paperId: PaperId, db: PaperlightDatabase = database): Promise<Saying | undefined> {
  return transact(db, sourceTables(db), async () => {
    const [there] = await papersWithSayings(db, [paperId]);
    const record = there?.sayings?.get(READ_SOURCE.id);
    if (!record) return undefined;
    await takeFromSource(READ_SOURCE.id, [paperId], db);
    return { paperId, record };
  });
}

/** Undoes {@link forgetReadOf}. */
export async function rememberReadOf(
  forgotten: Saying,
  db: PaperlightDatabase = database,
  now = Date.now(),
): Promise<void> {
  // Dexie follows the promises within a function only where that is async itself.
  await transact(db, sourceTables(db), async () => addToSource({ ...READ_SOURCE, addedAt: now }, [forgotten], db));
}

/** Forgets all that pages said. Returns what restoring it takes, undefined if there was nothing. */
export async function forgetRead(db: PaperlightDatabase = database): Promise<KeptSource | undefined> {
  return transact(db, sourceTables(db), async () => {
    const source = await db.digests.get(READ_SOURCE.id);
    if (!source) return undefined;
    const kept = await sourceAsItIs(source, db);
    await removeSource(READ_SOURCE.id, db);
    return kept;
  });
}

/** Undoes {@link forgetRead}. */
export async function rememberRead({ source, sayings }: KeptSource, db: PaperlightDatabase = database): Promise<void> {
  await addSource(source, sayings, undefined, db);
}
