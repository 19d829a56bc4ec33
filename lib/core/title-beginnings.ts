/**
 * Where in a text titles may begin. The loop in {@link findBeginnings} sees every character of every page, so it does little: it
 * writes the letters one after the other, and notes where words begin. It has no branch that depends on a character, since one that
 * can't be foreseen costs more than all the rest. Then the next sixteen letters of each word are hashed and looked up.
 */
import { bareCommandBefore, isDigit, isSmall, OPENING_BRACE, PLUS, singleLetterOf } from './fold.ts';

/** Letters of which a key is made. Titles with fewer are never marked. */
export const KEY_LETTERS = 16;

/** Characters that are looked at before the words among them are looked up: few enough that all of it stays in the cache. */
const BLOCK = 16_384;
/** Characters that are read of the next block: as a rule, enough for two keys. */
const AHEAD = 3 * KEY_LETTERS;

/*
 * What is known of a UTF-16 unit, in 16 bits: the low eight stand for its letter, the next four say after which kinds of character a
 * word begins with it, the last four are the place of the bit for its own kind among those of the next unit.
 */
const LETTER = 0x80;
/** Stands among the letters for what needs more thought: several letters, or none, as the text around it has it. */
const RARE = LETTER | 0x40;
/** {@link RARE} in any of four letters. */
const RARES = 0x40404040;
/** Rare as long as it has not been met. */
const UNKNOWN = RARE | 1;
const BEGINS = 8;
const KIND = 12;

/**
 * Kinds of characters. A word begins with a letter after none, and with each ideograph. Titles may also begin right after other letters,
 * where the text of two elements runs together: with a capital or a digit, or after a digit.
 */
const NONE = 0;
const LETTERS = 1;
const IDEOGRAPH = 2;
const DIGIT = 3;
/** A bit for each kind after which a word begins with a small letter, and with any other. */
const APART = (1 << NONE) | (1 << IDEOGRAPH) | (1 << DIGIT);
const ALWAYS = APART | (1 << LETTERS);

const units = new Uint16Array(0x10000).fill(described(UNKNOWN, ALWAYS, NONE));
for (let unit = 0; unit < 0x80; unit++) units[unit] = describe(unit);

const letters = new Uint8Array(BLOCK + AHEAD + 2 * KEY_LETTERS);
const lettersInFours = new DataView(letters.buffer);
/** For each word of a block, the index of its first letter, and its offset in the text. */
const firsts = new Int32Array(BLOCK + AHEAD + 1);
const starts = new Int32Array(BLOCK + AHEAD + 1);
const found = new Int32Array(BLOCK + 1);

const oneKey = new DataView(new ArrayBuffer(KEY_LETTERS));

/** A set of keys. */
export interface KeySet {
  /** A bit for each of 2^(32 − shift) hashes. */
  readonly filter: Uint32Array;
  readonly shift: number;
  /**
   * Letters of the longest title that has this key, and if it is long enough, `next` as the key of the letters that follow; undefined if
   * that is not known. 0 if there is none.
   */
  longestWith(key: number, next: number | undefined): number;
}

/** The key of the first {@link KEY_LETTERS} of these folded letters. */
export function keyOf(folded: ArrayLike<number>, first = 0): number {
  for (let i = 0; i < KEY_LETTERS; i++) oneKey.setUint8(i, codeOf(folded[first + i] as number));
  return hash(oneKey.getInt32(0, true), oneKey.getInt32(4, true), oneKey.getInt32(8, true), oneKey.getInt32(12, true));
}

/** Takes a place where a title may begin, and the letters of the longest title that may, undefined where that takes more thought. */
export type VisitBeginning = (start: number, longest: number | undefined) => void;

/**
 * Calls `visit` with the offset of each word of `text` with which a title may begin whose key is in `keys`: of all of them, and of
 * few others.
 */
export function findBeginnings(text: string, keys: KeySet, visit: VisitBeginning): void {
  for (let from = 0; from < text.length; from += BLOCK) {
    const count = lookUpWords(text, from, Math.min(text.length, from + BLOCK), keys.filter, keys.shift);
    for (let i = 0; i < count; i++) {
      const word = found[i] as number;
      const at = firsts[word] as number;
      const key = keyAt(at);
      const longest = key === undefined ? 0 : keys.longestWith(key, keyAt(at + KEY_LETTERS));
      if (key === undefined) visitRare(text, word, visit);
      else if (longest > 0) visit(starts[word] as number, longest);
    }
  }
}

