/** Text as TeX writes it. */
import { replace_macro_spacers, Transform } from 'unicode2latex';

/**
 * Characters with names of our own. BibTeX counts braces, escaped or not: those of a text need names. Control words end with braces, so
 * that no letter or space after them is lost. None of them is one of a formula, as characters beside it may be.
 */
const NAMED = {
  ...Object.fromEntries([...'_&%#$'].map((sign) => [sign, { text: `\\${sign}` }])),
  '{': { text: '\\textbraceleft{}' },
  '}': { text: '\\textbraceright{}' },
  '^': { text: '\\textasciicircum{}' },
  '~': { text: '\\textasciitilde{}' },
  '\\': { text: '\\textbackslash{}' },
  '–': { text: '\\textendash{}' },
  '—': { text: '\\textemdash{}' },
  '“': { text: '\\textquotedblleft{}' },
  '”': { text: '\\textquotedblright{}' },
};

/** What is left of a superscript or a subscript whose dollars a digest lost: "S^{2}FT". */
const SCRIPT = /([_^])\{([A-Za-z0-9+\-*]+)\}/;

/** A word with a character that TeX does not take as it is. */
const SPECIAL_WORD = /\S*[^A-Za-z0-9\s.,:;!?()[\]/'`"=@|*+-]\S*/g;

/** What parts words and the parts of compounds. */
const BETWEEN_WORDS = /((?:[\s\-‐‑–—/]|[:,;.?!](?=\s|$))+)/;

let transform: Transform | undefined;

/** A text in TeX of plain ASCII as far as TeX has names for its characters; others stay, in UTF-8. */
export function toTex(text: string): string {
  const [plain = '', ...others] = text.split(SCRIPT);
  let tex = withoutSpecials(plain);
  // Split so, a sign, what it raises or lowers, and what follows take turns.
  for (let i = 0; i < others.length; i += 3) {
    tex += others[i] === '^' ? '\\textsuperscript{' : '\\textsubscript{';
    tex += `${others[i + 1]}}${withoutSpecials(others[i + 2] as string)}`;
  }
  return tex;
}

/** The same for text in which nothing is TeX: where signs would run together to another, as two hyphens to a dash, they are kept apart. */
export function literalToTex(text: string): string {
  return withoutSpecials(text).replace(/([-'`,])(?=\1)|[?!](?=`)/g, '$&{}');
}

/** A title in TeX, its names in braces: many styles write titles in small letters, but for what stands in braces. */
export function titleToTex(title: string): string {
  const isSentence = hasSmallWords(title);
  let isFirst = true;
  return title
    .split(BETWEEN_WORDS)
    .map((part, i) => {
      const tex = toTex(part);
      if (part === '') return '';
      if (i % 2) {
        isFirst = /[:.?!]/.test(part);
        return tex;
      }
      const isName = isProtected(part, isSentence && !isFirst);
      isFirst = false;
      if (!isName) return tex;
      // BibTeX changes the case of what stands in braces after a backslash, but not one level further down.
      return tex.startsWith('\\') ? `{{${tex}}}` : `{${tex}}`;
    })
    .join('');
}

function withoutSpecials(text: string): string {
  const tex = text.replace(SPECIAL_WORD, (word) => {
    transform ??= new Transform('bibtex', { charmap: NAMED });
    return transform.tolatex(word, { preservemacrospacers: true });
  });
  return replace_macro_spacers(`${tex} `).slice(0, -1).normalize('NFC');
}

/** Whether a title is written as a sentence is, so that a capital in it is that of a name. */
function hasSmallWords(title: string): boolean {
  const [, ...words] = title.match(/\p{L}{4,}/gu) ?? [];
  return words.filter((word) => /^\p{Ll}/u.test(word)).length * 2 > words.length;
}

function isProtected(word: string, isNameByCapital: boolean): boolean {
  if (/^[^\p{L}]*\p{Lu}/u.test(word) && isNameByCapital) return true;
  // "GAN", "ResNet", "V2", "3D", "K"; not "Training", nor the article.
  return /\p{L}.*\p{Lu}|\p{Lu}.*\d|\d.*\p{Lu}/u.test(word) || /^[^\p{L}]*(?!A)\p{Lu}[^\p{L}]*$/u.test(word);
}
