/** What keys mean: moving through a list, and commands. */

/** Rows that Page Up and Page Down move by: what the popup shows at once, less one to keep the place. */
const PAGE = 5;

/**
 * The row that `key` leads to from row `index` of `count`: -1 is above the first one, where a search box stands. Undefined for
 * keys that don't move.
 */
export function movedTo(key: string, index: number, count: number): number | undefined {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, last);
    case 'ArrowUp':
      return Math.max(index - 1, -1);
    case 'PageDown':
      return Math.min(index + PAGE, last);
    case 'PageUp':
      return Math.max(index - PAGE, 0);
    case 'Home':
      return Math.min(0, last);
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** Whether keys pressed in `target` are text that is being written there. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !/^(?:checkbox|radio|button)$/.test(target.type))
  );
}

/** What a key asks for, apart from moving. */
export type Command = 'save' | 'cite' | 'undo' | 'search' | 'back' | 'type';

interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** The command of a key, or undefined. `typing`: the focus is in a text field, where plain letters are text. */
export function commandOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Key, typing: boolean): Command | undefined {
  if (altKey) return undefined;
  const letter = key.toLowerCase();
  if (ctrlKey || metaKey) {
    if (letter === 's' || key === 'Enter') return 'save';
    return letter === 'z' && !shiftKey ? 'undo' : undefined;
  }
  if (key === 'Escape') return 'back';
  if (typing) return undefined;
  // Firefox keeps Escape in a popup for itself and closes it: there must be another way back.
  if (key === 'ArrowLeft') return 'back';
  if (letter === 's') return 'save';
  if (letter === 'c') return 'cite';
  if (key === '/') return 'search';
  return key === 'Backspace' || (key.length === 1 && key !== ' ') ? 'type' : undefined;
}