/**
 * Writes the words of `text[from, to)` whose key may be in the filter, or is not known, to {@link found}, and returns how many there
 * are. Nothing is called from here and all state is in local variables, which makes it twice as fast.
 */
function lookUpWords(text: string, from: number, to: number, filter: Uint32Array, shift: number): number {
  let length = 0;
  let words = 0;
  let before = BEGINS + NONE;
  // The last words may have letters beyond, in the next block.
  const end = Math.min(text.length, to + AHEAD);
  for (let i = from; i < end; i++) {
    const unit = units[text.charCodeAt(i)] as number;
    letters[length] = unit;
    firsts[words] = length;
    starts[words] = i;
    words += (unit >> before) & 1;
    before = unit >> KIND;
    length += (unit >> 7) & 1;
  }
  // Words that begin there are looked up with it.
  while (words > 0 && (starts[words - 1] as number) >= to) words--;
  letters.fill(RARE, length, length + 2 * KEY_LETTERS);
  let count = 0;
  for (let word = 0; word < words; word++) {
    const at = firsts[word] as number;
    const a = lettersInFours.getInt32(at, true);
    const b = lettersInFours.getInt32(at + 4, true);
    const c = lettersInFours.getInt32(at + 8, true);
    const d = lettersInFours.getInt32(at + 12, true);
    const bit = hash(a, b, c, d) >>> shift;
    const isRare = ((a | b | c | d) & RARES) === 0 ? 0 : 1;
    found[count] = word;
    count += (((filter[bit >>> 5] as number) >>> (bit & 31)) & 1) | isRare;
  }
  return count;
}

/** The key of the letters from `at` on, or undefined if something rare is among them. */
function keyAt(at: number): number | undefined {
  const a = lettersInFours.getInt32(at, true);
  const b = lettersInFours.getInt32(at + 4, true);
  const c = lettersInFours.getInt32(at + 8, true);
  const d = lettersInFours.getInt32(at + 12, true);
  return (a | b | c | d) & RARES ? undefined : hash(a, b, c, d);
}

/** Visits a word with something rare among its letters. */
function visitRare(text: string, word: number, visit: VisitBeginning): void {
  const start = starts[word] as number;
  const unit = text.charCodeAt(start);
  visit(start, undefined);
  if (((units[unit] as number) & 0xff) === UNKNOWN) units[unit] = describe(unit);
  // A command that is taken back may stand among the letters of words further back.
  if (unit !== OPENING_BRACE || bareCommandBefore(text, start) === 0) return;
  const reach = (firsts[word] as number) - 2 * KEY_LETTERS;
  for (let w = word - 1; w >= 0 && (firsts[w] as number) > reach; w--) visit(starts[w] as number, undefined);
}

/** A hash of sixteen letters. Its upper bits are the better ones. */
function hash(a: number, b: number, c: number, d: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35) ^ d;
  return Math.imul(mixed ^ (mixed >>> 15), 0x27d4eb2f) >>> 0;
}

function describe(unit: number): number {
  // No title begins with a plus.
  if (unit === PLUS) return described(RARE, 0, NONE);
  const { letter, isInvisible, isWord } = singleLetterOf(unit);
  if (isInvisible || letter === 0) return described(0, 0, NONE);
  if (letter === undefined) return described(RARE, ALWAYS, NONE);
  let kind = LETTERS;
  if (isWord) kind = IDEOGRAPH;
  else if (isDigit(unit)) kind = DIGIT;
  return described(codeOf(letter), isSmall(unit) ? APART : ALWAYS, kind);
}

function described(code: number, begins: number, kind: number): number {
  return code | (begins << BEGINS) | ((BEGINS + kind) << KIND);
}

/** A letter in six bits: some letters share them, and keys are compared with more care later. */
function codeOf(letter: number): number {
  return LETTER | (letter & 0x3f);
}
