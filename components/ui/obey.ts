/** Doing what keys ask for. */
import { type Command, type Shortcuts, shortcutOf } from './keys.ts';
import { holdOff } from './typed-ahead.ts';

/** Whether keys pressed in `target` are text that is being written there. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !/^(?:checkbox|radio|button)$/.test(target.type))
  );
}

/**
 * Does what a key asks for by these shortcuts, and keeps the browser and others from hearing it;
 * false when it asks for nothing in `does`. A key that is held down changes the list once.
 */
export function obey(
  event: KeyboardEvent,
  shortcuts: Shortcuts,
  does: Partial<Record<Command, (() => void) | false | undefined>>,
): boolean {
  if (event.defaultPrevented || (event.key.startsWith('Arrow') && hasArrows(event.target))) return false;
  const shortcut = shortcutOf(event, shortcuts, isTyping(event.target));
  const run = shortcut?.command && does[shortcut.command];
  if (!run) return false;
  event.preventDefault();
  if (event.repeat) return true;
  if (shortcut.opensBox) holdOff(event);
  run();
  return true;
}

/** Whether arrows choose in `target`. */
function hasArrows(target: EventTarget | null): boolean {
  return target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === 'radio');
}
