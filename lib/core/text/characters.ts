/**
 * What single characters fold to. Each is computed when it is first met: texts repeat a few
 * hundred.
 */
import { symbolSpellings } from './spellings.ts';
import { isAsciiLetter } from './tex-commands.ts';

/** What a TeX command begins with. */
export const BACKSLASH = 0x5c;
/** The brace after a TeX command. */
export const OPENING_BRACE = 0x7b;
/** The plus that ends a name. */
export const PLUS = 0x2b;
/** The characters of ASCII that are {@link SPECIAL}. */
const SPECIAL_UNITS = [BACKSLASH, OPENING_BRACE, PLUS];

/**
 * What {@link foldedUnit} returns for a unit that is not simply a letter. Folded letters are larger
 * numbers.
 */
const UNKNOWN = 0;
/** Neither letter nor invisible: a word's edge. */
export const SEPARATOR = 1;
/** Neither a letter nor a word's edge: combining marks, soft hyphens, zero-width characters. */
export const INVISIBLE = 2;
/**
 * Folded to none or several letters, or with edges of its own: see {@link spellingOf} and
 * {@link joiningOf}.
 */
export const SPELLED = 3;
/** A character of ASCII with a meaning in TeX or at the end of a name. */
export const SPECIAL = 4;

/** How a character that is spelled out joins its neighbours. */
export type Joining =
  /** A word by itself: characters of Chinese or Japanese, symbols, emoji, enclosed numbers. */
  | 'apart'
  /** Letters like any: ligatures, mathematical letters, subscripts. */
  | 'joined'
  /**
   * A superscript or modifier letter: joined to letters on both sides ("S²FT"), apart at a word's
   * end ("Title¹").
   */
  | 'raised';

const foldedUnits = new Uint16Array(0x10000);
for (const unit of SPECIAL_UNITS) foldedUnits[unit] = SPECIAL;
/** By code point. */
const spellings = new Map<number, string>();
const joinings = new Map<number, Joining>();

/**
 * A letter of a script that separates words by spaces, so that its neighbours tell whether a word
 * begins.
 */
const PLAIN_LETTER = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u;
/**
 * Superscripts and modifier letters that are compatibility forms of others. Subscripts belong to
 * what they follow: CO₂.
 */
const RAISED =
  /[ªº²³¹\u2070-\u207f\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d61\u1d78\u1d9b-\u1dbf\u2c7d\ua69c\ua69d\ua770\ua7f2-\ua7f4\ua7f8\ua7f9]/;
/**
 * Enclosed Alphanumerics, Enclosed CJK Letters, CJK Compatibility and the supplement: ①, ⑴, ⓐ, ㈱,
 * 🄰.
 */
const ENCLOSED = /[\u2460-\u24ff\u3200-\u33ff\u{1f100}-\u{1f1ff}]/u;
/** Modifier letters that are used as apostrophes, and as accents of transcriptions. */
const APOSTROPHE = /[\u02b9-\u02df]/;

/** The folded code of a UTF-16 unit, or one of the constants above. */
export function foldedUnit(unit: number): number {
  if (foldedUnits[unit] === UNKNOWN) foldedUnits[unit] = computeFold(unit);
  return foldedUnits[unit] as number;
}

/** The letters to which a character folds on its own. */
export function spellingOf(codePoint: number): string {
  let spelling = spellings.get(codePoint);
  if (spelling === undefined) {
    spelling = spell(String.fromCodePoint(codePoint));
    spellings.set(codePoint, spelling);
  }
  return spelling;
}

/** How a character that is spelled out joins its neighbours. */
export function joiningOf(codePoint: number): Joining {
  let joining = joinings.get(codePoint);
  if (joining === undefined) {
    joining = findJoining(codePoint);
    joinings.set(codePoint, joining);
  }
  return joining;
}

/** Whether a UTF-16 unit is a high surrogate. */
export function isHighSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

/** Whether a UTF-16 unit is an upper-case letter. */
export function isUpper(unit: number): boolean {
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : /\p{Lu}/u.test(String.fromCharCode(unit));
}

/** Whether a UTF-16 unit is a digit of ASCII. */
export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Whether a UTF-16 unit is a lower-case letter. */
export function isLower(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a;
  return !isSurrogate(unit) && /\p{Ll}/u.test(String.fromCharCode(unit));
}

function isSurrogate(unit: number): boolean {
  return (unit & 0xf800) === 0xd800;
}

/** Computes the fold of a unit. */
function computeFold(unit: number): number {
  // Most pages need only ASCII, and Unicode's character classes take time to prepare.
  if (unit < 0x80) return isDigit(unit) ? unit : isAsciiLetter(unit) ? unit | 0x20 : SEPARATOR;
  // A surrogate: what the character is depends on the other half.
  if (isSurrogate(unit)) return SPELLED;
  const char = String.fromCharCode(unit);
  if (/[\p{M}\p{Cf}]/u.test(char)) return INVISIBLE;
  const spelling = spellingOf(unit);
  if (spelling === '') return SEPARATOR;
  const isPlain = spelling.length === 1 && PLAIN_LETTER.test(char) && !RAISED.test(char);
  return isPlain ? spelling.charCodeAt(0) : SPELLED;
}

/**
 * Folded spelling of one character: compatibility decomposition (Unicode UAX #15, NFKD) without
 * marks, in lower case.
 */
function spell(char: string): string {
  const direct = symbolSpellings.get(char.toLowerCase());
  if (direct !== undefined) return direct;
  let spelled = '';
  for (const part of char.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()) {
    spelled += symbolSpellings.get(part) ?? (/[\p{L}\p{N}]/u.test(part) ? part : '');
  }
  return spelled;
}

function findJoining(codePoint: number): Joining {
  const char = String.fromCodePoint(codePoint);
  if (ENCLOSED.test(char)) return 'apart';
  if (RAISED.test(char)) return 'raised';
  if (/\p{Script=Latin}/u.test(char) || APOSTROPHE.test(char)) return 'joined';
  // Mathematical letters are joined; other symbols (ℓ, ℝ, ∞) are words by themselves.
  if (codePoint > 0xffff) return /^[a-z0-9]$/.test(spellingOf(codePoint)) ? 'joined' : 'apart';
  return /[\p{Lm}\p{No}]/u.test(char) && /^[a-z0-9]+$/.test(spellingOf(codePoint)) ? 'joined' : 'apart';
}
