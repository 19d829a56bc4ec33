import { describe, expect, it } from 'vitest';
import { commandOf, movedTo } from '../../../components/keys.ts';

const key = (name: string) => {
  const parts = name.split('+');
  return {
    key: parts.at(-1) as string,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
  };
};

describe('movedTo', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 1, 0],
    ['ArrowUp', 0, -1],
    ['PageDown', 0, 5],
    ['PageDown', 7, 9],
    ['PageUp', 7, 2],
    ['PageUp', 2, 0],
    ['Home', 7, 0],
    ['End', 2, 9],
  ])('%s goes from row %i of ten to row %i', (name, from, to) => {
    expect(movedTo(name, from, 10)).toBe(to);
  });

  it('stays above an empty list', () => {
    for (const name of ['ArrowDown', 'ArrowUp', 'PageDown', 'Home', 'End']) expect(movedTo(name, -1, 0)).toBe(-1);
  });

  it('leaves other keys alone', () => {
    expect(movedTo('Enter', 3, 10)).toBeUndefined();
  });
});

describe('commandOf', () => {
  it.each([
    ['Ctrl+s', 'save'],
    ['Meta+s', 'save'],
    ['Ctrl+Enter', 'save'],
    ['Ctrl+z', 'undo'],
    ['Ctrl+Shift+Z', undefined],
    ['Ctrl+a', undefined],
    ['Ctrl+c', undefined],
    ['Alt+s', undefined],
    ['Escape', 'back'],
  ])('%s is %s wherever the focus is', (name, command) => {
    expect(commandOf(key(name), true)).toBe(command);
    expect(commandOf(key(name), false)).toBe(command);
  });

  it.each([
    ['s', 'save'],
    ['c', 'cite'],
    ['/', 'search'],
    ['g', 'type'],
    ['Backspace', 'type'],
    [' ', undefined],
    ['Tab', undefined],
    ['ArrowLeft', 'back'],
    ['ArrowRight', undefined],
  ])('%j is %s in a list and text in a text field', (name, command) => {
    expect(commandOf(key(name), false)).toBe(command);
    expect(commandOf(key(name), true)).toBeUndefined();
  });
});
