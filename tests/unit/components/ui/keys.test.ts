import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isText, type Pressed, type Shortcut, shortcutOf, shown } from '../../../../components/ui/keys.ts';
import { type Surface, shortcuts } from '../../../../components/ui/shortcuts.ts';

/** A key event, written as "Ctrl+s"; `more` is what else is known of it. */
const press = (name: string, more: Partial<Pressed> = {}): Pressed => {
  const parts = name.split('+');
  const key = parts.pop() as string;
  const has = (modifier: string): boolean => parts.includes(modifier);
  return {
    key,
    code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
    ctrlKey: has('Ctrl'),
    metaKey: has('Meta'),
    altKey: has('Alt'),
    shiftKey: has('Shift'),
    isComposing: false,
    repeat: false,
    ...more,
  };
};
const surfaces = Object.keys(shortcuts) as Surface[];
const command = (key: Pressed, surface: Surface, typing = false) =>
  shortcutOf(key, shortcuts[surface], typing)?.command;
/** What changes the list, or puts something else in the clipboard. */
const CHANGES = new Set(['save', 'remove', 'status', 'cite', 'undo', 'select-all']);
const bare = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;-+"'];

describe('shortcutOf', () => {
  it.each(surfaces)('lets no bare letter, digit or other character change the list: %s', (surface) => {
    const changing = bare.filter((key) => CHANGES.has(command(press(key), surface) ?? ''));
    expect(changing).toEqual([]);
  });

  it.each(['search', 'saved', 'page', 'paper', 'library'] as const)(
    'gives every letter and digit to typing: %s',
    (surface) => {
      expect(bare.filter((key) => command(press(key), surface))).toEqual([]);
    },
  );

  it.each(surfaces)('leaves text boxes all keys that write, erase or move: %s', (surface) => {
    const keys = [
      ...bare,
      '?',
      '/',
      'Backspace',
      'Delete',
      'ArrowLeft',
      'Ctrl+a',
      'Ctrl+c',
      'Ctrl+Backspace',
      'Ctrl+Enter',
    ];
    expect(keys.filter((key) => command(press(key), surface, true))).toEqual([]);
  });

  it.each([
    ['Ctrl+s', 'search', 'save'],
    ['Meta+s', 'library', 'save'],
    ['Ctrl+z', 'queue', 'undo'],
    ['Ctrl+Shift+Z', 'queue', undefined],
    ['Alt+s', 'search', undefined],
    ['Ctrl+c', 'paper', 'cite'],
    ['Ctrl+Shift+C', 'paper', undefined],
    ['Delete', 'saved', 'remove'],
    ['Meta+Backspace', 'queue', 'remove'],
    ['Backspace', 'queue', undefined],
    ['Ctrl+Enter', 'queue', 'status'],
    ['t', 'queue', 'tags'],
    ['Escape', 'paper', 'back'],
    ['ArrowLeft', 'paper', 'back'],
    ['/', 'search', 'search'],
    ['Shift+?', 'queue', 'help'],
  ] as const)('%s in %s is %s', (key, surface, wanted) => {
    expect(command(press(key), surface)).toBe(wanted);
  });

  it('recognises a letter under Caps Lock and on a keyboard of another script', () => {
    expect(command(press('Ctrl+S'), 'search')).toBe('save');
    expect(command(press('T'), 'queue')).toBe('tags');
    expect(command(press('Ctrl+ы', { code: 'KeyS' }), 'search')).toBe('save');
    expect(command(press('т', { code: 'KeyN' }), 'queue')).toBe('note');
    // The same place on a French keyboard is another Latin letter: what is written on it counts.
    expect(command(press('Ctrl+z', { code: 'KeyW' }), 'queue')).toBe('undo');
  });

  it('ignores keys that an input method uses', () => {
    for (const surface of surfaces) {
      for (const key of ['t', 'Escape', 'Enter', 'Delete', 'Ctrl+s']) {
        expect(command(press(key, { isComposing: true }), surface)).toBeUndefined();
      }
      expect(command(press('Process', { code: 'KeyT' }), surface)).toBeUndefined();
      expect(command(press('Dead', { code: 'KeyT' }), surface)).toBeUndefined();
    }
  });
});

describe('isText', () => {
  it.each(['a', 'Z', '7', 'ы', 'é', '漢', '𝒜', '"', 'Shift+A'])('%s is text', (key) => {
    expect(isText(press(key))).toBe(true);
  });

  it.each(['Enter', 'Tab', ' ', 'F1', 'ArrowUp', 'Ctrl+a', 'Meta+a', 'Alt+f', 'CapsLock'])('%j is not text', (key) => {
    expect(isText(press(key))).toBe(false);
  });

  it('takes keys of input methods, dead keys and third-level characters for text', () => {
    expect(isText(press('Process'))).toBe(true);
    expect(isText(press('Dead'))).toBe(true);
    expect(isText(press('Ctrl+Alt+@'))).toBe(true);
    expect(isText(press('Alt+ł', { getModifierState: (name) => name === 'AltGraph' }))).toBe(true);
  });
});

describe('The table of keys', () => {
  const all: Shortcut[] = Object.values(shortcuts).flat();

  it('is in the README', () => {
    const readme = readFileSync('README.md', 'utf8')
      .replaceAll(/<\/?kbd>/g, '')
      .replaceAll('Alt ↓ ↑', 'Alt ↓');
    const missing = all.flatMap(({ keys }) => keys.slice(0, 1)).filter((key) => !readme.includes(shown(key)));
    expect([...new Set(missing)].filter((key) => key !== 'A')).toEqual([]);
  });

  it('says what each key does, and gives each surface the key that shows all of them', () => {
    for (const { does, keys } of all) expect(does.length * keys.length).toBeGreaterThan(0);
    for (const surface of ['search', 'saved', 'page', 'paper', 'library', 'queue'] as const) {
      expect(command(press('Shift+?'), surface)).toBe('help');
    }
  });
});
