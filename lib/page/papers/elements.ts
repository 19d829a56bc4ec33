/** Reads the text of elements as it was written, and where links lead. */
import { cleanText } from '../../core/formats/html-text.ts';

/** A page that papers are read from. */
export interface Page {
  /** Its root element. */
  root: Element;
  /**
   * Its address, or that from which it was saved. Links are resolved against it, since a parsed
   * file has no address of its own.
   */
  url: URL;
  /** Its title. */
  title: string;
}

/** The host of pages of unknown origin. */
export const UNKNOWN_HOST = 'page.invalid';

/** Selector for the references of an article. */
export const REFERENCES =
  '[class*="reference" i], [id*="reference" i], [class*="reflist" i], [class*="footnote" i], [role="doc-bibliography"], [role="doc-endnotes"], cite';

/** The most text read from an element, in UTF-16 units. */
const MAX_TEXT_LENGTH = 100_000;
/** The most text read before an element. */
const MAX_TEXT_BEFORE_LENGTH = 2_000;
/** The most nodes visited for the text of one element. */
const MAX_NODES = 20_000;

const SKIPPED_ELEMENTS = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'select',
  'textarea',
  'button',
  'svg',
  'iframe',
]);
const BLOCK_ELEMENTS = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td th tr ul'.split(
    ' ',
  ),
);
/** Classes of what MathJax 2 renders beside the script with the formula. */
const MATHJAX_CLASS = /(?:^|\s)(?:MathJax(?:_\w+)?|mjx-chtml|MJX_Assistive_MathML)(?:\s|$)/;

/** The elements in `root` that match, in the order of the page. */
export function all(root: Element, selector: string): Element[] {
  return [...root.querySelectorAll(selector)];
}

/** The first element in `root` that matches. */
export function first(root: Element | null | undefined, selector: string): Element | null {
  return root?.querySelector(selector) ?? null;
}

/**
 * The text of a node on one line. A formula is its TeX between dollar signs, whatever library
 * renders it. Leaves out what matches `without`, and cuts the text to `most` characters.
 */
export function textIn(node: Node | null | undefined, without = '', most = MAX_TEXT_LENGTH): string {
  return node ? cleanText(rawText(node, without, ' ', most)).slice(0, most) : '';
}

/**
 * The text of a node with `edge` where a block begins or ends. Newlines of the source are spaces.
 */
function rawText(node: Node, without: string, edge: string, most = MAX_TEXT_LENGTH): string {
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
      else if (!SKIPPED_ELEMENTS.has(element.localName) && !(without !== '' && element.matches(without))) {
        const edges = BLOCK_ELEMENTS.has(element.localName) ? [edge] : [];
        waiting.push(...edges, ...[...element.childNodes].reverse(), ...edges);
      }
    }
  }
  return parts.join('');
}

function spaced(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ');
}

/** The lines of an element's text, separated by blocks and `<br>`, without empty ones. */
export function linesOf(element: Element, without = ''): string[] {
  return rawText(element, without, '\n')
    .split('\n')
    .map(cleanText)
    .filter((line) => line !== '');
}

/** The text on the same line before an element, after the previous link, within the parent. */
export function textBefore(element: Element): string {
  let text = '';
  for (
    let before = element.previousSibling;
    before && text.length < MAX_TEXT_BEFORE_LENGTH;
    before = before.previousSibling
  ) {
    const { localName = '' } = before as Partial<Element>;
    if (BLOCK_ELEMENTS.has(localName)) break;
    text = localName === 'a' ? '' : rawText(before, '', ' ') + text;
  }
  return cleanText(text).slice(-MAX_TEXT_BEFORE_LENGTH);
}

/** The formula of an element as text; undefined if it is not a formula. */
function formulaIn(element: Element): string | undefined {
  const name = element.localName;
  if (name === 'script')
    return /^math\/tex/i.test(element.getAttribute('type') ?? '') ? inDollars(element.textContent) : '';
  if (name === 'math' || name === 'mjx-container' || element.classList.contains('katex')) {
    const tex =
      first(element, 'annotation[encoding="application/x-tex"]')?.textContent ?? element.getAttribute('alttext');
    return tex ? inDollars(tex) : charactersIn(element);
  }
  const isDrawn = MATHJAX_CLASS.test(element.getAttribute('class') ?? '');
  return isDrawn && first(element.parentElement, 'script[type^="math/tex"]') ? '' : undefined;
}

/**
 * The characters of a formula whose TeX is not in the page. MathJax 3 has each as a code point in a
 * class or an attribute.
 */
function charactersIn(formula: Element): string {
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

/** Where a link leads, as an absolute http(s) address; empty for any other. */
export function linkOf(link: Element | null | undefined, page: Page): string {
  return absolute(link?.getAttribute('href') ?? '', page);
}

/** Resolves an address to an absolute http(s) one; empty for any other. */
export function absolute(address: string, { url }: Page): string {
  const plain = address.trim();
  if (plain === '' || plain.length > 2_000 || !URL.canParse(plain, url.href)) return '';
  const { protocol, href } = new URL(plain, url.href);
  return protocol === 'https:' || protocol === 'http:' ? href : '';
}

/** The path of a link within the page's host; empty for one that leads away. */
export function pathOf(link: Element | null | undefined, page: Page): string {
  const address = linkOf(link, page);
  if (address === '') return '';
  const { host, pathname } = new URL(address);
  return host === page.url.host ? pathname : '';
}
