/** Finds the abstract of a page's paper, where the metadata do not have it. */
import { all, first, linesOf, textIn } from './elements.ts';

/** Shorter texts are labels or teasers. */
const MIN_ABSTRACT_LENGTH = 120;
/** The least length of a paragraph that is not labelled as an abstract. */
const MIN_PROSE_LENGTH = 400;
const LABEL = /^(?:abstract|summary)(?![a-z])\s*[:.—–-]*\s*/i;
const SHOW_TEXT = 4;
const MAX_LABELS = 20;
const BLOCK = /^(?:p|div|section|blockquote|span|ul|li|article)$/;

/** The first text of the page that is labelled as an abstract; empty if there is none. */
export function abstractIn(root: Element): string {
  const called = all(
    root,
    '[id*="abstract" i], [class*="abstract" i], [class*="paper-description" i], [itemprop="description"][class], [property="abstract"]',
  ).filter(isCalledAbstract);
  for (const element of called.slice(0, 200)) {
    const text = textIn(element, NOT_ABSTRACT)
      .replace(/^.{0,400}?\babstract:\s+/i, '')
      .replace(LABEL, '');
    if (text.length >= MIN_ABSTRACT_LENGTH) return text;
  }
  return textAfterHeading(root, /^abstract\s*:?$/i);
}

/** The one long paragraph of a page; empty where there are several, as in the text of a paper. */
export function onlyProseIn(root: Element): string {
  const [prose = '', another] = linesOf(root).filter((line) => line.length >= MIN_PROSE_LENGTH);
  return another === undefined ? prose : '';
}

/** Elements in an abstract's element that are not part of it. */
const NOT_ABSTRACT = 'h1, h2, h3, h4, h5, h6, label, [class*="keyword" i], [id*="keyword" i], nav, figure';

/**
 * Whether an id or a class has "abstract" as a word of its own, as "abstract-content" does and
 * "abstractCorrection" does not.
 */
function isCalledAbstract(element: Element): boolean {
  const names = `${element.id} ${element.getAttribute('class') ?? ''} ${element.getAttribute('property') ?? ''}`;
  return (
    /paper-description|(?:^|[\s_-])abstract(?:$|[\s_-]|text|content|section|full|s?-?sec)/i.test(names) &&
    !/button|link|nav|menu|graphical|short|teaser|toggle|tldr/i.test(names) &&
    !element.closest('nav, header, footer, form, dialog, aside, [class*="highlight" i], [class*="reference" i]')
  );
}

/**
 * The first long text after an element whose text matches `label`, beside it or beside an ancestor.
 * Skips blocks that match `not`.
 */
export function textAfterHeading(root: Element, label: RegExp, not?: RegExp): string {
  const labels: Element[] = [];
  const texts = root.ownerDocument.createTreeWalker(root, SHOW_TEXT);
  for (let text = texts.nextNode(); text && labels.length < MAX_LABELS; text = texts.nextNode()) {
    const value = text.nodeValue ?? '';
    if (value.length < 40 && label.test(value.trim()) && text.parentElement) labels.push(text.parentElement);
  }
  for (const element of labels) {
    for (let around: Element | null = element, up = 0; around && up < 3; around = around.parentElement, up++) {
      const own = up < 2 ? ownText(around) : '';
      const text = own || nextText(around, not);
      if (text) return text;
    }
  }
  return '';
}

/** The text of a paragraph that begins with a label: "Abstract: We show …". */
function ownText(element: Element): string {
  const text = textIn(element);
  const rest = text.replace(LABEL, '');
  return rest.length < text.length && rest.length >= MIN_ABSTRACT_LENGTH ? rest : '';
}

function nextText(element: Element, not: RegExp | undefined): string {
  let next = element.nextElementSibling;
  for (let i = 0; next && i < 6; i++, next = next.nextElementSibling) {
    // The next section has begun.
    if (/^h[1-6]$/.test(next.localName) || first(next, 'h1, h2, h3, h4, h5, h6')) return '';
    if (!BLOCK.test(next.localName) && !/^(?:dd|td)$/.test(next.localName)) continue;
    const text = textIn(next, NOT_ABSTRACT);
    if (text.length >= MIN_ABSTRACT_LENGTH && !not?.test(text)) return text;
  }
  return '';
}
