import { type Hint, Hints, hintOf } from '../ui/footer.tsx';
import { shortcuts } from '../ui/shortcuts.ts';
import { ChangeHistory } from './change-history.tsx';

interface QueueFooterProps {
  canMove: boolean;
  isEmpty: boolean;
  /** The number of selected papers. */
  selected: number;
  onUndo(id: number): void;
}

/** The last line of the reading list: changes that can be undone, and the keys. */
export function QueueFooter({ canMove, isEmpty, selected, onUndo }: QueueFooterProps) {
  return (
    <footer class="queue-footer">
      <ChangeHistory onUndo={onUndo} />
      <Hints hints={hintsOf(canMove, isEmpty, selected)} />
    </footer>
  );
}

function hintsOf(canMove: boolean, isEmpty: boolean, selected: number): Hint[] {
  if (isEmpty) return [hintOf(shortcuts.queue, 'undo')];
  const wanted = [
    selected > 0 ? 'back' : 'Space',
    ...(canMove ? ['Alt+ArrowDown'] : []),
    ...['tags', 'note', 'status', 'remove', 'undo'],
  ];
  return wanted.map((name) => hintOf(shortcuts.queue, name));
}
