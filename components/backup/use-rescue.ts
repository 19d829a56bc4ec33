import { useEffect, useState } from 'preact/hooks';
import type { Backup } from '../../lib/core/backup/backup.ts';
import { type Rescued, rescue } from '../../lib/db/rescue.ts';
import { openDatabase } from '../../lib/db/watch.ts';
import { readCopy } from '../../lib/extension/browser/list-mirror.ts';

/** What can be recovered while the database can't be opened. */
export type Rescue =
  | { state: 'looking' }
  /** The database can be opened after all. */
  | { state: 'fine' }
  | { state: 'done'; rescued: Rescued | undefined; copy: Backup | undefined };

/** Looks for readable data in a database that can't be opened, and for the copy outside of it. */
export function useRescue(): Rescue {
  const [found, setFound] = useState<Rescue>({ state: 'looking' });
  useEffect(() => {
    let isGone = false;
    void look().then((result) => isGone || setFound(result));
    return () => {
      isGone = true;
    };
  }, []);
  return found;
}

async function look(): Promise<Rescue> {
  try {
    await openDatabase();
    return { state: 'fine' };
  } catch {
    const [rescued, copy] = await Promise.all([rescue().catch(() => undefined), readCopy()]);
    return { state: 'done', rescued, copy };
  }
}
