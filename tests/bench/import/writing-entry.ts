/**
 * What the benchmark of imports does in a page of the extension: writing papers as an import does,
 * and as bare Dexie does.
 */
import { Dexie } from 'dexie';
import type { Paper } from '../../../lib/core/model/paper.ts';
import { PaperlightDatabase } from '../../../lib/db/database.ts';
import { addSource, removeSource } from '../../../lib/db/sources.ts';

const BATCH_SIZE = 2_000;
let rows: Paper[] = [];

/** Takes papers to write. */
export function take(papers: Paper[]): void {
  rows.push(...papers);
}

/** Milliseconds that it takes to add the papers as one source, and to remove it. */
export async function writeAsImport(): Promise<{ add: number; undo: number }> {
  const db = new PaperlightDatabase('bench-import');
  try {
    await db.open();
    const sayings = rows.map(({ id, title, abstract, authors, year, venue, type }) => ({
      paperId: id,
      record: {
        title,
        abstract,
        ...(authors && { authors }),
        ...(year && { year }),
        ...(venue && { venue }),
        ...(type && { type }),
      },
    }));
    const source = { id: 'bench', name: 'bench', date: null, source: 'bibliography' as const };
    const from = performance.now();
    await addSource(source, sayings, undefined, db);
    const between = performance.now();
    await removeSource('bench', db);
    return { add: between - from, undo: performance.now() - between };
  } finally {
    await db.delete();
  }
}

/**
 * Milliseconds that bare Dexie takes to put the same rows into a table with the same keys, in one
 * transaction.
 */
export async function writeBare(): Promise<number> {
  const db = new Dexie('bench-bare', { chromeTransactionDurability: 'strict' });
  db.version(1).stores({ papers: 'id, *digestIds, *titleIds' });
  try {
    await db.open();
    const from = performance.now();
    await db.transaction('rw', 'papers', async () => {
      for (let at = 0; at < rows.length; at += BATCH_SIZE) {
        await db.table('papers').bulkPut(rows.slice(at, at + BATCH_SIZE));
      }
    });
    return performance.now() - from;
  } finally {
    await db.delete();
  }
}

/** Forgets the papers. */
export function drop(): void {
  rows = [];
}
