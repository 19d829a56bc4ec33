/**
 * Text as TeX writes it, in a form that is read alike by TeX, by Zotero, which knows few commands
 * of TeX and shows the others, and by pandoc, which drops commands that it does not know, with the
 * group after them.
 */
import { formulas, isFormula } from '../core/text/tex-formulas.ts';

/** Signs that TeX takes for its own. */
const SIGNS: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'_&%#{}$'].map((sign) => [sign, `\\${sign}`])),
  '\\': '\\textbackslash{}',
  '^': '\\^{}',
  '~': '\\~{}',
  '–': '--',
  '—': '---',
};

/** Accents that all programs know over a plain letter, by their combining characters. */
const ACCENTS: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0308': '"',
};

/**
 * What is left of a superscript or a subscript whose dollars a digest lost: "S^{2}FT"; and a
 * formula that has them.
 */
const MATHEMATICS = /([_^]\{[A-Za-z0-9+\-*]+\}|\$[^$]*\$)/;

/**
 * Between signs that would run together to another; a dash is hyphens to TeX, and runs together
 * with those beside it.
 */
const LIGATURE = /(?<=[-–—])(?=[-–—])|(?<=')(?=')|(?<=`)(?=`)|(?<=,)(?=,)|(?<=[?!])(?=`)/;

/** What parts words and the parts of compounds. */
const BETWEEN_WORDS = /((?:[\s\-‐‑–—/]|[:,;.?!](?=\s|$))+)/;

/**
 * Stands for a formula while the words around it are written. It is for private use: no text has
 * it.
 */
const HELD = '\uE000';

/**
 * A text in which nothing is TeX: signs that would run together to another, as two hyphens to a
 * dash, are kept apart.
 */
export function literalToTex(text: string): string {
  return signsToTex(withoutLonelyBraces(text));
}

/**
 * A title in TeX, its names in braces: many styles write titles in small letters, but for what
 * stands in braces.
 */
export function titleToTex(title: string): string {
  const held: string[] = [];
  const text = title
    .split(MATHEMATICS)
    .map((piece, i) => {
      const formula = piece.startsWith('$') ? piece.slice(1, -1) : piece;
      if (i % 2 === 0 || !isFormula(formula)) return piece.replaceAll(HELD, ' ');
      held.push(`$${formula}$`);
      return HELD;
    })
    .join('');
  return wordsToTex(withoutLonelyBraces(text)).replaceAll(HELD, () => held.shift() as string);
}

/**
 * An abstract in TeX. Styles do not print it, so that characters which TeX knows only by commands
 * stay as they are. Digests have some TeX in it, such as accents, which stays too.
 */
export function abstractToTex(abstract: string): string {
  return withoutLonelyBraces(abstract).replace(
    /\\(?:['"`^~][A-Za-z]|[%&#_$])|[_&%#{}$~\\]/g,
    (sign) => SIGNS[sign] ?? sign,
  );
}

/**
 * BibTeX counts braces, escaped or not: one without a partner would end the field or go on beyond
 * it, and becomes a parenthesis.
 */
function withoutLonelyBraces(text: string): string {
  const open: number[] = [];
  const lonely = new Set<number>();
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{') open.push(index);
    else if (open.pop() === undefined) lonely.add(index);
  }
  for (const at of open) lonely.add(at);
  return text.replace(/[{}]/g, (brace, at: number) => (lonely.has(at) ? (brace === '{' ? '(' : ')') : brace));
}

function signsToTex(text: string): string {
  return text
    .normalize('NFC')
    .split(/([<>|]+)/)
    .map((part, i) => {
      // In the oldest encoding of fonts, other signs stand in the place of these.
      if (i % 2) return `$${part}$`;
      return part
        .split(LIGATURE)
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
  // An accent takes the place of the dot on these two, which programs write in several ways.
  return accent && more.length === 0 && /[A-HK-Za-hk-z]/.test(letter) ? `\\${accent}${letter}` : character;
}

function wordsToTex(title: string): string {
  const isSentence = hasSmallWords(title);
  let isFirst = true;
  return title
    .split(BETWEEN_WORDS)
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
  // Biber takes an empty group away before a closing brace, and the accent would take the brace.
  const [end] = /(?:\\[~^]\{\})*$/.exec(tex) ?? [''];
  const name = tex.slice(0, tex.length - end.length);
  if (name === '') return end;
  // BibTeX changes the case of what stands in braces after a backslash, but not one level further
  // down.
  return (name.startsWith('\\') ? `{{${name}}}` : `{${name}}`) + end;
}

/** Whether a title is written as a sentence is, so that a capital in it is that of a name. */
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

/** Where a pattern is found first and last; -1 where it is not. */
function ends(word: string, pattern: RegExp): [first: number, last: number] {
  const found = [...word.matchAll(pattern)];
  return [found[0]?.index ?? -1, found.at(-1)?.index ?? -1];
}
