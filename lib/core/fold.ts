/**
 * Folding: text as a stream of letters and digits in which typography makes no difference. Case, accents, ligatures, dashes,
 * quotes, white space, TeX braces and commands vanish; symbols, Greek letters and their TeX names are spelled alike. Titles and
 * pages are folded by the same code, so that a title is found by comparing streams.
 */
import { commandSpellings, letterAccents, symbolSpellings, typesettingCommands } from './spellings.ts';

const BACKSLASH = 0x5c;
const OPENING_BRACE = 0x7b;
const PLUS = 0x2b;

/** Kinds of an ASCII character; letters and digits have their folded code instead, which is larger. */
const SEPARATOR = 0;
/** No letter, and no word's edge either: combining marks, soft hyphens, zero-width characters. */
const INVISIBLE = 1;
/** In {@link foldedUnits}: folded to none or several letters, see {@link spelledUnits}. */
const SPELLED = 2;
/** In {@link foldedUnits}: not looked at yet. */
const UNKNOWN = 0xffff;

/** Folded code of every UTF-16 unit, filled as units are met: pages repeat a few hundred. */
const foldedUnits = new Uint16Array(0x10000).fill(UNKNOWN, 0x80);
const spelledUnits = new Map<number, string>();
for (let unit = 0; unit < 0x80; unit++) {
  const char = String.fromCharCode(unit).toLowerCase();
  if (/[a-z0-9]/.test(char)) foldedUnits[unit] = char.charCodeAt(0);
}

/** Folded text with the way back to its source. The arrays are longer than {@link length}; they are used again by the next fold. */
export class FoldedText {
  /** Folded letters and digits as UTF-16 units. */
  letters = new Uint16Array(1024);
  /** For each letter, the offset in the source of the character it came from. */
  offsets = new Uint32Array(1024);
  /** For each letter, 1 where a word begins, else 0. */
  wordStarts = new Uint8Array(1024);
  /** How many letters there are. */
  length = 0;
  /** Whether the next letter begins a word. */
  private atEdge = true;

  /** Starts afresh, keeping the arrays. */
  clear(): void {
    this.length = 0;
    this.atEdge = true;
  }

  /** Appends one letter that came from the source at `offset`. */
  push(letter: number, offset: number, startsWord: boolean): void {
    const i = this.length++;
    if (i === this.letters.length) this.grow();
    this.letters[i] = letter;
    this.offsets[i] = offset;
    this.wordStarts[i] = startsWord || this.atEdge ? 1 : 0;
    this.atEdge = false;
  }

  /** Notes that a word ends here. */
  edge(): void {
    this.atEdge = true;
  }

  /** Whether a word may end before letter `i`. */
  isEdge(i: number): boolean {
    return i >= this.length || this.wordStarts[i] === 1;
  }

  /** Takes back letters down to `length`. */
  truncate(length: number): void {
    this.length = length;
    this.atEdge = true;
  }

  /** The letters as a string. */
  toString(): string {
    let text = '';
    for (let i = 0; i < this.length; i++) text += String.fromCharCode(this.letters[i] as number);
    return text;
  }

  private grow(): void {
    const size = this.letters.length * 2;
    this.letters = enlarged(this.letters, new Uint16Array(size));
    this.offsets = enlarged(this.offsets, new Uint32Array(size));
    this.wordStarts = enlarged(this.wordStarts, new Uint8Array(size));
  }
}

function enlarged<T extends Uint8Array | Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

const scratch = new FoldedText();

/** Folds a short text, such as a title, to its letters: `fold('S^{2}FT: Fréchet')` is `'s2ftfrechet'`. */
export function fold(text: string): string {
  return foldInto(text, scratch).toString();
}

