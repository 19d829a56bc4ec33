/** Hides rows that can't be read from everything that queries the database (unreadable.ts). */
import type { Dexie } from 'dexie';
import { mendedEntry } from '../core/model/mended-entry.ts';
import { isSoundRecord } from '../core/model/sound-rows.ts';
import { addChecks, isChecked, isReadable } from './unreadable.ts';

/** Makes a database return only rows that can be read, in whatever way it is queried. */
export function skipUnreadable(db: Dexie): void {
  const records = { key: 'id', isSound: isSoundRecord };
  addChecks({ journal: records, snapshots: records });
  db.use({
    stack: 'dbcore',
    name: 'readable rows',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        if (!isChecked(name)) return table;
        return {
          ...table,
          get: (request) => table.get(request).then((row) => rowFor(request, name, row)),
          getMany: (request) => table.getMany(request).then((rows) => rows.map((row) => rowFor(request, name, row))),
          query: (request) =>
            table.query(request).then((found) => {
              // Without values these are keys.
              if (request.values === false) return found;
              return { ...found, result: found.result.filter((row) => !isSkipped(request, name, row)) };
            }),
          openCursor: (request) =>
            table.openCursor(request).then((cursor) => {
              if (!cursor || request.values === false) return cursor;
              // The browser's own object: one that inherits from it could not call its methods.
              const start = cursor.start.bind(cursor);
              cursor.start = (next) =>
                start(() => (isSkipped(request, name, cursor.value) ? cursor.continue() : next()));
              return cursor;
            }),
        };
      },
    }),
  });
}

/**
 * A row that is requested by its key. Whoever is about to overwrite a damaged entry gets what can
 * be saved of it: the note above all.
 */
function rowFor(request: { trans: object }, table: string, row: unknown): unknown {
  if (!isSkipped(request, table, row)) return row;
  const isWriting = (request.trans as Partial<IDBTransaction>).mode === 'readwrite';
  return isWriting && table === 'readingList' ? mendedEntry(row) : undefined;
}

/** An upgrade reads rows as an older version wrote them: none may be skipped there. */
function isSkipped({ trans }: { trans: object }, table: string, row: unknown): boolean {
  return (trans as Partial<IDBTransaction>).mode !== 'versionchange' && !isReadable(table, row);
}
