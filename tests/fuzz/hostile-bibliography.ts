/**
 * Bibliographies as nobody would wish for: well-formed entries, and entries and bytes that are not.
 */
import type { Chance } from './random.ts';

/** Formats that are written here. */
export const FORMATS = ['bibtex', 'ris', 'csl', 'table', 'digest'] as const;

/** One of {@link FORMATS}. */
export type HostileFormat = (typeof FORMATS)[number];

/** What is put into titles, names and other values. */
const PIECES = [
  ...['{', '}', '"', '\\"{o}', "\\'", '\\\\', '$', '$x^2$', '%', '#', '@', '@article{', 'title = {', '= {', ','],
  ...[
    '\n',
    '\r\n',
    '\r',
    '\t',
    '\n\n',
    '\nER  - \n',
    '\nTY  - JOUR\n',
    '\nTI  - ',
    ';',
    '""',
    '[',
    ']',
    '\\u0000',
    '\\',
  ],
  ...['<script>alert(1)</script>', '<math><mi>x</mi>', '<i>', '&amp;lt;', '&#0;', '&#x10FFFF;', '&nbsp;', '</title>'],
  ...['\u202E', '\u2066', '\u200B', '\u0301', '\uFEFF', '\uD800', '\uDC00', '😀', 'שלום', '漢字', 'ﬁ', 'İ', 'ß'],
  ...['__proto__', 'constructor', 'toString', 'null', '0', '-1', '1e999', 'javascript:alert(1)', 'data:text/html,x'],
  ...['https://arxiv.org/abs/2101.00001', '10.1145/1.1', 'and', ' and ', 'others', 'von ', 'a'.repeat(2_000)],
];
/**
 * No two of them make a title that any book may have: such entries are doubtful, also where the
 * same file has them again.
 */
const WORDS = 'Learning Wide Networks of Attention Graphs with Transformers Sparse Models in Vision Language'.split(
  ' ',
);

/** A few words, now and then with something between them. */
function value(chance: Chance): string {
  const words = Array.from({ length: 1 + chance.below(8) }, () =>
    chance.onceIn(5) ? chance.of(PIECES) : chance.of(WORDS),
  );
  return words.join(chance.onceIn(12) ? '' : ' ');
}

function year(chance: Chance): string {
  return chance.onceIn(5) ? value(chance) : String(1990 + chance.below(40));
}

function link(chance: Chance): string {
  return chance.onceIn(2) ? value(chance) : `https://arxiv.org/abs/21${10 + chance.below(3)}.0000${chance.below(9)}`;
}

const entries: Record<HostileFormat, (chance: Chance) => string> = {
  bibtex: (chance) =>
    `@${chance.of(['article', 'misc', 'InProceedings', 'string', 'comment', 'proceedings', '__proto__'])}{k${chance.below(99)},\n` +
    `  title = {${value(chance)}},\n  author = {${value(chance)} and ${value(chance)}},\n  year = ${year(chance)},\n` +
    `  ${chance.of(['abstract', 'keywords', 'crossref', '__proto__', 'booktitle'])} = "${value(chance)}",\n  url = {${link(chance)}}\n}\n`,
  ris: (chance) =>
    `TY  - ${chance.of(['JOUR', 'CONF', ''])}\nTI  - ${value(chance)}\nAU  - ${value(chance)}\nPY  - ${year(chance)}\n` +
    `${chance.of(['AB', 'KW', 'N1', 'XX'])}  - ${value(chance)}\nUR  - ${link(chance)}\nER  - \n\n`,
  csl: (chance) =>
    `${JSON.stringify({
      [chance.onceIn(9) ? '__proto__' : 'title']: value(chance),
      type: chance.of(['article-journal', 'book', 3]),
      author: chance.of([[{ family: value(chance), given: value(chance) }], value(chance), [null, 7]]),
      issued: chance.of([{ 'date-parts': [[year(chance)]] }, { raw: year(chance) }, [], null]),
      abstract: value(chance),
      URL: link(chance),
    })},\n`,
  table: (chance) => `"${value(chance)}",${value(chance)},${year(chance)},${link(chance)}\n`,
  digest: (chance) => `${value(chance)}\n\n${value(chance)}. ${value(chance)}.\n${link(chance)}\n\n`,
};
const heads: Record<HostileFormat, string> = {
  ...{ bibtex: '', ris: '', csl: '[\n', digest: '' },
  table: 'Title,Authors,Year,Url\n',
};

/** The text of a file of about twenty entries; most of them are damaged somewhere. */
export function hostileBibliography(chance: Chance, format: HostileFormat): string {
  const one = entries[format];
  const all = Array.from({ length: 1 + chance.below(20) }, () => one(chance));
  // Twice the same entry, as large libraries have it.
  if (chance.onceIn(2)) all.push(chance.of(all));
  let text = heads[format] + all.join('') + (format === 'csl' ? '{}]' : '');
  for (let damages = chance.below(4); damages > 0; damages--) {
    const at = chance.below(text.length);
    text = text.slice(0, at) + (chance.onceIn(2) ? chance.of(PIECES) : '') + text.slice(at + chance.below(30));
  }
  return chance.onceIn(3) ? text.slice(0, chance.below(text.length)) : text;
}

/** The text as bytes in one of several encodings, now and then with some that are wrong. */
export function hostileBytes(chance: Chance, text: string): Uint8Array<ArrayBuffer> {
  const bytes = chance.onceIn(6) ? utf16(text) : new Uint8Array(new TextEncoder().encode(text));
  if (chance.onceIn(6)) {
    for (let i = 1 + chance.below(4); i > 0 && bytes.length > 0; i--)
      bytes[chance.below(bytes.length)] = chance.below(256);
  }
  return bytes;
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 * text.length);
  for (let i = 0; i < text.length; i++) new DataView(bytes.buffer).setUint16(2 * i, text.charCodeAt(i), true);
  return bytes;
}
