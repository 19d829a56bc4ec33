/** The abstract of a page's paper, where metadata do not have it. */
import { all, first, linesOf, textIn } from './elements.ts';

/** The least letters of an abstract: less is a label or a teaser. */
const MIN_LENGTH = 120;
/** The least letters of a paragraph that nothing calls an abstract. */
const MIN_PROSE_LENGTH = 400;
const LABEL = /^(?:abstract|summary)(?![a-z])\s*[:.—–-]*\s*/i;
const SHOW_TEXT = 4;
const MAX_LABELS = 20;
const BLOCK = /^(?:p|div|section|blockquote|span|ul|li|article)$/;

/** The first text of the page that is called an abstract; empty if there is none. */
export function abstractIn(root: Element): string {
  const called = all(
    root,
    '[id*="abstract" i], [class*="abstract" i], [class*="paper-description" i], [itemprop="description"][class], [property="abstract"]',
  ).filter(isCalledAbstract);
  for (const element of called.slice(0, 200)) {
    const text = textIn(element, WITHOUT)
      .replace(/^.{0,400}?\babstract:\s+/i, '')
      .replace(LABEL, '');
    if (text.length >= MIN_LENGTH) return text;
  }
  return textAfterHeading(root, /^abstract\s*:?$/i);
}

/** The one long paragraph of a page; empty where there are several, as in the text of a paper. */
export function onlyProseIn(root: Element): string {
  const [prose = '', another] = linesOf(root).filter((line) => line.length >= MIN_PROSE_LENGTH);
  return another === undefined ? prose : '';
}

/** What stands in an abstract and is no part of it. */
const WITHOUT = 'h1, h2, h3, h4, h5, h6, label, [class*="keyword" i], [id*="keyword" i], nav, figure';

/**
 * The word stands by itself in the id or a class: "abstract-content", "Abs1-content" is not;
 * "abstractCorrection" is none.
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
 * The first long text after what is called `label`: beside it, or beside what is around it. A block
 * that begins with what matches `not` is passed over.
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

/** The text of a paragraph that begins with its own label: "Abstract: We show …". */
function ownText(element: Element): string {
  const text = textIn(element);
  const rest = text.replace(LABEL, '');
  return rest.length < text.length && rest.length >= MIN_LENGTH ? rest : '';
}

function nextText(element: Element, not: RegExp | undefined): string {
  let next = element.nextElementSibling;
  for (let i = 0; next && i < 6; i++, next = next.nextElementSibling) {
    // The abstract ends where the next part begins.
    if (/^h[1-6]$/.test(next.localName) || first(next, 'h1, h2, h3, h4, h5, h6')) return '';
    if (!BLOCK.test(next.localName) && !/^(?:dd|td)$/.test(next.localName)) continue;
    const text = textIn(next, WITHOUT);
    if (text.length >= MIN_LENGTH && !not?.test(text)) return text;
  }
  return '';
}
