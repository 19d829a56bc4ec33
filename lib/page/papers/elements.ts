/** What the elements of a page say: their text as it was written, and where their links lead. */
import { cleanText } from '../../core/formats/html-text.ts';

/** A page that papers are read from. */
export interface Page {
  /** Its root element. */
  root: Element;
  /**
   * Where it is, or was when it was saved. Links are resolved against this: a parsed file has no
   * address of its own.
   */
  url: URL;
  /** Its title. */
  title: string;
}

/** The host of pages of which nobody knows where they are from. */
export const NOWHERE = 'page.invalid';

/** What lists the sources of an article. */
export const REFERENCES =
  '[class*="reference" i], [id*="reference" i], [class*="reflist" i], [class*="footnote" i], [role="doc-bibliography"], [role="doc-endnotes"], cite';

/** The most text that is taken of an element, in UTF-16 units. */
const MAX_TEXT = 100_000;
/** The most text that is taken before an element. */
const MAX_BEFORE = 2_000;
/** The most nodes that are looked at for the text of one element. */
const MAX_NODES = 20_000;

const HIDDEN = new Set(['script', 'style', 'template', 'noscript', 'select', 'textarea', 'button', 'svg', 'iframe']);
const BLOCKS = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td th tr ul'.split(
    ' ',
  ),
);
/** What MathJax 2 draws beside the script that holds the formula. */
const DRAWN = /(?:^|\s)(?:MathJax(?:_\w+)?|mjx-chtml|MJX_Assistive_MathML)(?:\s|$)/;

/** The elements in `root` that match, in the order of the page. */
export function all(root: Element, selector: string): Element[] {
  return [...root.querySelectorAll(selector)];
}

/** The first element in `root` that matches. */
export function first(root: Element | null | undefined, selector: string): Element | null {
  return root?.querySelector(selector) ?? null;
}

/**
 * The text of a node on one line, without what is not read. A formula is its TeX between dollars,
 * whatever has drawn it. What matches `without` is left out, and what is longer than `most` is cut.
 */
export function textIn(node: Node | null | undefined, without = '', most = MAX_TEXT): string {
  return node ? cleanText(rawText(node, without, ' ', most)).slice(0, most) : '';
}

/**
 * The text of a node with `edge` where a block begins or ends. Line breaks of the source are
 * spaces.
 */
function rawText(node: Node, without: string, edge: string, most = MAX_TEXT): string {
  const parts: string[] = [];
  const waiting: (Node | string)[] = [node];
  let [length, nodes] = [0, 0];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (length > most || ++nodes > MAX_NODES) break;
    const text = typeof next === 'string' ? next : next.nodeType === 3 ? spaced(next.nodeValue) : undefined;
    if (text !== undefined) {
      parts.push(text);
      length += text.length;
    } else if ((next as Node).nodeType === 1) {
      const element = next as Element;
      const formula = formulaIn(element);
      if (formula !== undefined) waiting.push(formula);
      else if (!HIDDEN.has(element.localName) && !(without !== '' && element.matches(without))) {
        const edges = BLOCKS.has(element.localName) ? [edge] : [];
        waiting.push(...edges, ...[...element.childNodes].reverse(), ...edges);
      }
    }
  }
  return parts.join('');
}

function spaced(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ');
}

/** The lines of a text, as its blocks and breaks part it, without empty ones. */
export function linesOf(element: Element, without = ''): string[] {
  return rawText(element, without, '\n')
    .split('\n')
    .map(cleanText)
    .filter((line) => line !== '');
}

/** The text on the same line before an element and the links before it, within what holds it. */
export function textBefore(element: Element): string {
  let text = '';
  for (let before = element.previousSibling; before && text.length < MAX_BEFORE; before = before.previousSibling) {
    const { localName = '' } = before as Partial<Element>;
    if (BLOCKS.has(localName)) break;
    text = localName === 'a' ? '' : rawText(before, '', ' ') + text;
  }
  return cleanText(text).slice(-MAX_BEFORE);
}

/** The formula that an element draws or holds, as text; undefined where it is none. */
function formulaIn(element: Element): string | undefined {
  const name = element.localName;
  if (name === 'script')
    return /^math\/tex/i.test(element.getAttribute('type') ?? '') ? inDollars(element.textContent) : '';
  if (name === 'math' || name === 'mjx-container' || element.classList.contains('katex')) {
    const tex =
      first(element, 'annotation[encoding="application/x-tex"]')?.textContent ?? element.getAttribute('alttext');
    return tex ? inDollars(tex) : signsIn(element);
  }
  const isDrawn = DRAWN.test(element.getAttribute('class') ?? '');
  return isDrawn && first(element.parentElement, 'script[type^="math/tex"]') ? '' : undefined;
}

/**
 * The signs of a formula whose TeX is not in the page. MathJax 3 draws each by its code point, in a
 * class or an attribute.
 */
function signsIn(formula: Element): string {
  const written = first(formula, 'mjx-assistive-mml') ?? formula;
  if (formula.localName !== 'mjx-container' || written !== formula) {
    return all(written, 'mi, mn, mo, mtext')
      .map((sign) => sign.textContent ?? '')
      .join('');
  }
  return all(formula, 'mjx-c, [data-c]')
    .map((sign) => sign.getAttribute('data-c') ?? /mjx-c([\dA-F]+)/.exec(sign.getAttribute('class') ?? '')?.[1] ?? '')
    .map((hex) => (/^[\dA-F]{2,5}$/i.test(hex) ? String.fromCodePoint(Number.parseInt(hex, 16)) : ''))
    .join('');
}

function inDollars(tex: string | null | undefined): string {
  const plain = (tex ?? '').trim();
  return plain === '' ? '' : `$${plain}$`;
}

/** Where a link leads, as an absolute address of the web; empty for what leads nowhere. */
export function linkOf(link: Element | null | undefined, page: Page): string {
  return absolute(link?.getAttribute('href') ?? '', page);
}

/** An address as one that is absolute; empty for what is none of the web. */
export function absolute(address: string, { url }: Page): string {
  const plain = address.trim();
  if (plain === '' || plain.length > 2_000 || !URL.canParse(plain, url.href)) return '';
  const { protocol, href } = new URL(plain, url.href);
  return protocol === 'https:' || protocol === 'http:' ? href : '';
}

/** The path of a link that stays on the site of the page; empty for one that leads away. */
export function pathOf(link: Element | null | undefined, page: Page): string {
  const address = linkOf(link, page);
  if (address === '') return '';
  const { host, pathname } = new URL(address);
  return host === page.url.host ? pathname : '';
}
