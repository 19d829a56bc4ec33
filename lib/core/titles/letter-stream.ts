/**
 * The letters of a block of text, one after the other. The loop in {@link readLetters} sees every
 * character of every page, so it does little: it writes the letters, and notes where words begin
 * and which characters need folding. It has no branch that depends on a character, since one that
 * can't be foreseen costs more than all the rest.
 */
import { isMeaningful } from '../text/fold.ts';
import { LONGEST_COMMAND } from '../text/tex-commands.ts';
import { BEGINS, type CharacterClasses, KIND, NEEDS_FOLDING, NONE } from './character-classes.ts';
import { KEY_LETTERS, KEY_REACH, LETTER } from './title-key.ts';

/**
 * Characters that are read at once: few enough that all that is known of them stays in the cache,
 * and that a clock is asked often.
 */
export const BLOCK = 4096;

/**
 * Letters that are read of the next block: enough for two keys, and to see the brace of a command
 * that begins in one.
 */
const AHEAD = KEY_LETTERS + LONGEST_COMMAND;

/** Codes of the letters, followed by zeros. */
const letters = new Uint8Array(BLOCK + AHEAD + 2 * KEY_LETTERS);

/** What was read of a block. */
export const block = {
  codes: new DataView(letters.buffer),
  /** How many words begin in the block. */
  words: 0,
  /** For each word, the index of its first letter. */
  firsts: new Int32Array(BLOCK + 1),
  /** For each word, its offset in the text. */
  starts: new Int32Array(BLOCK + 1),
  /** How many characters are not what they seem: they need folding, with the text around them. */
  special: 0,
  /** Their offsets in the text, in the block and of what was read of the next. */
  specialAt: new Int32Array(BLOCK + AHEAD + 1),
};

/** Reads `text[from, to)` into {@link block}, and some letters beyond for its last words. */
export function readBlock(text: string, from: number, to: number, classes: CharacterClasses): void {
  let length = readLetters(text, from, to, classes.units);
  if (learnUnits(text, classes)) length = readLetters(text, from, to, classes.units);
  keepMeaningful(text);
  length = readAhead(text, to, length, classes);
  letters.fill(0, length, length + 2 * KEY_LETTERS);
}

/**
 * Nothing is called from here and all state is in local variables, which makes it twice as fast.
 * Returns the number of letters.
 */
function readLetters(text: string, from: number, to: number, units: Uint16Array): number {
  const { firsts, starts, specialAt } = block;
  let length = 0;
  let words = 0;
  let special = 0;
  let before = BEGINS + NONE;
  for (let i = from; i < to; i++) {
    const unit = units[text.charCodeAt(i)] as number;
    letters[length] = unit;
    firsts[words] = length;
    starts[words] = i;
    specialAt[special] = i;
    words += (unit >> before) & 1;
    special += (unit >> 6) & 1;
    before = unit >> KIND;
    length += (unit >> 7) & 1;
  }
  block.words = words;
  block.special = special;
  return length;
}

/** Learns what was met for the first time; returns whether there was anything. */
function learnUnits(text: string, classes: CharacterClasses): boolean {
  let hasLearned = false;
  for (let i = 0; i < block.special; i++) {
    if (classes.learn(text.charCodeAt(block.specialAt[i] as number))) hasLearned = true;
  }
  return hasLearned;
}

/**
 * Forgets the special characters that are the separators for which they were taken: most braces and
 * pluses.
 */
function keepMeaningful(text: string): void {
  const { special, specialAt } = block;
  block.special = 0;
  for (let i = 0; i < special; i++) {
    const at = specialAt[i] as number;
    if (isMeaningful(text, at)) specialAt[block.special++] = at;
  }
}

/**
 * Reads letters beyond the block, as many as its last words may need; `length` is how many there
 * are in it.
 */
function readAhead(text: string, from: number, length: number, classes: CharacterClasses): number {
  if (block.words === 0 && block.special === 0) return length;
  let end = length;
  const enough = block.special + AHEAD;
  const furthest = Math.min(text.length, from + KEY_REACH);
  for (let i = from; i < furthest && end < length + AHEAD && block.special < enough; i++) {
    const unit = text.charCodeAt(i);
    classes.learn(unit);
    const bits = classes.units[unit] as number;
    letters[end] = bits;
    if (bits & LETTER) end++;
    if (bits & NEEDS_FOLDING && isMeaningful(text, i)) block.specialAt[block.special++] = i;
  }
  return end;
}