/** Folds `text` into `out`, replacing what it held, and returns it. Time is linear in the length of `text`. */
export function foldInto(text: string, out: FoldedText): FoldedText {
  out.clear();
  let previous = SEPARATOR;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    let letter = foldedUnits[unit] as number;
    if (letter === UNKNOWN) letter = learn(unit);
    if (letter > SPELLED) {
      // An upper-case letter after a lower-case one or a digit begins a word: two titles may stand with nothing between.
      out.push(letter, i, letter !== unit && isUpper(unit) && isLowerOrDigit(previous));
    } else if (letter === SPELLED) {
      i += foldSpelled(text, i, out) - 1;
    } else if (unit === BACKSLASH) {
      i += foldCommand(text, i, out) - 1;
    } else if (unit === OPENING_BRACE) {
      dropTypesettingCommand(text, i, out);
      out.edge();
    } else if (unit === PLUS && endsName(text, i)) {
      out.push(PLUS, i, false);
    } else if (letter === SEPARATOR) {
      out.edge();
    }
    if (letter !== INVISIBLE) previous = unit;
  }
  return out;
}

/** Offset in `text` after the character at `offset` and the marks that sit on it. */
export function endOfCharacter(text: string, offset: number): number {
  let end = offset + ((text.codePointAt(offset) as number) > 0xffff ? 2 : 1);
  while (end < text.length && /\p{M}/u.test(text[end] as string)) end++;
  return end;
}

function isUpper(unit: number): boolean {
  return unit < 0x80 || /\p{Lu}/u.test(String.fromCharCode(unit));
}

function isLowerOrDigit(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
  return /\p{Ll}/u.test(String.fromCharCode(unit));
}

/** "DREAM+" is another method than "DREAM": a plus that ends a name counts as a letter. Between words ("A + B", "A+B") it doesn't. */
function endsName(text: string, i: number): boolean {
  return /[\p{L}\p{N}+]/u.test(text[i - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[i + 1] ?? '');
}

/** Works out the fold of a unit outside ASCII and remembers it. */
function learn(unit: number): number {
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
  const char = String.fromCharCode(unit);
  const spelled = isSurrogate ? '' : spell(char);
  let folded = SPELLED;
  if (/[\p{M}\p{Cf}]/u.test(char)) folded = INVISIBLE;
  else if (spelled.length === 1 && isPlainLetter(char)) folded = spelled.charCodeAt(0);
  else if (spelled === '' && !isSurrogate) folded = SEPARATOR;
  else spelledUnits.set(unit, spelled);
  foldedUnits[unit] = folded;
  return folded;
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

/** Appends a character that folds to several letters or is a word by itself; returns how many units it takes. */
function foldSpelled(text: string, i: number, out: FoldedText): number {
  const codePoint = text.codePointAt(i) as number;
  const size = codePoint > 0xffff ? 2 : 1;
  const spelled = size === 2 ? spell(String.fromCodePoint(codePoint)) : (spelledUnits.get(codePoint) ?? '');
  // Characters of Chinese or Japanese, emoji and symbols part words; letters in mathematical type and superscripts join them.
  const parts = size === 2 ? !/^[a-z0-9]$/.test(spelled) : !/[\p{Lm}\p{No}\p{Script=Latin}]/u.test(text[i] as string);
  if (parts) out.edge();
  for (let k = 0; k < spelled.length; k++) out.push(spelled.charCodeAt(k), i, false);
  if (parts) out.edge();
  return size;
}

/** Reads a TeX command at a backslash; returns how many units were dealt with. */
function foldCommand(text: string, i: number, out: FoldedText): number {
  out.edge();
  const name = /^[A-Za-z]+/.exec(text.slice(i + 1, i + 24))?.[0];
  // A control symbol: \' \" \& \{ ... its character is no letter.
  if (!name) return 1;
  const size = 1 + name.length;
  if (typesettingCommands.has(name)) return size;
  if (letterAccents.has(name) && /^[\s{]/.test(text.slice(i + size, i + size + 1))) return size;
  const spelling = commandSpellings.get(name);
  if (spelling === undefined) return 1;
  for (let k = 0; k < spelling.length; k++) out.push(spelling.charCodeAt(k), i, false);
  out.edge();
  return size;
}

/** Digests lost their backslashes: at the brace of "mathbf{x}" the command before it is taken back. */
function dropTypesettingCommand(text: string, brace: number, out: FoldedText): void {
  let begin = brace;
  while (begin > 0 && brace - begin < 16 && /[A-Za-z]/.test(text[begin - 1] as string)) begin--;
  const size = brace - begin;
  const dropped = size > 1 && text[begin - 1] !== '\\' && typesettingCommands.has(text.slice(begin, brace));
  if (dropped) out.truncate(out.length - size);
}
