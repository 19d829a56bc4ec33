/**
 * Writes text as TeX in a form that three kinds of program read alike: TeX; Zotero, which knows few
 * commands and shows the others; and pandoc, which drops unknown commands with the group after
 * them.
 */
import { formulas, isFormula } from '../core/text/tex-formulas.ts';

/** Special characters of TeX. */
const SIGNS: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'_&%#{}$'].map((sign) => [sign, `\\${sign}`])),
  '\\': '\\textbackslash{}',
  '^': '\\^{}',
  '~': '\\~{}',
  '–': '--',
  '—': '---',
};

/** Accents that all programs know over a plain letter, by combining character. */
const ACCENTS: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0308': '"',
};

/**
 * Remnants of a superscript or subscript whose dollars a digest lost: "S^{2}FT"; and a formula that
 * has them.
 */
const FORMULA = /([_^]\{[A-Za-z0-9+\-*]+\}|\$[^$]*\$)/;

/**
 * Between characters that would form a ligature. TeX writes a dash as hyphens, which would join
 * those beside it.
 */
const LIGATURE_GAP = /(?<=[-–—])(?=[-–—])|(?<=')(?=')|(?<=`)(?=`)|(?<=,)(?=,)|(?<=[?!])(?=`)/;

/** Separates words and the parts of compounds. */
const WORD_SEPARATORS = /((?:[\s\-‐‑–—/]|[:,;.?!](?=\s|$))+)/;

/**
 * Takes the place of a formula while the words around it are written. A private-use character,
 * which occurs in no text.
 */
const FORMULA_PLACEHOLDER = '\uE000';

/**
 * Plain text as TeX. Characters that would form a ligature, such as two hyphens, are kept apart.
 */
export function literalToTex(text: string): string {
  return signsToTex(withBalancedBraces(text));
}

/**
 * A title as TeX, with its names in braces: many styles lower the case of titles, except in braces.
 */
export function titleToTex(title: string): string {
  const formulaTexts: string[] = [];
  const text = title
    .split(FORMULA)
    .map((piece, i) => {
      const formula = piece.startsWith('$') ? piece.slice(1, -1) : piece;
      if (i % 2 === 0 || !isFormula(formula)) return piece.replaceAll(FORMULA_PLACEHOLDER, ' ');
      formulaTexts.push(`$${formula}$`);
      return FORMULA_PLACEHOLDER;
    })
    .join('');
  return wordsToTex(withBalancedBraces(text)).replaceAll(FORMULA_PLACEHOLDER, () => formulaTexts.shift() as string);
}

/**
 * An abstract as TeX. Styles do not print it, so characters that TeX has only commands for stay as
 * they are. So does the TeX in it, such as accents, which some digests have.
 */
export function abstractToTex(abstract: string): string {
  return withBalancedBraces(abstract).replace(
    /\\(?:['"`^~][A-Za-z]|[%&#_$])|[_&%#{}$~\\]/g,
    (sign) => SIGNS[sign] ?? sign,
  );
}

/**
 * BibTeX counts braces, escaped or not: an unbalanced one would end the field or run beyond it, and
 * becomes a parenthesis.
 */
function withBalancedBraces(text: string): string {
  const open: number[] = [];
  const unbalanced = new Set<number>();
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{') open.push(index);
    else if (open.pop() === undefined) unbalanced.add(index);
  }
  for (const at of open) unbalanced.add(at);
  return text.replace(/[{}]/g, (brace, at: number) => (unbalanced.has(at) ? (brace === '{' ? '(' : ')') : brace));
}

function signsToTex(text: string): string {
  return text
    .normalize('NFC')
    .split(/([<>|]+)/)
    .map((part, i) => {
      // The oldest font encoding has other characters in the place of these.
      if (i % 2) return `$${part}$`;
      return part
        .split(LIGATURE_GAP)
        .map((text) => text.replace(/[_&%#{}$^~\\–—]|\P{ASCII}/gu, characterToTex))
        .join('{}');
    })
    .join('');
}

function characterToTex(character: string): string {
  const sign = SIGNS[character] ?? formulas.get(character);
  if (sign) return SIGNS[character] ?? `$${sign}$`;
  const [letter = '', mark = '', ...more] = character.normalize('NFD');
  const accent = ACCENTS[mark];
  // An accent replaces the dot on these two, which programs write in several ways.
  return accent && more.length === 0 && /[A-HK-Za-hk-z]/.test(letter) ? `\\${accent}${letter}` : character;
}

function wordsToTex(title: string): string {
  const isSentence = hasSmallWords(title);
  let isFirst = true;
  return title
    .split(WORD_SEPARATORS)
    .map((part, i) => {
      if (part === '') return '';
      const tex = signsToTex(part);
      if (i % 2) {
        isFirst = /[:.?!]/.test(part);
        return tex;
      }
      const isName = isProtected(part, isSentence && !isFirst);
      isFirst = false;
      return isName ? inBraces(tex) : tex;
    })
    .join('');
}

function inBraces(tex: string): string {
  // Biber removes an empty group before a closing brace, and the accent would take the brace.
  const [end] = /(?:\\[~^]\{\})*$/.exec(tex) ?? [''];
  const name = tex.slice(0, tex.length - end.length);
  if (name === '') return end;
  // BibTeX changes the case of what is in braces after a backslash, but not one level further down.
  return (name.startsWith('\\') ? `{{${name}}}` : `{${name}}`) + end;
}

/** Whether a title is in sentence case, so that a capital in it marks a name. */
function hasSmallWords(title: string): boolean {
  const [, ...words] = title.match(/\p{L}{4,}/gu) ?? [];
  return words.filter((word) => /^\p{Ll}/u.test(word)).length * 2 > words.length;
}

function isProtected(word: string, isNameByCapital: boolean): boolean {
  if (/^[^\p{L}]*\p{Lu}/u.test(word) && isNameByCapital) return true;
  // "GAN", "ResNet", "V2", "3D", "K"; not "Training", nor the article.
  const [firstCapital, lastCapital] = ends(word, /\p{Lu}/gu);
  const [firstDigit, lastDigit] = ends(word, /\d/g);
  const [firstLetter] = ends(word, /\p{L}/gu);
  const isBehind = (last: number, first: number): boolean => first >= 0 && last > first;
  return (
    isBehind(lastCapital, firstLetter) ||
    isBehind(lastDigit, firstCapital) ||
    isBehind(lastCapital, firstDigit) ||
    /^[^\p{L}]*(?!A)\p{Lu}[^\p{L}]*$/u.test(word)
  );
}

/** Where a pattern first and last matches; -1 if it does not. */
function ends(word: string, pattern: RegExp): [first: number, last: number] {
  const found = [...word.matchAll(pattern)];
  return [found[0]?.index ?? -1, found.at(-1)?.index ?? -1];
}
