/** The keys of each surface: the single source for handlers, footers, help and tests. */
import type { Shortcut, Shortcuts } from './keys.ts';
import { searchKeys, shared } from './search-keys.ts';

const { walk, leap, open, save, undo, typing, search, clear, help } = shared;

const remove: Shortcut = {
  command: 'remove',
  keys: ['Delete', 'Mod+Backspace'],
  does: 'keys.remove',
  hint: 'shared.remove',
};
const status: Shortcut = {
  command: 'status',
  keys: ['Mod+Enter'],
  does: 'keys.status',
  hint: 'shared.status',
};

/** No bare letter or digit changes the list: typing goes to a box, or nowhere. */
export const shortcuts = {
  search: searchKeys,
  saved: [walk, leap, open, status, { ...remove, keys: [...remove.keys, 'Mod+S'] }, undo, typing, search, help],
  page: [walk, leap, { ...open, does: 'keys.reveal', hint: 'keys.revealHint' }, save, undo, typing, search, help],
  paper: [
    { command: 'back', keys: ['Escape'], does: 'keys.back', hint: 'shared.back', inText: true },
    // Firefox always closes a popup on Escape, so there must be another way back.
    { command: 'back', keys: ['ArrowLeft'], does: 'keys.backInFirefox', hint: 'shared.back' },
    save,
    { command: 'cite', keys: ['Mod+C'], does: 'keys.cite', hint: 'keys.citeHint' },
    undo,
    help,
  ],
  library: [walk, leap, open, save, undo, typing, search, clear, help],
  queue: [
    walk,
    leap,
    { keys: ['Alt+ArrowDown', 'Alt+ArrowUp'], does: 'keys.move', hint: 'keys.moveHint' },
    { ...open, does: 'keys.openEntry' },
    { command: 'tags', keys: ['T'], does: 'keys.tags', hint: 'shared.tags', opensBox: true },
    { command: 'note', keys: ['N'], does: 'keys.note', hint: 'shared.note', opensBox: true },
    status,
    remove,
    { keys: ['Space', 'Shift+ArrowDown', 'Shift+ArrowUp'], does: 'shared.select', hint: 'shared.select' },
    { command: 'select-all', keys: ['Mod+A'], does: 'keys.selectAll' },
    search,
    { command: 'back', keys: ['Escape'], does: 'keys.selectNone', hint: 'shared.clear' },
    undo,
    help,
  ],
  writing: [
    { keys: ['Mod+Enter', 'Escape'], does: 'keys.doneWriting' },
    { command: 'save', keys: ['Mod+S'], does: 'keys.keepWriting', inText: true },
  ],
} satisfies Record<string, Shortcuts>;

/** A surface that has keys of its own. */
export type Surface = keyof typeof shortcuts;
