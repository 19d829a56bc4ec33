/**
 * Folding: text as a stream of letters and digits in which typography makes no difference. Case, accents, ligatures, dashes,
 * quotes, white space, TeX braces and commands vanish; symbols, Greek letters and their TeX names are spelled alike. Titles and
 * pages are folded by the same code, so that a title is found by comparing streams.
 */
import { FoldedText } from './folded-text.ts';
import { commandSpellings, letterAccents, symbolSpellings, typesettingCommands } from './spellings.ts';

const BACKSLASH = 0x5c;
/** The brace after a TeX command. */
export const OPENING_BRACE = 0x7b;
/** The plus that ends a name. */
export const PLUS = 0x2b;

/**
 * What {@link foldedUnits} says of a unit that is not simply a letter. Letters and digits have their folded code there, which is larger.
 */
const SEPARATOR = 0;
/** No letter, and no word's edge either: combining marks, soft hyphens, zero-width characters. */
const INVISIBLE = 1;
/** Folded to none or several letters, see {@link spelledUnits}. */
const SPELLED = 2;
/** A character of ASCII that means something in TeX or at the end of a name. */
const SPECIAL = 3;
/** Not looked at yet. */
const UNKNOWN = 4;

/** Folded code of every UTF-16 unit, filled as units are met: pages repeat a few hundred. */
const foldedUnits = new Uint16Array(0x10000).fill(UNKNOWN, 0x80);
const spelledUnits = new Map<number, string>();
for (let unit = 0; unit < 0x80; unit++) {
  const char = String.fromCharCode(unit).toLowerCase();
  if (/[a-z0-9]/.test(char)) foldedUnits[unit] = char.charCodeAt(0);
}
for (const unit of [BACKSLASH, OPENING_BRACE, PLUS]) foldedUnits[unit] = SPECIAL;

const scratch = new FoldedText();

/** Folds a short text, such as a title, to its letters: `fold('S^{2}FT: Fréchet')` is `'s2ftfrechet'`. */
export function fold(text: string): string {
  return foldInto(text, scratch).toString();
}

/** Folds `text` into `out`, replacing what it held, and returns it. Time is linear in the length of `text`. */
export function foldInto(text: string, out: FoldedText): FoldedText {
  out.clear(text.length);
  for (let i = 0; i < text.length; ) {
    i = foldPlain(text, i, out);
    if (i < text.length) i += foldUnusual(text, i, out);
  }
  return out;
}

/**
 * Folds letters and separators from `from` to the first character that needs more thought, and returns its offset. This loop sees
 * nearly all of every page; its state is in local variables because that halves its time.
 */
function foldPlain(text: string, from: number, out: FoldedText): number {
  const { letters, offsets, words } = out;
  // Characters that fold to several letters may have taken the room of those that fold to one.
  const to = Math.min(text.length, from + letters.length - out.length);
  let { length, wordCount, atEdge } = out;
  let isAfterLower = from > 0 && isLower(text.charCodeAt(from - 1));
  let i = from;
  for (; i < to; i++) {
    const unit = text.charCodeAt(i);
    const letter = foldedUnits[unit] as number;
    if (letter > UNKNOWN) {
      const isSame = letter === unit;
      letters[length] = letter;
      offsets[length] = i;
      // An upper-case letter after a lower-case one or a digit begins a word: two titles may stand with nothing between.
      if (atEdge || (!isSame && isAfterLower && isUpper(unit))) words[wordCount++] = length;
      length++;
      atEdge = false;
      isAfterLower = isSame || (unit >= 0x80 && !isUpper(unit));
    } else if (letter === SEPARATOR) {
      atEdge = true;
      isAfterLower = false;
    } else if (letter !== INVISIBLE) break;
  }
  out.length = length;
  out.wordCount = wordCount;
  out.atEdge = atEdge;
  return i;
}

/** Deals with the character at `i` that {@link foldPlain} stopped at; returns how many units are done. */
function foldUnusual(text: string, i: number, out: FoldedText): number {
  const unit = text.charCodeAt(i);
  if (foldedUnits[unit] === UNKNOWN) foldedUnits[unit] = learn(unit);
  switch (foldedUnits[unit]) {
    case SPELLED:
      return foldSpelled(text, i, out);
    case SPECIAL:
      return foldSpecial(text, i, unit, out);
    default:
      // Learned just now, or there was no room: foldPlain takes it from here.
      out.reserve(out.length + text.length - i);
      return 0;
  }
}

function foldSpecial(text: string, i: number, unit: number, out: FoldedText): number {
  if (unit === PLUS) return foldPluses(text, i, out);
  if (unit === OPENING_BRACE) dropTypesettingCommand(text, i, out);
  out.atEdge = true;
  return unit === BACKSLASH ? foldCommand(text, i, out) : 1;
}

/** Offset in `text` after the character at `offset` and the marks that sit on it. */
export function endOfCharacter(text: string, offset: number): number {
  let end = offset + ((text.codePointAt(offset) as number) > 0xffff ? 2 : 1);
  while (end < text.length && /\p{M}/u.test(text[end] as string)) end++;
  return end;
}

/** What one UTF-16 unit folds to by itself. */
export interface SingleLetter {
  /** The folded letter, 0 for a separator, undefined when it takes the text around it, or several letters. */
  letter: number | undefined;
  isInvisible: boolean;
  /** Whether words begin and end with it on both sides. */
  isWord: boolean;
}

