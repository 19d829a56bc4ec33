import type { Snapshot } from '../../lib/db/database.ts';
import { t } from '../../lib/words/words.ts';
import { aboutSnapshot, dateOf } from './restore-sentences.ts';

interface SnapshotListProps {
  snapshots: readonly Snapshot[];
  onRestore(snapshot: Snapshot): void;
}

/** The snapshots of the list on this machine, latest first. */
export function SnapshotList({ snapshots, onRestore }: SnapshotListProps) {
  return (
    <ul class="sites" aria-label={t('data.kept')}>
      {snapshots.map((snapshot) => (
        <li key={snapshot.id} class="site">
          <span class="snapshot">
            <span id={`snapshot-${snapshot.id}`}>{dateOf(snapshot.at)}</span>
            <span class="snapshot-about">{aboutSnapshot(snapshot)}</span>
          </span>
          <button
            type="button"
            class="quiet"
            aria-describedby={`snapshot-${snapshot.id}`}
            onClick={() => onRestore(snapshot)}
          >
            {t('data.restoreOne')}
          </button>
        </li>
      ))}
    </ul>
  );
}
