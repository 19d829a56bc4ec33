import type { Snapshot } from '../../lib/db/database.ts';
import { count } from '../ui/sentences.ts';
import { dateOf, reasonOf } from './restore-sentences.ts';

interface SnapshotListProps {
  snapshots: readonly Snapshot[];
  onRestore(snapshot: Snapshot): void;
}

/** The states of the list that are kept on this machine, the latest first. */
export function SnapshotList({ snapshots, onRestore }: SnapshotListProps) {
  return (
    <ul class="sites" aria-label="Kept states of the list">
      {snapshots.map((snapshot) => (
        <li key={snapshot.id} class="site">
          <span class="snapshot">
            <span id={`snapshot-${snapshot.id}`}>{dateOf(snapshot.at)}</span>
            <span class="snapshot-about">
              {count(snapshot.entries.filter(({ deletedAt }) => deletedAt === null).length, 'paper')},{' '}
              {reasonOf(snapshot)}
            </span>
          </span>
          <button
            type="button"
            class="quiet"
            aria-describedby={`snapshot-${snapshot.id}`}
            onClick={() => onRestore(snapshot)}
          >
            Restore…
          </button>
        </li>
      ))}
    </ul>
  );
}
