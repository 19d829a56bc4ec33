/** Converts TeX to plain text. Formulas stay as they are, unless they are a single character. */
import { formulas } from '../text/tex-formulas.ts';

const ACCENTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '`': '\u0300',
    "'": '\u0301',
    '^': '\u0302',
    '~': '\u0303',
    '=': '\u0304',
    u: '\u0306',
    '.': '\u0307',
    '"': '\u0308',
    r: '\u030A',
    H: '\u030B',
    v: '\u030C',
    d: '\u0323',
    c: '\u0327',
    k: '\u0328',
    b: '\u0331',
    t: '\u0361',
  }),
);

const SIGNS =
  'ss ß SS ẞ o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ textendash – textemdash — textquoteleft ‘ ' +
  'textquoteright ’ textquotedblleft “ textquotedblright ” quotedblbase „ guillemotleft « guillemotright » textquotesingle \' textquotedbl " ' +
  'textbackslash \\ textasciitilde ~ texttildelow ~ textasciicircum ^ textbar | textless < textgreater > textbraceleft \uE001 lbrace \uE001 textbraceright \uE002 rbrace \uE002 ' +
  'textunderscore _ textdollar $ textellipsis … ldots … dots … textbullet • textperiodcentered · copyright © textcopyright © textregistered ® texttrademark ™ ' +
  'textdegree ° S § P ¶ pounds £ textsterling £ euro € texteuro € textmu μ texttimes × times × textpm ± pm ± textrightarrow → textasciiacute ´ textasciimacron ¯ textasciidieresis ¨ textasciicaron ˇ textasciibreve ˘ textordfeminine ª textordmasculine º textdiv ÷ textexclamdown ¡ textquestiondown ¿ dag † ddag ‡ ' +
  'slash / textsection § textonehalf ½ textohm Ω textasteriskcentered *';

/** Commands for single characters. */
const COMMANDS: ReadonlyMap<string, string> = new Map([
  ...SIGNS.split(' ').flatMap((word, i, all): [string, string][] => (i % 2 ? [] : [[word, all[i + 1] as string]])),
  ...[...formulas]
    .filter(([, tex]) => /^\\[A-Za-z]+$/.test(tex))
    .map(([sign, tex]): [string, string] => [tex.slice(1), sign]),
  ...['le ≤', 'ge ≥', 'ne ≠', 'rightarrow →', 'gets ←', 'epsilon ε', 'phi φ', 'quad \u2003', 'space  '].map(
    (pair): [string, string] => {
      const at = pair.indexOf(' ');
      return [pair.slice(0, at), pair.slice(at + 1)];
    },
  ),
]);

/** Commands that only affect typesetting. */
const TYPESETTING =
  /^(?:text(?:it|bf|rm|sf|tt|sc|sl|up|md|normal)?|emph|mbox|hbox|mathrm|mathit|mathbf|mathsf|mathtt|mathcal|mathbb|bf|it|rm|sf|tt|sc|sl|em|\w+(?:series|shape|family)|normalfont|protect|relax|ensuremath|url|href|noopsort|uppercase|lowercase|MakeUppercase|textsuperscript|textsubscript|enquote|vphantom|phantom|ignorespaces|xspace|nolinebreak|allowbreak|protect|bibinfo|natexlab|boldsymbol|bm|cite\w*|footnotesize|small|tiny|large|Large|scriptsize|emdash|textquote)$/;

/** Characters within which the argument of an accent must end. */
const MAX_ARGUMENT_LENGTH = 40;

const TOKEN = /\\(?:[A-Za-z]+[ \t\n]*|[\s\S]|$)|\$(?:[^$\\]|\\[\s\S])+\$|---?|``|''|[~{}]/g;

