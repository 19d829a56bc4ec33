/**
 * Where in a text titles may begin. This loop sees every character of every page, so it does little: it keeps two bits of each of the
 * last sixteen letters in one number, and compares it where sixteen letters ago a word began. Nothing in it depends on what a character
 * is, save for the rare ones that need more thought: a branch that can't be foreseen would cost more than all the rest.
 */
import { isLower, OPENING_BRACE, PLUS, singleLetterOf } from './fold.ts';

/** Letters of which a key is made. Titles with fewer are never marked. */
export const KEY_LETTERS = 16;

/** Characters that are looked at before the words among them are compared. */
const BLOCK = 16_384;

/* What a UTF-16 unit is: the class of its letter in the low two bits, whether it is one, and its kind of letter. */
const CLASS = 3;
const LETTER = 4;
const KIND = 4;
/** A small letter or a digit; a capital after it begins a word. Separators are of no kind. */
const SMALL = 1;
const CAPITAL = 2;
/** A word by itself, like a character of Chinese. */
const IDEOGRAPH = 3;
/** From here on, what needs more thought. */
const RARE = 128;
const INVISIBLE = 129;
const UNKNOWN = 130;

/** A bit for each kind after each kind, `4 * before + after`: 1 where a word begins. */
const BEGINS = [
  [0, SMALL],
  [0, CAPITAL],
  [0, IDEOGRAPH],
  [SMALL, CAPITAL],
  [SMALL, IDEOGRAPH],
  [CAPITAL, IDEOGRAPH],
  [IDEOGRAPH, SMALL],
  [IDEOGRAPH, CAPITAL],
  [IDEOGRAPH, IDEOGRAPH],
].reduce((bits, [before = 0, after = 0]) => bits | (1 << (4 * before + after)), 0);

/** Letters of one class, so chosen that each has a quarter of English text. */
const CLASSES = ['ekmpwyx1594', 'taudgj2608', 'oinvb37z', 'srhlcfq+'];

const kinds = new Uint8Array(0x10000).fill(UNKNOWN);
const keys = new Int32Array(BLOCK + 1);
const ends = new Int32Array(BLOCK + 1);

/** A set of keys: a bit for each of 2^(32 − shift) hashes. */
export interface KeyFilter {
  bits: Uint32Array;
  shift: number;
}

/** The key of the first {@link KEY_LETTERS} of these folded letters. Letters of one class are taken for the same. */
export function keyOf(letters: Uint16Array): number {
  let key = 0;
  for (let i = 0; i < KEY_LETTERS; i++) key = (key << 2) | classOf(letters[i] as number);
  return key;
}

/** The bit of a key in a filter. */
export function bitOf(key: number, shift: number): number {
  return Math.imul(key, 0x9e3779b1) >>> shift;
}

/**
 * Calls `visit` with the offset of each word of `text` with which a title may begin whose key is in `filter`: of all of them, and of
 * few others. Not in order; a word may be visited twice.
 */
export function findBeginnings(text: string, filter: KeyFilter, visit: (start: number) => void): void {
  const { bits, shift } = filter;
  let key = 0;
  // A bit for each of the last letters, the newest lowest: 1 where a word begins.
  let begins = 0;
  // Four times the kind of the unit before.
  let before = 0;
  for (let from = 0; from < text.length; from += BLOCK) {
    const to = Math.min(text.length, from + BLOCK);
    let count = 0;
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i);
      let kind = kinds[unit] as number;
      if (kind >= RARE) {
        if (kind === UNKNOWN) {
          kind = kindOf(unit);
          kinds[unit] = kind;
        }
        if (kind === INVISIBLE) continue;
        if (isSeparatorAt(text, i, unit)) kind = 0;
        if (kind >= RARE) {
          visitOpen(text, i, begins, visit);
          // Braces and pluses begin no title.
          if (unit !== OPENING_BRACE && unit !== PLUS) visit(i);
          key = begins = before = 0;
          continue;
        }
      }
      const isLetter = (kind >> 2) & 1;
      // Older letters leave at the top of the 32 bits.
      key = (key << (isLetter << 1)) | (kind & CLASS);
      begins = (begins << isLetter) | ((BEGINS >> (before | (kind >> KIND))) & 1);
      keys[count] = key;
      ends[count] = i;
      count += (begins >>> (KEY_LETTERS - 1)) & isLetter;
      before = (kind >> (KIND - 2)) & 12;
    }
    for (let i = 0; i < count; i++) {
      const bit = bitOf(keys[i] as number, shift);
      if (((bits[bit >>> 5] as number) >>> (bit & 31)) & 1) visit(lettersBefore(text, ends[i] as number));
    }
  }
}

/** Whether a brace or a plus at `i` only parts words: no command stands before the brace, and the plus ends no name. */
function isSeparatorAt(text: string, i: number, unit: number): boolean {
  if (unit === OPENING_BRACE) return i === 0 || !isPlainLetter(text, i - 1);
  return unit === PLUS && i + 1 < text.length && isPlainLetter(text, i + 1);
}

/** Offset of the letter that is {@link KEY_LETTERS} − 1 letters before the one at `end`. */
function lettersBefore(text: string, end: number): number {
  let i = end;
  for (let left = KEY_LETTERS - 1; left > 0; ) if (isPlainLetter(text, --i)) left--;
  return i;
}

/** Visits the words before `end` that have begun and of which the key was not complete: it can't be known what a rare character makes of it. */
function visitOpen(text: string, end: number, begins: number, visit: (start: number) => void): void {
  let open = begins & (2 ** (KEY_LETTERS - 1) - 1);
  for (let i = end - 1; open !== 0; i--) {
    if (!isPlainLetter(text, i)) continue;
    if (open & 1) visit(i);
    open >>>= 1;
  }
}

function isPlainLetter(text: string, i: number): boolean {
  const kind = kinds[text.charCodeAt(i)] as number;
  return kind < RARE && (kind & LETTER) !== 0;
}

function kindOf(unit: number): number {
  const { letter, isInvisible, isWord } = singleLetterOf(unit);
  if (isInvisible) return INVISIBLE;
  if (letter === undefined) return RARE;
  if (letter === 0) return 0;
  let category = CAPITAL;
  if (isWord) category = IDEOGRAPH;
  else if (isLower(unit)) category = SMALL;
  return LETTER | classOf(letter) | (category << KIND);
}

function classOf(letter: number): number {
  const known = CLASSES.findIndex((letters) => letters.includes(String.fromCharCode(letter)));
  return known < 0 ? letter & CLASS : known;
}
