/** Classes of UTF-16 units for the title prefilter, in 16 bits. */
import {
  foldedUnit,
  INVISIBLE,
  isDigit,
  isHighSurrogate,
  isLower,
  joiningOf,
  SEPARATOR,
  SPECIAL,
  SPELLED,
  spellingOf,
} from '../text/characters.ts';
import { codeOf, LETTER } from './title-key.ts';

/*
 * The low eight bits are the code of its letter, the next four say after which kinds of character a
 * word begins with it, and the last four say which of those bits its own kind is for the next unit.
 */
/** In the low eight bits: its fold depends on the text around it, or is several letters. */
export const NEEDS_FOLDING = 0x40;
/** Where the bits for the kinds of character after which a word begins are. */
export const BEGINS_SHIFT = 8;
/** Where the bits for its own kind are. */
export const KIND_SHIFT = 12;

/**
 * Kinds of characters. A word begins with a letter after none, and with each ideograph. Titles may
 * also begin right after other letters: with a capital or a digit, or after a digit; and with any
 * letter, if the texts of two elements run together.
 */
export const NONE = 0;
const LETTERS = 1;
const IDEOGRAPH = 2;
const DIGIT = 3;
/** A bit for each kind after which a word begins with a lower-case letter, and with any other. */
const APART = (1 << NONE) | (1 << IDEOGRAPH) | (1 << DIGIT);
const ALWAYS = APART | (1 << LETTERS);

/** Not classified yet. Treated like a separator that needs folding. */
const UNCLASSIFIED = classBits(NEEDS_FOLDING | 1, 0, NONE);
const SEPARATES = classBits(0, 0, NONE);
/**
 * A letter that no title has near its beginning, so that no title can begin with it or continue
 * with it.
 */
const FOREIGN = classBits(LETTER, 0, NONE);

/**
 * Classes of all UTF-16 units for titles that begin with the letters of one alphabet. Each is
 * computed when it is first met.
 */
export class CharacterClasses {
  readonly units = new Uint16Array(0x10000).fill(UNCLASSIFIED);
  private readonly alphabet: ReadonlySet<number>;
  private readonly isLoose: boolean;

  /**
   * @param alphabet all folded letters that titles have near their beginnings
   * @param isLoose whether words run together, so that any letter may begin one
   */
  constructor(alphabet: ReadonlySet<number>, isLoose: boolean) {
    this.alphabet = alphabet;
    this.isLoose = isLoose;
    for (let unit = 0; unit < 0x80; unit++) this.units[unit] = this.classify(unit);
  }

  /** Classifies `unit` if it is not yet classified; returns whether it did. */
  ensureClassified(unit: number): boolean {
    if (this.units[unit] !== UNCLASSIFIED) return false;
    this.units[unit] = this.classify(unit);
    return true;
  }

  private classify(unit: number): number {
    const folded = foldedUnit(unit);
    if (folded === SEPARATOR || folded === INVISIBLE) return SEPARATES;
    if (folded === SPECIAL) return classBits(NEEDS_FOLDING, 0, NONE);
    if (folded !== SPELLED) return this.letter(folded, unit, isDigit(unit) ? DIGIT : LETTERS);
    if (isHighSurrogate(unit)) return this.planeHasLetters(unit) ? classBits(NEEDS_FOLDING, 0, NONE) : SEPARATES;
    const spelling = spellingOf(unit);
    if (spelling.length === 1) {
      return this.letter(spelling.charCodeAt(0), unit, joiningOf(unit) === 'apart' ? IDEOGRAPH : NONE);
    }
    if (spelling === '') return SEPARATES;
    return this.isKnown(spelling) ? classBits(LETTER | NEEDS_FOLDING, 0, NONE) : FOREIGN;
  }

  private letter(letter: number, unit: number, kind: number): number {
    if (!this.alphabet.has(letter)) return classBits(LETTER, 0, kind);
    return classBits(codeOf(letter), isLower(unit) && !this.isLoose ? APART : ALWAYS, kind);
  }

  /**
   * Whether any of the 1,024 characters with this high surrogate is spelled with letters of titles:
   * mathematical letters are.
   */
  private planeHasLetters(high: number): boolean {
    const first = 0x10000 + ((high & 0x3ff) << 10);
    const all = Array.from({ length: 0x400 }, (_, i) => String.fromCodePoint(first + i)).join('');
    return [...all.normalize('NFKD').toLowerCase()].some((char) =>
      this.isKnown(spellingOf(char.codePointAt(0) as number)),
    );
  }

  private isKnown(spelling: string): boolean {
    for (let i = 0; i < spelling.length; i++) if (!this.alphabet.has(spelling.charCodeAt(i))) return false;
    return spelling !== '';
  }
}

function classBits(code: number, begins: number, kind: number): number {
  return code | (begins << BEGINS_SHIFT) | ((BEGINS_SHIFT + kind) << KIND_SHIFT);
}
