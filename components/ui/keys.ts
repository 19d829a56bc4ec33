/** Matches key events with shortcuts. */
import type { PlainKey } from '../../lib/words/words.ts';

/** What a key does. Keys that move in a list (see movedTo) have no command. */
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
  /** Such as "Mod+S", where Mod is ⌘ on a Mac and Ctrl elsewhere. Footers show the first. */
  keys: readonly string[];
  /** A sentence for the help. */
  does: PlainKey;
  /** A word for a footer. */
  hint?: PlainKey;
  /** Works in text boxes too. */
  inText?: true;
  /** It opens a text box, to which what is typed next belongs. */
  opensBox?: true;
}

/** The shortcuts of a surface. */
export type Shortcuts = readonly Shortcut[];

/** The properties of a key event that matter. */
export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'repeat'
> & { getModifierState?(name: string): boolean };

/** The shortcut of a key. `typing`: the focus is in a text box, where most keys are text. */
export function shortcutOf(event: Pressed, shortcuts: Shortcuts, typing: boolean): Shortcut | undefined {
  if (isOfInputMethod(event)) return undefined;
  return shortcuts.find(({ command, keys, inText }) => {
    return command && (inText || !typing) && keys.some((key) => isPressed(key, event));
  });
}

/**
 * Whether a key writes text, or begins to. Not Space, which presses buttons outside of text boxes.
 */
export function isText(event: Pressed): boolean {
  if (isOfInputMethod(event)) return true;
  if ([...event.key].length !== 1 || event.key === ' ') return false;
  const { ctrlKey, altKey, metaKey } = event;
  // A third-level character: by AltGr, which Windows reports as Ctrl and Alt, or by ⌥ on a Mac.
  const isThirdLevel = event.getModifierState?.('AltGraph') || (ctrlKey && altKey) || (altKey && isMac());
  return !metaKey && (isThirdLevel || !(ctrlKey || altKey));
}

/**
 * Whether a key event matches a key such as "Mod+S", whatever Caps Lock and the keyboard layout.
 */
export function isPressed(written: string, event: Pressed): boolean {
  const parts = written.split('+');
  const key = parts.pop() as string;
  const isCharacter = key.length === 1;
  const has = (name: string): boolean => parts.includes(name);
  if (has('Mod') !== (event.ctrlKey || event.metaKey) || has('Alt') !== event.altKey) return false;
  // Some characters need Shift.
  if (has('Shift') !== event.shiftKey && !(isCharacter && parts.length === 0)) return false;
  return isCharacter ? letterOf(event) === key.toLowerCase() : event.key === key;
}

/** The Latin letter of a key; on a Russian or Greek keyboard, that of the English layout. */
function letterOf({ key, code }: Pressed): string {
  const isForeign = /^\p{L}$/u.test(key) && !/^[a-z]$/i.test(key);
  return (isForeign && /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase()) || key.toLowerCase();
}

/** Whether an input method or a dead key uses the event, so that it is not a shortcut. */
function isOfInputMethod({ isComposing, key }: Pressed): boolean {
  return isComposing || key === 'Process' || key === 'Dead';
}

function isMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac/.test(navigator.platform);
}

/** A key as it is shown: "Ctrl S", "⌘S", "↓". */
export function shown(written: string): string {
  const parts = written.split('+').map((part) => KEY_SYMBOLS[part] ?? part);
  const command = parts[0] === 'Mod' && parts.shift();
  if (!command) return parts.join(' ');
  return isMac() ? `⌘${parts.join('')}` : ['Ctrl', ...parts].join(' ');
}

const KEY_SYMBOLS: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  Enter: '↵',
  Escape: 'Esc',
  PageDown: 'Page ↓',
  PageUp: 'Page ↑',
  Backspace: '⌫',
};
