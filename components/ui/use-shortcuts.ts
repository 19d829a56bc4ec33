import { useEffect, useRef } from 'preact/hooks';
import { isPressed, isText, type Shortcuts, shortcutOf } from './keys.ts';
import { isDialogOpen } from './open-dialog.ts';
import { isTyping } from './run-shortcut.ts';
import { ignoreHeldKey } from './typed-ahead.ts';

/** What a key that focuses the search box does there: nothing, write, or delete a letter. */
export type SearchKey = 'leads' | 'writes' | 'erases';

interface ShortcutUse {
  keys: Shortcuts;
  /** Undoes the latest change; false if there is none. */
  undo(): boolean;
  /** Focuses the search box; undefined if there is none. */
  search?: (key: SearchKey) => void;
  /** Opens the help. */
  help(): void;
  /** Changes with every change of the reading list. */
  latestChange: unknown;
}

/**
 * Shortcuts that work wherever the focus is. Typing outside of any text box continues in the search
 * box.
 */
export function useShortcuts(use: ShortcutUse): void {
  const latest = useRef(use);
  latest.current = use;
  // In the search box, Ctrl+Z undoes the latest of typing and changes of the reading list.
  const typedLast = useRef(false);
  const { latestChange } = use;
  useEffect(() => {
    if (latestChange) typedLast.current = false;
  }, [latestChange]);

  useEffect(() => {
    const abort = new AbortController();
    const onInput = (): void => {
      typedLast.current = true;
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      // Letters choose an option in a `<select>`.
      if (event.defaultPrevented || event.target instanceof HTMLSelectElement || isDialogOpen()) return;
      const { keys, undo, search, help } = latest.current;
      const typing = isTyping(event.target);
      const command = shortcutOf(event, keys, typing)?.command;
      // In a note, Ctrl+Z always undoes typing.
      const ofText = typing && (typedLast.current || event.target instanceof HTMLTextAreaElement);
      if (command === 'undo' && !ofText) {
        if (event.repeat || undo()) event.preventDefault();
      } else if (command === 'search' && search) {
        event.preventDefault();
        ignoreHeldKey(event);
        search('leads');
      } else if (command === 'help') {
        event.preventDefault();
        if (!event.repeat) help();
      } else if (command === undefined && !typing) {
        if (isText(event) || isPressed('Mod+V', event)) search?.('writes');
        else if (event.key === 'Backspace' && !event.altKey) search?.('erases');
      }
    };
    // A held Enter must press a button only once: it would save and remove by turns.
    const onHeld = (event: KeyboardEvent): void => {
      if (event.repeat && event.key === 'Enter' && event.target instanceof HTMLButtonElement) event.preventDefault();
    };
    document.addEventListener('input', onInput, { signal: abort.signal });
    document.addEventListener('keydown', onKeyDown, { signal: abort.signal });
    document.addEventListener('keydown', onHeld, { signal: abort.signal, capture: true });
    return () => abort.abort();
  }, []);
}