/** TeX as plain text. */
export function textOfTex(tex: string): string {
  if (!/[\\{}$~`']|--/.test(tex)) return tex;
  let text = '';
  let at = 0;
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(tex); found; found = TOKEN.exec(tex)) {
    const [token] = found;
    text += tex.slice(at, found.index);
    at = TOKEN.lastIndex;
    const name = token.startsWith('\\') ? token.slice(1).trimEnd() : '';
    const accent = ACCENTS.get(name);
    if (accent !== undefined && !(name.length === 1 && /[a-z]/i.test(name) && !hasArgument(tex, at, token))) {
      const argument = argumentAt(tex, at);
      text += argument.letter === '' ? accentAlone(name) : withAccent(argument.letter, accent);
      at = argument.end;
      TOKEN.lastIndex = at;
    } else if (name === 'ding') {
      at += /^\{[^{}]{0,10}\}/.exec(tex.slice(at, at + 12))?.[0].length ?? 0;
      TOKEN.lastIndex = at;
    } else if (name === 'textsuperscript' || name === 'textsubscript') {
      const [all, script] = /^\{([\w+\-* ]{1,20})\}/.exec(tex.slice(at, at + 30)) ?? [];
      if (all === undefined) continue;
      text += `${name === 'textsuperscript' ? '^' : '_'}\uE001${script}\uE002`;
      at += all.length;
      TOKEN.lastIndex = at;
    } else text += name === '' && !token.startsWith('\\') ? plainOf(token) : signOf(name, token);
  }
  return (text + tex.slice(at)).replaceAll('\uE001', '{').replaceAll('\uE002', '}').normalize('NFC');
}

/** `\c` is an accent in `\c{c}` and `\c c`, `\b` in `\b` alone is none. */
function hasArgument(tex: string, at: number, token: string): boolean {
  return tex[at] === '{' || (token.length > 2 && /[A-Za-z]/.test(tex[at] ?? ''));
}

/** The letter under an accent: "{e}", "e", "\i", "{\i}"; empty for "{}". */
function argumentAt(tex: string, from: number): { letter: string; end: number } {
  const window = tex.slice(from, from + MAX_ARGUMENT_LENGTH);
  const [all = '', group, command, single] =
    /^\s*(?:\{([^{}\\]*)\}|\{?\\([A-Za-z]+)(?:\{\}|[ \t]+)?\}?|([^\s{}\\$]))/u.exec(window) ?? [];
  if (group !== undefined) return { letter: group.trim(), end: from + all.length };
  if (command !== undefined) {
    // The braces belong together or not at all.
    const braces = all.includes('{\\') && !all.endsWith('}') ? 0 : all.length;
    const letter = command === 'i' ? 'i' : command === 'j' ? 'j' : (COMMANDS.get(command) ?? '');
    return letter === '' ? { letter: '', end: from } : { letter, end: from + (braces || all.length) };
  }
  return single === undefined ? { letter: '', end: from } : { letter: single, end: from + all.length };
}

function withAccent(letters: string, accent: string): string {
  const [first = '', ...others] = letters;
  return first + accent + others.join('');
}

/** An accent without a letter: a tilde, a circumflex. */
function accentAlone(name: string): string {
  return /[~^'"`]/.test(name) ? name : '';
}

function plainOf(token: string): string {
  if (token.startsWith('$'))
    return formulaOf(token.slice(1, -1)) ?? token.replaceAll('{', '\uE001').replaceAll('}', '\uE002');
  const plain: Record<string, string> = { '---': '—', '--': '–', '``': '“', "''": '”', '~': ' ' };
  return plain[token] ?? '';
}

/** A formula that is one character, or one that is raised or lowered. */
function formulaOf(formula: string): string | undefined {
  const inner = formula.trim();
  if (/^[<>|=+/-]+$/.test(inner)) return inner;
  const [, command] = /^\\([A-Za-z]+)$/.exec(inner) ?? [];
  if (command !== undefined) return COMMANDS.get(command);
  const [, sign, script] = /^([_^])\{?([\w+\-*]+)\}?$/.exec(inner) ?? [];
  return sign === undefined ? undefined : `${sign}\uE001${script}\uE002`;
}

function signOf(name: string, token: string): string {
  if (/^[A-Za-z]/.test(name)) {
    const sign = COMMANDS.get(name);
    // A space ends the name of a command, and is not part of the text.
    if (sign !== undefined) return sign;
    return TYPESETTING.test(name) ? '' : name + token.slice(1 + name.length, 2 + name.length);
  }
  if (token === '\\{') return '\uE001';
  if (token === '\\}') return '\uE002';
  return /^\\[&%$#_]$/.test(token) ? name : /^\\[\s,;:!]$|^\\\\$/.test(token) ? ' ' : '';
}
