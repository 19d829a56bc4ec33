/** Folding of texts as they are stored: a hundred of them are folded with each word of a query that is typed. */
import { fold, SPECIAL_UNITS } from './fold.ts';
import { textOf } from './texts.ts';

/** Marks what is no plain text: beyond ASCII, or more than it seems to be. Codes of folded letters are smaller. */
const SPECIAL = 0x80;
/** Folded code of each byte; 0 for what vanishes. */
const FOLDED = new Uint8Array(256).fill(SPECIAL, SPECIAL);
for (const char of 'abcdefghijklmnopqrstuvwxyz0123456789') {
  const code = char.charCodeAt(0);
  FOLDED[code] = code;
  FOLDED[char.toUpperCase().charCodeAt(0)] = code;
}
for (const unit of SPECIAL_UNITS) FOLDED[unit] = SPECIAL;
/** 1 for each byte that doesn't vanish. */
const IS_LETTER = FOLDED.map(Math.sign);

let room = new Uint8Array(4096);

/** The same as {@link fold} of the text that `utf8` is, five times as fast where that is nothing but plain ASCII, as four abstracts in five. */
export function foldBytes(utf8: Uint8Array): string {
  if (room.length < utf8.length) room = new Uint8Array(utf8.length);
  const folded = room;
  let length = 0;
  let all = 0;
  // Without a branch: where words end can't be foreseen, and a wrong guess takes as long as ten bytes.
  for (let i = 0; i < utf8.length; i++) {
    const byte = utf8[i] as number;
    const letter = FOLDED[byte] as number;
    folded[length] = letter;
    length += IS_LETTER[byte] as number;
    all |= letter;
  }
  return (all & SPECIAL) === 0 ? textOf(folded.subarray(0, length)) : fold(textOf(utf8));
}
