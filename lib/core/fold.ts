/**
 * Folding: text as a stream of letters and digits in which typography makes no difference. Case, accents, ligatures, dashes,
 * quotes, white space, TeX braces and commands vanish; symbols, Greek letters and their TeX names are spelled alike. Titles and
 * pages are folded by the same code, so that a title is found by comparing streams.
 */
import { FoldedText } from './folded-text.ts';
import { commandSpellings, letterAccents, symbolSpellings, typesettingCommands } from './spellings.ts';

const BACKSLASH = 0x5c;
/** Letters that are looked at to know a TeX command; all that are known have fewer. */
const LONGEST_COMMAND = 24;
/** Letters that are made a string at once. */
const PIECE = 4096;
/** The brace after a TeX command. */
export const OPENING_BRACE = 0x7b;
/** The plus that ends a name. */
export const PLUS = 0x2b;

/** What {@link foldedUnits} says of a unit that is not simply a letter. Letters have their folded code there, which is larger. */
const UNKNOWN = 0;
const SEPARATOR = 1;
/** No letter, and no word's edge either: combining marks, soft hyphens, zero-width characters. */
const INVISIBLE = 2;
/** Folded to none or several letters, see {@link spelledUnits}. */
const SPELLED = 3;
/** A character of ASCII that means something in TeX or at the end of a name. */
const SPECIAL = 4;

/** Folded code of every UTF-16 unit, filled as units are met: texts repeat a few hundred. */
const foldedUnits = new Uint16Array(0x10000);
const spelledUnits = new Map<number, string>();
/** The characters of ASCII that are {@link SPECIAL}. */
export const SPECIAL_UNITS = [BACKSLASH, OPENING_BRACE, PLUS];
for (const unit of SPECIAL_UNITS) foldedUnits[unit] = SPECIAL;

const scratch = new FoldedText();

/** Nothing but ASCII, of which nothing means more than it is. */
const PLAIN = /^[^\\{+\x80-\uffff]*$/;

/** Folds a short text, such as a title, to its letters: `fold('S^{2}FT: Fréchet')` is `'s2ftfrechet'`. */
export function fold(text: string): string {
  // Five in six abstracts; the browser's own code needs no warming up, which counts when a popup opens.
  if (PLAIN.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  const { letters, length } = foldInto(text, scratch);
  let folded = '';
  // Letter by letter, the string would be a chain of as many pieces, to be joined when somebody looks into it.
  for (let i = 0; i < length; i += PIECE)
    folded += String.fromCharCode(...letters.slice(i, Math.min(length, i + PIECE)));
  return folded;
}

/** Folds `text` into `out`, replacing what it held, and returns it. Time is linear in the length of `text`. */
export function foldInto(text: string, out: FoldedText): FoldedText {
  out.clear();
  let isAfterLower = false;
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i);
    const folded = foldedUnit(unit);
    if (folded > SPECIAL) {
      // An upper-case letter after a lower-case one or a digit begins a word: two titles may stand with nothing between.
      if (isAfterLower && folded !== unit && isUpper(unit)) out.atEdge = true;
      out.push(folded, i++);
      isAfterLower = isSmall(unit) || isDigit(unit);
    } else if (folded === INVISIBLE) i++;
    else {
      isAfterLower = false;
      if (folded === SEPARATOR) out.atEdge = true;
      i += folded === SEPARATOR ? 1 : foldUnusual(text, i, folded, out);
    }
  }
  return out;
}

function foldedUnit(unit: number): number {
  if (foldedUnits[unit] === UNKNOWN) foldedUnits[unit] = learn(unit);
  return foldedUnits[unit] as number;
}

/** Deals with the character at `i`, which is no plain letter; returns how many units are done. */
function foldUnusual(text: string, i: number, folded: number, out: FoldedText): number {
  if (folded === SPELLED) return foldSpelled(text, i, out);
  const unit = text.charCodeAt(i);
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
  const folded = foldedUnit(unit);
  const spelled = folded === SPELLED ? (spelledUnits.get(unit) as string) : '';
  const isWord = spelled.length === 1 && partsWords(String.fromCharCode(unit));
  if (isWord) return { letter: spelled.charCodeAt(0), isInvisible: false, isWord };
  const isInvisible = folded === INVISIBLE;
  if (folded > SPECIAL) return { letter: folded, isInvisible, isWord };
  return { letter: folded === SEPARATOR ? 0 : undefined, isInvisible, isWord };
}

/** The letter at `i`, 0 where there is none, -1 when it takes more than a look at it and its neighbours. */
export function plainLetterAt(text: string, i: number): number {
  const folded = foldedUnit(text.charCodeAt(i));
  if (folded > SPECIAL) return folded;
  if (folded === SPELLED) return -1;
  return folded === SPECIAL && isMeaningful(text, i) ? -1 : 0;
}

/** Whether a special character is more than a separator: it may begin a command, end a name or take a command back. */
function isMeaningful(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  if (unit === BACKSLASH) return isAsciiLetter(text.charCodeAt(i + 1));
  if (unit === OPENING_BRACE) return bareCommandBefore(text, i) > 0;
  return i > 0 && foldedUnit(text.charCodeAt(i - 1)) > SEPARATOR;
}

/** Whether a UTF-16 unit is an upper-case letter. */
function isUpper(unit: number): boolean {
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : /\p{Lu}/u.test(String.fromCharCode(unit));
}

/** Whether a UTF-16 unit is a digit of ASCII. */
export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Whether a UTF-16 unit is a lower-case letter. */
export function isSmall(unit: number): boolean {
  return unit < 0x80 ? unit >= 0x61 && unit <= 0x7a : /\p{Ll}/u.test(String.fromCharCode(unit));
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

/** Works out the fold of a unit. */
function learn(unit: number): number {
  // Most pages need no more than ASCII, and the sets of Unicode take time to prepare.
  if (unit < 0x80) return isDigit(unit) ? unit : isAsciiLetter(unit) ? unit | 0x20 : SEPARATOR;
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
  let size = 1;
  while (isAsciiLetter(text.charCodeAt(i + size)) && size < LONGEST_COMMAND) size++;
  // A control symbol: \' \" \& \{ ... its character is no letter.
  if (size === 1) return 1;
  const name = text.slice(i + 1, i + size);
  if (typesettingCommands.has(name)) return size;
  if (letterAccents.has(name) && /^[\s{]/.test(text.slice(i + size, i + size + 1))) return size;
  const spelling = commandSpellings.get(name);
  if (spelling === undefined) return 1;
  for (let k = 0; k < spelling.length; k++) out.push(spelling.charCodeAt(k), i);
  out.atEdge = true;
  return size;
}

function isAsciiLetter(unit: number): boolean {
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

/** Digests lost their backslashes: at the brace of "mathbf{x}" the command before it is taken back. */
function dropTypesettingCommand(text: string, brace: number, out: FoldedText): void {
  const size = bareCommandBefore(text, brace);
  if (size > 0) out.drop(size);
}

/** Letters of the typesetting command without a backslash that stands before a brace, 0 if there is none. */
export function bareCommandBefore(text: string, brace: number): number {
  let begin = brace;
  while (brace - begin < LONGEST_COMMAND && isAsciiLetter(text.charCodeAt(begin - 1))) begin--;
  const isCommand = text[begin - 1] !== '\\' && typesettingCommands.has(text.slice(begin, brace));
  return isCommand ? brace - begin : 0;
}
