import { useEffect, useRef } from 'preact/hooks';
import { commandOf, isTyping } from '../keys.ts';

interface Shortcuts {
  /** Takes the latest change back; false when there is none. */
  undo(): boolean;
  /** Goes to the search box. */
  search(): void;
  /** Changes with every change of the reading list. */
  latestChange: unknown;
}

/** Keys that work wherever the focus is. */
export function useShortcuts({ undo, search, latestChange }: Shortcuts): void {
  const latest = useRef({ undo, search });
  latest.current = { undo, search };
  // In the search box Ctrl+Z takes back what came last: typing, or a change of the reading list.
  const typedLast = useRef(false);
  useEffect(() => {
    if (latestChange) typedLast.current = false;
  }, [latestChange]);

  useEffect(() => {
    const abort = new AbortController();
    const onInput = (): void => {
      typedLast.current = true;
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const typing = isTyping(event.target);
      const command = commandOf(event, typing);
      // A note is a text of some length: there it is always the typing.
      const ofText = typing && (typedLast.current || event.target instanceof HTMLTextAreaElement);
      if (command === 'undo' && !ofText) {
        if (latest.current.undo()) event.preventDefault();
      } else if (command === 'search') {
        event.preventDefault();
        latest.current.search();
      }
    };
    document.addEventListener('input', onInput, { signal: abort.signal });
    document.addEventListener('keydown', onKeyDown, { signal: abort.signal });
    return () => abort.abort();
  }, []);
}
