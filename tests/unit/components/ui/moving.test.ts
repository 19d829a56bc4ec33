import { describe, expect, it } from 'vitest';
import { movedTo } from '../../../../components/ui/moving.ts';

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

  it('ignores other keys', () => {
    expect(movedTo('Enter', 3, 10)).toBeUndefined();
  });
});
