/**
 * Folding: text as a stream of letters and digits in which typography makes no difference. Case,
 * accents, ligatures, dashes, quotes, white space, TeX braces and commands vanish; symbols, Greek
 * letters and their TeX names are spelled alike. Titles and pages are folded by the same code, so
 * that a title is found by comparing streams.
 */
import {
  BACKSLASH,
  foldedUnit,
  INVISIBLE,
  isDigit,
  isLower,
  isUpper,
  joiningOf,
  OPENING_BRACE,
  PLUS,
  SEPARATOR,
  SPECIAL,
  SPELLED,
  spellingOf,
} from './characters.ts';
import { FoldedText } from './folded-text.ts';
import { bareCommandBefore, commandAt, isAsciiLetter } from './tex-commands.ts';

/** Letters that are converted to a string at once. */
const CHUNK_LENGTH = 4096;

const scratch = new FoldedText();

/** ASCII without characters of a special meaning. */
const PLAIN_ASCII = /^[^\\{+\x80-\uffff]*$/;

/**
 * Folds a short text, such as a title, to its letters: `fold('S^{2}FT: Fréchet')` is
 * `'s2ftfrechet'`.
 */
export function fold(text: string): string {
  // Five in six abstracts. The browser's own code needs no warm-up, which counts when a popup
  // opens.
  if (PLAIN_ASCII.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  scratch.clear();
  foldOn(text, 0, text.length, scratch);
  const { letters, length } = scratch;
  let folded = '';
  // Built letter by letter, the string would be a chain of as many pieces, to be flattened when it
  // is first read.
  for (let i = 0; i < length; i += CHUNK_LENGTH)
    folded += String.fromCharCode(...letters.subarray(i, Math.min(length, i + CHUNK_LENGTH)));
  return folded;
}

/**
 * Appends the fold of `text` between two offsets, and returns the offset that was reached: a
 * command or a run of signs that begins before `to` is folded completely. Offsets in `out` are
 * those in `text`. Takes linear time.
 */
export function foldOn(text: string, from: number, to: number, out: FoldedText): number {
  let i = from;
  let { isAfterLower } = out;
  while (i < to) {
    const unit = text.charCodeAt(i);
    const folded = foldedUnit(unit);
    if (folded > SPECIAL) {
      // A capital after a lower-case letter or a digit begins a word: two titles may follow each
      // other with nothing between.
      if (isAfterLower && folded !== unit && isUpper(unit)) out.atEdge = true;
      out.push(folded, i++);
      isAfterLower = isLower(unit) || isDigit(unit);
    } else if (folded === INVISIBLE) i++;
    else {
      isAfterLower = false;
      if (folded === SEPARATOR) {
        out.atEdge = true;
        i++;
      } else i = folded === SPELLED ? foldSpelled(text, i, out) : foldSpecial(text, i, unit, out);
    }
  }
  out.isAfterLower = isAfterLower;
  return i;
}

/**
 * Whether the special or spelled character at `i` is more than a separator: it may be a command,
 * end a name, take a command back, or be spelled with letters.
 */
export function isMeaningful(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  if (unit === BACKSLASH) return commandAt(text, i) !== undefined;
  if (unit === OPENING_BRACE) return bareCommandBefore(text, i) > 0;
  if (unit === PLUS) return endOfPluses(text, i) > 0;
  return spellingOf(codePointAt(text, i)) !== '';
}

/** The offset after the character at `offset` and its combining marks. */
export function endOfCharacter(text: string, offset: number): number {
  let end = offset + (codePointAt(text, offset) > 0xffff ? 2 : 1);
  while (end < text.length && /\p{M}/u.test(text[end] as string)) end++;
  return end;
}

/** Folds the special character at `i` and returns the offset after what was folded. */
function foldSpecial(text: string, i: number, unit: number, out: FoldedText): number {
  if (unit === PLUS) return foldPluses(text, i, out);
  // Digests lost their backslashes: at the brace of "mathbf{x}" the command before it is taken
  // back.
  if (unit === OPENING_BRACE) out.drop(bareCommandBefore(text, i));
  out.atEdge = true;
  const command = unit === BACKSLASH ? commandAt(text, i) : undefined;
  if (!command) return i + 1;
  for (let k = 0; k < command.spelling.length; k++) out.push(command.spelling.charCodeAt(k), i);
  out.atEdge = true;
  return i + command.size;
}

/**
 * "DREAM+" is another method than "DREAM": pluses that end a name count as letters. Between words
 * ("A + B", "A+B") they don't.
 */
function foldPluses(text: string, i: number, out: FoldedText): number {
  const end = endOfPluses(text, i);
  if (end === 0) out.atEdge = true;
  for (let k = i; k < end; k++) out.push(PLUS, k);
  return end || i + 1;
}

/** Offset after the pluses at `i` if they end a name, else 0. */
function endOfPluses(text: string, i: number): number {
  if (!isOf(NAME, text, i - 1)) return 0;
  let end = i + 1;
  while (text.charCodeAt(end) === PLUS) end++;
  return isOf(LETTER_OR_DIGIT, text, end) ? 0 : end;
}

const NAME = /[\p{L}\p{M}\p{N}]/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Whether the unit at `i` is in a set that contains the ASCII letters and digits, and no other
 * ASCII.
 */
function isOf(set: RegExp, text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  if (unit < 0x80) return isAsciiLetter(unit) || isDigit(unit);
  return set.test(text[i] ?? '');
}

/** Folds a character that is spelled out, or a run of superscripts; returns the offset after it. */
function foldSpelled(text: string, i: number, out: FoldedText): number {
  const codePoint = codePointAt(text, i);
  const joining = joiningOf(codePoint);
  if (joining === 'raised') return foldRaised(text, i, out);
  if (joining === 'apart') out.atEdge = true;
  pushSpelling(codePoint, i, out);
  if (joining === 'apart') out.atEdge = true;
  return i + (codePoint > 0xffff ? 2 : 1);
}

/**
 * Superscripts between letters join them ("S²FT"). At the end of a word, or before it, they refer
 * to a footnote: "Title¹", "²Title".
 */
function foldRaised(text: string, i: number, out: FoldedText): number {
  const joinsLeft = !out.atEdge;
  let end = i + 1;
  while (isRaised(text, end)) end++;
  if (!joinsRight(text, end)) out.atEdge = true;
  for (let k = i; k < end; k++) pushSpelling(text.charCodeAt(k), k, out);
  if (!joinsLeft) out.atEdge = true;
  return end;
}

function isRaised(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  return unit > 0x80 && foldedUnit(unit) === SPELLED && joiningOf(unit) === 'raised';
}

/** Whether a letter at `i` belongs to the word of a superscript before it. */
function joinsRight(text: string, i: number): boolean {
  if (i >= text.length) return false;
  const folded = foldedUnit(text.charCodeAt(i));
  return folded > SPECIAL || (folded === SPELLED && joiningOf(codePointAt(text, i)) === 'joined');
}

function pushSpelling(codePoint: number, offset: number, out: FoldedText): void {
  const spelling = spellingOf(codePoint);
  for (let k = 0; k < spelling.length; k++) out.push(spelling.charCodeAt(k), offset);
}

/** The code point at `i`, or a lone surrogate. */
function codePointAt(text: string, i: number): number {
  return text.codePointAt(i) as number;
}
