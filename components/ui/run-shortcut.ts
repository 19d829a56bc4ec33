/** Runs the commands of shortcuts. */
import { type Command, type Shortcuts, shortcutOf } from './keys.ts';
import { ignoreHeldKey } from './typed-ahead.ts';

/** Whether keys pressed in `target` write text there. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !/^(?:checkbox|radio|button)$/.test(target.type))
  );
}

/**
 * Runs the command of a key by these shortcuts, and prevents its default; false if `does` has no
 * such command. A held key runs it once.
 */
export function runShortcut(
  event: KeyboardEvent,
  shortcuts: Shortcuts,
  does: Partial<Record<Command, (() => void) | false | undefined>>,
): boolean {
  if (event.defaultPrevented || (event.key.startsWith('Arrow') && usesArrows(event.target))) return false;
  const shortcut = shortcutOf(event, shortcuts, isTyping(event.target));
  const run = shortcut?.command && does[shortcut.command];
  if (!run) return false;
  event.preventDefault();
  if (event.repeat) return true;
  if (shortcut.opensBox) ignoreHeldKey(event);
  run();
  return true;
}

/** Whether arrow keys select a value in `target`. */
function usesArrows(target: EventTarget | null): boolean {
  return target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === 'radio');
}
