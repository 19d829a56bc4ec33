/**
 * The keys of the popup's search; other surfaces share them. The popup's first answer needs no
 * more.
 */
import type { Shortcut, Shortcuts } from './keys.ts';

/** Keys that several surfaces have. */
export const shared = {
  walk: { keys: ['ArrowDown', 'ArrowUp'], does: 'Go through the papers', hint: 'Browse' },
  leap: { keys: ['PageDown', 'PageUp', 'Home', 'End'], does: 'Go further at once' },
  open: { command: 'open', keys: ['Enter'], does: 'Open the paper', hint: 'Open', inText: true },
  save: {
    command: 'save',
    keys: ['Mod+S'],
    does: 'Save the paper, or remove it',
    hint: 'Save',
    inText: true,
  },
  undo: {
    command: 'undo',
    keys: ['Mod+Z'],
    does: 'Undo the latest change of the reading list',
    hint: 'Undo',
    inText: true,
  },
  search: {
    command: 'search',
    keys: ['/'],
    does: 'Go to the search box',
    hint: 'Search',
    opensBox: true,
  },
  typing: { keys: ['A', '…', '9'], does: 'Typing goes on in the search box' },
  help: { command: 'help', keys: ['?'], does: 'Show all keys', hint: 'Keys' },
  clear: {
    command: 'back',
    keys: ['Escape'],
    does: 'Back, then clear the query',
    hint: 'Clear',
    inText: true,
  },
} satisfies Record<string, Shortcut>;

const { walk, leap, open, save, undo, typing, search, clear, help } = shared;

/** The keys of the popup's search. */
export const searchKeys: Shortcuts = [walk, leap, open, save, undo, typing, search, clear, help];
