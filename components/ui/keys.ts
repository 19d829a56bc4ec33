/** Which shortcut a key means. */
import type { PlainKey } from '../../lib/words/words.ts';

/** What a key asks for. Those that a list hears as movement (see movedTo) have none. */
export type Command =
  | 'open'
  | 'save'
  | 'remove'
  | 'status'
  | 'tags'
  | 'note'
  | 'select-all'
  | 'cite'
  | 'undo'
  | 'search'
  | 'back'
  | 'help';

/** A command, its keys, and what they do. */
export interface Shortcut {
  command?: Command;
  /**
   * Written as "Mod+S": Mod is ⌘ on a Mac and Ctrl elsewhere. The first one is shown in footers.
   */
  keys: readonly string[];
  /** A sentence for the help. */
  does: PlainKey;
  /** A word for a footer. */
  hint?: PlainKey;
  /** Heard in text boxes too. */
  inText?: true;
  /** It opens a text box, which owns what is typed from then on. */
  opensBox?: true;
}

/** The shortcuts of a surface. */
export type Shortcuts = readonly Shortcut[];

/** What of a key event decides. */
export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'repeat'
> & { getModifierState?(name: string): boolean };

/**
 * The one of these shortcuts that a key means. `typing`: the focus is in a text box, where most
 * keys are text.
 */
export function shortcutOf(event: Pressed, shortcuts: Shortcuts, typing: boolean): Shortcut | undefined {
  if (isOfInputMethod(event)) return undefined;
  return shortcuts.find(({ command, keys, inText }) => {
    return command && (inText || !typing) && keys.some((key) => isPressed(key, event));
  });
}

/**
 * Whether a key writes text, or begins to. Space is left out: outside of text boxes it presses
 * buttons.
 */
export function isText(event: Pressed): boolean {
  if (isOfInputMethod(event)) return true;
  if ([...event.key].length !== 1 || event.key === ' ') return false;
  const { ctrlKey, altKey, metaKey } = event;
  // A third letter of a key: by AltGr, which Windows reports as Ctrl and Alt, or by ⌥ on a Mac.
  const isThirdLetter = event.getModifierState?.('AltGraph') || (ctrlKey && altKey) || (altKey && isMac());
  return !metaKey && (isThirdLetter || !(ctrlKey || altKey));
}

/**
 * Whether a key is the one that is written as "Mod+S", whatever CapsLock and the keyboard's
 * language say.
 */
export function isPressed(written: string, event: Pressed): boolean {
  const parts = written.split('+');
  const key = parts.pop() as string;
  const isSign = key.length === 1;
  const has = (name: string): boolean => parts.includes(name);
  if (has('Mod') !== (event.ctrlKey || event.metaKey) || has('Alt') !== event.altKey) return false;
  // Shift may be what it takes to write a sign.
  if (has('Shift') !== event.shiftKey && !(isSign && parts.length === 0)) return false;
  return isSign ? letterOf(event) === key.toLowerCase() : event.key === key;
}

/**
 * The Latin letter of a key: on a Russian or Greek keyboard the one in its place on an English one.
 */
function letterOf({ key, code }: Pressed): string {
  const isForeign = /^\p{L}$/u.test(key) && !/^[a-z]$/i.test(key);
  return (isForeign && /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase()) || key.toLowerCase();
}

/** A key that an input method or a dead key takes: no command, whatever letter is on it. */
function isOfInputMethod({ isComposing, key }: Pressed): boolean {
  return isComposing || key === 'Process' || key === 'Dead';
}

function isMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac/.test(navigator.platform);
}

/** A key as it is shown: "Ctrl S", "⌘S", "↓". */
export function shown(written: string): string {
  const parts = written.split('+').map((part) => SHOWN[part] ?? part);
  const command = parts[0] === 'Mod' && parts.shift();
  if (!command) return parts.join(' ');
  return isMac() ? `⌘${parts.join('')}` : ['Ctrl', ...parts].join(' ');
}

const SHOWN: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  Enter: '↵',
  Escape: 'Esc',
  PageDown: 'Page ↓',
  PageUp: 'Page ↑',
  Backspace: '⌫',
};
