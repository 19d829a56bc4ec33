/**
 * The keys of the popup's search, shared by other surfaces. Separate, since the popup's first
 * results need no others.
 */
import type { Shortcut, Shortcuts } from './keys.ts';

/** Keys that several surfaces share. */
export const shared = {
  walk: { keys: ['ArrowDown', 'ArrowUp'], does: 'keys.walk', hint: 'keys.walkHint' },
  leap: { keys: ['PageDown', 'PageUp', 'Home', 'End'], does: 'keys.leap' },
  open: { command: 'open', keys: ['Enter'], does: 'keys.open', hint: 'shared.open', inText: true },
  save: {
    command: 'save',
    keys: ['Mod+S'],
    does: 'keys.save',
    hint: 'shared.save',
    inText: true,
  },
  undo: {
    command: 'undo',
    keys: ['Mod+Z'],
    does: 'keys.undo',
    hint: 'shared.undo',
    inText: true,
  },
  search: {
    command: 'search',
    keys: ['/'],
    does: 'keys.search',
    hint: 'shared.search',
    opensBox: true,
  },
  typing: { keys: ['A', '…', '9'], does: 'keys.typing' },
  help: { command: 'help', keys: ['?'], does: 'keys.help', hint: 'shared.keys' },
  clear: {
    command: 'back',
    keys: ['Escape'],
    does: 'keys.clear',
    hint: 'shared.clear',
    inText: true,
  },
} satisfies Record<string, Shortcut>;

const { walk, leap, open, save, undo, typing, search, clear, help } = shared;

/** The keys of the popup's search. */
export const searchKeys: Shortcuts = [walk, leap, open, save, undo, typing, search, clear, help];
