/** Task boxes in notes: "- [ ] try it" is one to be done, "- [x] try it" is done. */

/** A list item's beginning, up to what stands in its box. */
const BOX = /^[ \t]*(?:>[ \t]*)*(?:[-*+]|\d{1,9}[.)])[ \t]+\[(?=[ xX]\][ \t])/;
const FENCE = /^[ \t]*(?:>[ \t]*)*(`{3,}|~{3,})/;

/** Where in a note the boxes are, in order: the place of the space or x in each. Code has none. */
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

/** A note with the box at one of these places ticked, or not any more. */
export function withTaskToggled(note: string, place: number): string {
  return note.slice(0, place) + (note[place] === ' ' ? 'x' : ' ') + note.slice(place + 1);
}
