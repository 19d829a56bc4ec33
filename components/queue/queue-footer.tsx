import { type Hint, withCommandKey } from '../ui/footer.tsx';
import { ChangeHistory } from './change-history.tsx';

interface QueueFooterProps {
  canMove: boolean;
  isEmpty: boolean;
  /** How many papers are selected. */
  selected: number;
  onUndo(id: number): void;
}

/** The last line of the reading list: what can be taken back, and the keys. */
export function QueueFooter({ canMove, isEmpty, selected, onUndo }: QueueFooterProps) {
  return (
    <footer class="queue-footer">
      <ChangeHistory onUndo={onUndo} />
      <span class="hints">
        {hintsOf(canMove, isEmpty, selected).map(({ keys, does }) => (
          <span key={does} class="hint">
            <kbd>{keys}</kbd> {does}
          </span>
        ))}
      </span>
    </footer>
  );
}

function hintsOf(canMove: boolean, isEmpty: boolean, selected: number): Hint[] {
  const undo = { keys: withCommandKey('Z'), does: 'Undo' };
  if (isEmpty) return [undo];
  return [
    selected > 0 ? { keys: 'Esc', does: 'Clear' } : { keys: 'Space', does: 'Select' },
    ...(canMove ? [{ keys: 'Alt ↑↓', does: 'Move' }] : []),
    { keys: '1 2 3', does: 'Status' },
    { keys: 'T', does: 'Tags' },
    { keys: 'N', does: 'Note' },
    { keys: 'S', does: 'Remove' },
    undo,
  ];
}
