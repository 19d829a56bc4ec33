/**
 * What each key does on each surface: the one table that handlers, footers, the help and the tests
 * read.
 */
import type { Shortcut, Shortcuts } from './keys.ts';
import { searchKeys, shared } from './search-keys.ts';

const { walk, leap, open, save, undo, typing, search, clear, help } = shared;

const remove: Shortcut = {
  command: 'remove',
  keys: ['Delete', 'Mod+Backspace'],
  does: 'Remove the paper from the reading list',
  hint: 'Remove',
};
const status: Shortcut = {
  command: 'status',
  keys: ['Mod+Enter'],
  does: 'To read, reading, read: the next of them',
  hint: 'Status',
};

/**
 * The keys of each surface. No bare letter or digit changes the list: typing goes to a box, or to
 * nothing.
 */
export const shortcuts = {
  search: searchKeys,
  saved: [walk, leap, open, status, { ...remove, keys: [...remove.keys, 'Mod+S'] }, undo, typing, search, help],
  page: [
    walk,
    leap,
    { ...open, does: 'Show it on the page', hint: 'Show on the page' },
    save,
    undo,
    typing,
    search,
    help,
  ],
  paper: [
    { command: 'back', keys: ['Escape'], does: 'Back to the list', hint: 'Back', inText: true },
    // Firefox closes a popup at Escape, whatever the popup says to it: there must be another way
    // back.
    { command: 'back', keys: ['ArrowLeft'], does: 'Back to the list, also in Firefox’s popup', hint: 'Back' },
    save,
    { command: 'cite', keys: ['Mod+C'], does: 'Copy its BibTeX, while no text is selected', hint: 'BibTeX' },
    undo,
    help,
  ],
  library: [walk, leap, open, save, undo, typing, search, clear, help],
  queue: [
    walk,
    leap,
    { keys: ['Alt+ArrowDown', 'Alt+ArrowUp'], does: 'Move the paper, or all that are selected', hint: 'Move' },
    { ...open, does: 'Open the paper, with its tags and note' },
    { command: 'tags', keys: ['T'], does: 'Write tags', hint: 'Tags', opensBox: true },
    { command: 'note', keys: ['N'], does: 'Write the note', hint: 'Note', opensBox: true },
    status,
    remove,
    { keys: ['Space', 'Shift+ArrowDown', 'Shift+ArrowUp'], does: 'Select', hint: 'Select' },
    { command: 'select-all', keys: ['Mod+A'], does: 'Select all' },
    search,
    { command: 'back', keys: ['Escape'], does: 'Select none; close the paper', hint: 'Clear' },
    undo,
    help,
  ],
  writing: [
    { keys: ['Mod+Enter', 'Escape'], does: 'Done with the note, or the tags' },
    { command: 'save', keys: ['Mod+S'], does: 'Save what is written and go on', inText: true },
  ],
} satisfies Record<string, Shortcuts>;

/** A surface that has keys of its own. */
export type Surface = keyof typeof shortcuts;
