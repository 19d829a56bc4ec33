/**
 * How symbols and TeX commands are spelled in folded text, so that a symbol, its command and its
 * name match.
 */

const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega';

const SYMBOLS =
  '∞ infty ℓ ell ∂ partial ∇ nabla ∑ sum ∏ prod ∫ int √ sqrt × times ± pm ≈ approx ≤ leq ≥ geq ≪ ll ≫ gg ≠ neq ∈ in ∝ propto → rightarrow ← leftarrow ↔ leftrightarrow ⇒ rightarrow ℝ r ℏ hbar ★ star ⋆ star ø o ł l đ d ð d þ th æ ae œ oe ß ss ı i ȷ j';
/** Trademark signs are not part of a name, though NFKD spells them out. */
const SILENT = '™ ℠';

/** Spellings of lower-case characters that NFKD does not decompose as a reader of TeX would. */
export const symbolSpellings: ReadonlyMap<string, string> = new Map([
  ...GREEK.split(' ').map((name, i): [string, string] => [String.fromCharCode(0x3b1 + i), name]),
  ...pairsOf(SYMBOLS),
  ...SILENT.split(' ').map((sign): [string, string] => [sign, '']),
]);

/**
 * TeX commands that only affect typesetting: they and their backslash vanish. LaTeX's font commands
 * and those of common packages.
 */
export const typesettingCommands: ReadonlySet<string> = new Set(
  (
    'text textit textbf textrm textsf texttt textsc textsl textup textmd textnormal emph underline mbox hbox ' +
    'math mathit mathbf mathrm mathsf mathtt mathcal mathbb mathfrak mathscr mathnormal boldsymbol bm pmb operatorname ensuremath ' +
    'bf it rm sf tt sc sl em bfseries itshape rmfamily sffamily ttfamily scshape normalfont cal ' +
    'left right big Big bigl bigr displaystyle textstyle scriptstyle limits ' +
    'hat bar tilde vec dot ddot widehat widetilde overline xspace protect quad qquad cdot ast sim textsuperscript textsubscript'
  ).split(' '),
);

/** TeX's accents named by a letter (`\c{c}`, `\v{s}`): the accent vanishes, its letter stays. */
export const letterAccents: ReadonlySet<string> = new Set('c v u H k r b d t'.split(' '));

/** TeX commands whose name is not the spelling of their symbol. */
export const commandSpellings: ReadonlyMap<string, string> = new Map([
  ...pairsOf(
    'varepsilon epsilon vartheta theta varphi phi varrho rho varsigma sigma varpi pi le leq ge geq ne neq to rightarrow gets leftarrow Rightarrow rightarrow bigstar star',
  ),
  ['textendash', ''],
  ['textemdash', ''],
]);

/** "a b c d" as pairs of a and b, c and d. */
function pairsOf(list: string): [string, string][] {
  const words = list.split(' ');
  return words.flatMap((word, i): [string, string][] => (i % 2 ? [] : [[word, words[i + 1] as string]]));
}