/** What a UTF-16 unit folds to, whatever stands around it. */
export function singleLetterOf(unit: number): SingleLetter {
  if (foldedUnits[unit] === UNKNOWN) foldedUnits[unit] = learn(unit);
  const folded = foldedUnits[unit] as number;
  const spelled = folded === SPELLED ? (spelledUnits.get(unit) as string) : '';
  const isWord = spelled.length === 1 && partsWords(String.fromCharCode(unit));
  if (isWord) return { letter: spelled.charCodeAt(0), isInvisible: false, isWord };
  const letter = folded > UNKNOWN || folded === SEPARATOR ? folded : undefined;
  return { letter, isInvisible: folded === INVISIBLE, isWord };
}

/** The letter that a UTF-16 unit folds to, 0 for a separator or nothing, -1 when it takes more than a look at it. */
export function plainLetterOf(unit: number): number {
  const folded = foldedUnits[unit] as number;
  if (folded > UNKNOWN) return folded;
  return folded <= INVISIBLE ? 0 : -1;
}

/** Whether a UTF-16 unit is an upper-case letter. */
function isUpper(unit: number): boolean {
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : /\p{Lu}/u.test(String.fromCharCode(unit));
}

/** Whether a UTF-16 unit is a lower-case letter or a digit of ASCII: a capital after it begins a word. */
export function isLower(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
  return /\p{Ll}/u.test(String.fromCharCode(unit));
}

/**
 * "DREAM+" is another method than "DREAM": pluses that end a name count as letters. Between words ("A + B", "A+B") they don't.
 * Returns how many pluses there are.
 */
function foldPluses(text: string, i: number, out: FoldedText): number {
  let end = i + 1;
  while (text.charCodeAt(end) === PLUS) end++;
  const endsName = /[\p{L}\p{M}\p{N}]/u.test(text[i - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[end] ?? '');
  if (!endsName) out.atEdge = true;
  for (let k = i; endsName && k < end; k++) out.push(PLUS, k);
  return end - i;
}

/** Works out the fold of a unit outside ASCII. */
function learn(unit: number): number {
  const char = String.fromCharCode(unit);
  if (/[\p{M}\p{Cf}]/u.test(char)) return INVISIBLE;
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
  const spelled = isSurrogate ? '' : spell(char);
  if (spelled.length === 1 && isPlainLetter(char)) return spelled.charCodeAt(0);
  if (spelled === '' && !isSurrogate) return SEPARATOR;
  spelledUnits.set(unit, spelled);
  return SPELLED;
}

/** A letter of a script that parts its words with spaces, so that its neighbours tell whether a word begins. */
function isPlainLetter(char: string): boolean {
  return /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u.test(char);
}

/** Folded spelling of one character: compatibility decomposition (Unicode UAX #15, NFKD) without marks, in lower case. */
function spell(char: string): string {
  const direct = symbolSpellings.get(char.toLowerCase());
  if (direct !== undefined) return direct;
  let spelled = '';
  for (const part of char.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()) {
    spelled += symbolSpellings.get(part) ?? (/[\p{L}\p{N}]/u.test(part) ? part : '');
  }
  return spelled;
}

function partsWords(char: string): boolean {
  return !/[\p{Lm}\p{No}\p{Script=Latin}]/u.test(char);
}

/** Appends a character that folds to several letters or is a word by itself; returns how many units it takes. */
function foldSpelled(text: string, i: number, out: FoldedText): number {
  const codePoint = text.codePointAt(i) as number;
  const size = codePoint > 0xffff ? 2 : 1;
  const spelled = size === 2 ? spell(String.fromCodePoint(codePoint)) : (spelledUnits.get(codePoint) ?? '');
  // Characters of Chinese or Japanese, emoji and symbols part words; letters in mathematical type and superscripts join them.
  const parts = size === 2 ? !/^[a-z0-9]$/.test(spelled) : partsWords(text[i] as string);
  if (parts) out.atEdge = true;
  for (let k = 0; k < spelled.length; k++) out.push(spelled.charCodeAt(k), i);
  if (parts) out.atEdge = true;
  return size;
}

/** Reads a TeX command at a backslash; returns how many units were dealt with. */
function foldCommand(text: string, i: number, out: FoldedText): number {
  const name = /^[A-Za-z]+/.exec(text.slice(i + 1, i + 24))?.[0];
  // A control symbol: \' \" \& \{ ... its character is no letter.
  if (!name) return 1;
  const size = 1 + name.length;
  if (typesettingCommands.has(name)) return size;
  if (letterAccents.has(name) && /^[\s{]/.test(text.slice(i + size, i + size + 1))) return size;
  const spelling = commandSpellings.get(name);
  if (spelling === undefined) return 1;
  for (let k = 0; k < spelling.length; k++) out.push(spelling.charCodeAt(k), i);
  out.atEdge = true;
  return size;
}

/** Digests lost their backslashes: at the brace of "mathbf{x}" the command before it is taken back. */
function dropTypesettingCommand(text: string, brace: number, out: FoldedText): void {
  let begin = brace;
  while (begin > 0 && brace - begin < 16 && /[A-Za-z]/.test(text[begin - 1] as string)) begin--;
  const size = brace - begin;
  const dropped = size > 1 && text[begin - 1] !== '\\' && typesettingCommands.has(text.slice(begin, brace));
  if (dropped) out.drop(size);
}
