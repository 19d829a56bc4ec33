import { describe, expect, it } from 'vitest';
import { taskPlaces, withTaskToggled } from '../../../../lib/core/model/note-tasks.ts';

const note = [
  '# Plan',
  '- [ ] read',
  '  1. [x] run',
  '- not [ ] this',
  '> * [X] quoted',
  '```',
  '- [ ] code',
  '```',
  '- [ ] last',
].join('\n');

describe('Checkboxes of a note', () => {
  it('are found in lists of all kinds, not in text or code', () => {
    expect(taskPlaces(note).map((place) => note.slice(place - 1, place + 2))).toEqual(['[ ]', '[x]', '[X]', '[ ]']);
    expect(taskPlaces('')).toEqual([]);
  });

  it('are ticked and unticked one at a time', () => {
    const [first, second, , last] = taskPlaces(note) as [number, number, number, number];
    expect(withTaskToggled(note, first)).toBe(note.replace('- [ ] read', '- [x] read'));
    expect(withTaskToggled(note, second)).toBe(note.replace('[x] run', '[ ] run'));
    expect(withTaskToggled(note, last)).toBe(note.replace('- [ ] last', '- [x] last'));
    expect(withTaskToggled(withTaskToggled(note, first), first)).toBe(note);
  });
});
