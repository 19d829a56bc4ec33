/** The clock of this machine, kept in the database so that it never goes back. */
import { laterStamp, NEVER, nextStamp, type Stamp } from '../core/model/stamp.ts';
import { database, type PaperlightDatabase } from './database.ts';

/** Characters of a machine's name: enough that two machines of one reader hardly ever share one. */
const NODE_NAME_LENGTH = 8;

/** The latest stamp that this machine made or saw. It changes with every change of the list. */
export async function clockNow(db: PaperlightDatabase = database): Promise<Stamp> {
  return (await db.meta.get('clock'))?.value ?? NEVER;
}

/** The stamp of a change that is made now. Call within a transaction that may write `meta`. */
export async function stampNow(db: PaperlightDatabase, now: number): Promise<Stamp> {
  const stamp = nextStamp(await clockNow(db), now, await nodeName(db));
  await db.meta.put({ key: 'clock', value: stamp });
  return stamp;
}

/**
 * Moves the clock of this machine past a stamp from another one. Call within a transaction that may
 * write `meta`.
 */
export async function noteStamp(db: PaperlightDatabase, seen: Stamp): Promise<void> {
  const last = await clockNow(db);
  if (laterStamp(last, seen) !== last) await db.meta.put({ key: 'clock', value: seen });
}

/**
 * The name of this machine: random letters and digits, made once. It says nothing about the machine
 * or its reader.
 */
async function nodeName(db: PaperlightDatabase): Promise<string> {
  const known = await db.meta.get('node');
  if (known) return known.value;
  const value = Array.from(crypto.getRandomValues(new Uint8Array(NODE_NAME_LENGTH)), (byte) =>
    (byte % 36).toString(36),
  ).join('');
  await db.meta.put({ key: 'node', value });
  return value;
}
