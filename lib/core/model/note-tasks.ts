/** Checkboxes in notes: "- [ ] try it" is a task, "- [x] try it" one that is done. */

/** The start of a list item, up to what is in its box. */
const BOX = /^[ \t]*(?:>[ \t]*)*(?:[-*+]|\d{1,9}[.)])[ \t]+\[(?=[ xX]\][ \t])/;
const FENCE = /^[ \t]*(?:>[ \t]*)*(`{3,}|~{3,})/;

/** Offsets of the boxes in a note, in order: of the space or x in each. Code has none. */
export function taskPlaces(note: string): number[] {
  const places: number[] = [];
  let at = 0;
  let fence: string | undefined;
  for (const line of note.split('\n')) {
    const sign = FENCE.exec(line)?.[1];
    if (fence === undefined) fence = sign;
    else if (sign?.startsWith(fence)) fence = undefined;
    const box = fence === undefined ? BOX.exec(line) : null;
    if (box) places.push(at + box[0].length);
    at += line.length + 1;
  }
  return places;
}

/** The note with the box at this offset ticked, or unticked. */
export function withTaskToggled(note: string, place: number): string {
  return note.slice(0, place) + (note[place] === ' ' ? 'x' : ' ') + note.slice(place + 1);
}
