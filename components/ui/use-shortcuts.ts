import { useEffect, useRef } from 'preact/hooks';
import { isPressed, isText, type Shortcuts, shortcutOf } from './keys.ts';
import { isTyping } from './obey.ts';
import { isDialogOpen } from './open-dialog.ts';
import { holdOff } from './typed-ahead.ts';

/**
 * What the key that leads to the search box does there: nothing more, or it writes or takes a
 * letter away.
 */
export type SearchKey = 'leads' | 'writes' | 'erases';

interface ShortcutUse {
  keys: Shortcuts;
  /** Takes the latest change back; false when there is none. */
  undo(): boolean;
  /** Goes to the search box. Undefined where there is no box. */
  search?: (key: SearchKey) => void;
  /** Shows what keys do. */
  help(): void;
  /** Changes with every change of the reading list. */
  latestChange: unknown;
}

/**
 * Keys that work wherever the focus is, and typing outside of any box, which goes on in the search
 * box.
 */
export function useShortcuts(use: ShortcutUse): void {
  const latest = useRef(use);
  latest.current = use;
  // In the search box Ctrl+Z takes back what came last: typing, or a change of the reading list.
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
      // A list of choices has letters of its own.
      if (event.defaultPrevented || event.target instanceof HTMLSelectElement || isDialogOpen()) return;
      const { keys, undo, search, help } = latest.current;
      const typing = isTyping(event.target);
      const command = shortcutOf(event, keys, typing)?.command;
      // A note is a text of some length: there it is always the typing.
      const ofText = typing && (typedLast.current || event.target instanceof HTMLTextAreaElement);
      if (command === 'undo' && !ofText) {
        if (event.repeat || undo()) event.preventDefault();
      } else if (command === 'search' && search) {
        event.preventDefault();
        holdOff(event);
        search('leads');
      } else if (command === 'help') {
        event.preventDefault();
        if (!event.repeat) help();
      } else if (command === undefined && !typing) {
        if (isText(event) || isPressed('Mod+V', event)) search?.('writes');
        else if (event.key === 'Backspace' && !event.altKey) search?.('erases');
      }
    };
    // A button that is held down is pressed once: it would save and remove by turns.
    const onHeld = (event: KeyboardEvent): void => {
      if (event.repeat && event.key === 'Enter' && event.target instanceof HTMLButtonElement) event.preventDefault();
    };
    document.addEventListener('input', onInput, { signal: abort.signal });
    document.addEventListener('keydown', onKeyDown, { signal: abort.signal });
    document.addEventListener('keydown', onHeld, { signal: abort.signal, capture: true });
    return () => abort.abort();
  }, []);
}
