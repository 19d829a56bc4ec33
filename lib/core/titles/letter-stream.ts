/**
 * The letters of a block of text, one after the other. The loop in {@link readLetters} sees every
 * character of every page, so it does little: it writes the letters, and notes where words begin
 * and which characters need folding. It has no branch that depends on a character, since
 * mispredicted branches cost more than everything else.
 */
import { isMeaningful } from '../text/fold.ts';
import { MAX_COMMAND_LENGTH } from '../text/tex-commands.ts';
import { BEGINS_SHIFT, type CharacterClasses, KIND_SHIFT, NEEDS_FOLDING, NONE } from './character-classes.ts';
import { KEY_LETTERS, LETTER, MAX_KEY_SPAN } from './title-key.ts';

/**
 * Characters that are read at once: few enough that everything about them stays in the cache, and
 * that the clock is checked often.
 */
export const BLOCK_LENGTH = 4096;

/**
 * Letters that are read of the next block: enough for two keys, and to see the brace of a command
 * that begins in this one.
 */
const LOOKAHEAD_LETTERS = KEY_LETTERS + MAX_COMMAND_LENGTH;

/** Codes of the letters, followed by zeros. */
const letters = new Uint8Array(BLOCK_LENGTH + LOOKAHEAD_LETTERS + 2 * KEY_LETTERS);

/** What was read of a block. */
export const block = {
  codes: new DataView(letters.buffer),
  /** How many words begin in the block. */
  words: 0,
  /** For each word, the index of its first letter. */
  firsts: new Int32Array(BLOCK_LENGTH + 1),
  /** For each word, its offset in the text. */
  starts: new Int32Array(BLOCK_LENGTH + 1),
  /** How many characters need folding, with the text around them. */
  special: 0,
  /** Their offsets in the text, in the block and in what was read of the next. */
  specialAt: new Int32Array(BLOCK_LENGTH + LOOKAHEAD_LETTERS + 1),
};

/** Reads `text[from, to)` into {@link block}, and some letters beyond for its last words. */
export function readBlock(text: string, from: number, to: number, classes: CharacterClasses): void {
  let length = readLetters(text, from, to, classes.units);
  if (classifyUnits(text, classes)) length = readLetters(text, from, to, classes.units);
  keepMeaningful(text);
  length = readAhead(text, to, length, classes);
  letters.fill(0, length, length + 2 * KEY_LETTERS);
}

/**
 * Calls nothing and keeps all state in local variables, which makes it twice as fast. Returns the
 * number of letters.
 */
function readLetters(text: string, from: number, to: number, units: Uint16Array): number {
  const { firsts, starts, specialAt } = block;
  let length = 0;
  let words = 0;
  let special = 0;
  let before = BEGINS_SHIFT + NONE;
  for (let i = from; i < to; i++) {
    const unit = units[text.charCodeAt(i)] as number;
    letters[length] = unit;
    firsts[words] = length;
    starts[words] = i;
    specialAt[special] = i;
    words += (unit >> before) & 1;
    special += (unit >> 6) & 1;
    before = unit >> KIND_SHIFT;
    length += (unit >> 7) & 1;
  }
  block.words = words;
  block.special = special;
  return length;
}

/** Classifies what was met for the first time; returns whether there was anything. */
function classifyUnits(text: string, classes: CharacterClasses): boolean {
  let hasClassified = false;
  for (let i = 0; i < block.special; i++) {
    if (classes.ensureClassified(text.charCodeAt(block.specialAt[i] as number))) hasClassified = true;
  }
  return hasClassified;
}

/** Drops special characters that are mere separators after all: most braces and pluses. */
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
 * are in the block.
 */
function readAhead(text: string, from: number, length: number, classes: CharacterClasses): number {
  if (block.words === 0 && block.special === 0) return length;
  let end = length;
  const enough = block.special + LOOKAHEAD_LETTERS;
  const furthest = Math.min(text.length, from + MAX_KEY_SPAN);
  for (let i = from; i < furthest && end < length + LOOKAHEAD_LETTERS && block.special < enough; i++) {
    const unit = text.charCodeAt(i);
    classes.ensureClassified(unit);
    const bits = classes.units[unit] as number;
    letters[end] = bits;
    if (bits & LETTER) end++;
    if (bits & NEEDS_FOLDING && isMeaningful(text, i)) block.specialAt[block.special++] = i;
  }
  return end;
}
