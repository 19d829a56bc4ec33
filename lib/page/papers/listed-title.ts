/** Finds the title of an entry: if it is not marked in one of a few ways, there is none. */
import { all, textBefore, textIn } from './elements.ts';
import { isTitleLike, isVenueLike, mayBeTitle, plainTitle } from './title-like.ts';

/** A title, and its element. */
export interface FoundTitle {
  title: string;
  at: Element;
}

/** Elements whose class or itemprop says that they hold a title. */
const NAMED_TITLE = '[class*="title" i]:not([class*="subtitle" i]), [itemprop="name"], [itemprop="headline"]';
const CELLS = 'td, th, dt';
/** Elements that set a title off, most likely first. */
const SET_OFF = ['a', 'strong, b', 'em, i, q', CELLS];
/** The most elements of each kind that are checked. */
const MAX_ELEMENTS = 100;
/** Longer texts are not titles. */
const MAX_TITLE_LENGTH = 1_000;
/** A longer cell is more than a title. */
const MAX_CELL_LENGTH = 200;
const PRECEDING = 2;

/**
 * The title of an entry in which `link`, which is not the title itself, leads to the paper.
 * Undefined if nothing in it is surely the title. In a block of several papers only what is marked
 * as a title counts.
 */
export function titleIn(entry: Element, link: Element, isSeveral: boolean): FoundTitle | undefined {
  const called = all(entry, NAMED_TITLE).slice(0, MAX_ELEMENTS);
  const innermost = called.filter((element) => all(element, NAMED_TITLE).length === 0);
  for (const element of innermost) {
    const found = titleAmongTitles(element, 3);
    if (found) return found;
  }
  for (const element of all(entry, 'h1, h2, h3, h4, h5, h6').slice(0, MAX_ELEMENTS)) {
    // Besides the link, a heading may contain a time or a number.
    const found = element.contains(link) ? titleAmongTitles(link, 2) : titleAt(element);
    if (found) return found;
  }
  for (const selector of isSeveral ? SET_OFF.slice(-1) : SET_OFF) {
    const before = all(entry, selector)
      .slice(0, MAX_ELEMENTS)
      .filter((element) => isBefore(element, link));
    // The first cell counts, but the nearest of the other elements.
    for (const element of selector === CELLS ? before.filter(isShortCell) : before.reverse()) {
      const found = titleAt(element);
      if (found && !isVenueLike(found.title)) return found;
    }
  }
  return isSeveral ? undefined : titleBefore(link);
}

/** The title in the paragraph or heading before an entry: "Title", and below it a list of links. */
export function titleAbove(entry: Element): FoundTitle | undefined {
  const before = entry.previousElementSibling;
  if (before?.localName === 'dt' && entry.localName === 'dd') return titleAt(before);
  if (!before || !/^(?:p|h[1-6])$/.test(before.localName) || !/^(?:ul|ol|p|div)$/.test(entry.localName))
    return undefined;
  const setOff = before.localName === 'p' ? all(before, 'strong, b, em, i') : [before];
  const [title, ...others] = setOff.filter(
    (part) => textIn(part, '', MAX_TITLE_LENGTH) === textIn(before, '', MAX_TITLE_LENGTH),
  );
  return title && others.length === 0 ? titleAt(title) : undefined;
}

/** An element's text as a title, if it may be one wherever it is. */
export function titleAt(element: Element): FoundTitle | undefined {
  const title = plainTitle(textIn(element, '', MAX_TITLE_LENGTH));
  return isTitleLike(title) ? { title, at: element } : undefined;
}

/** An element's text as a title of at least `least` words, at a place for titles. */
export function titleAmongTitles(element: Element, least: number): FoundTitle | undefined {
  const title = plainTitle(textIn(element, '', MAX_TITLE_LENGTH));
  return mayBeTitle(title, least) ? { title, at: element } : undefined;
}

/**
 * Whether a whole cell may be a title, not only a part that is set off or followed by a
 * description.
 */
function isShortCell(cell: Element): boolean {
  const text = textIn(cell, '', MAX_TITLE_LENGTH);
  return (
    text.length <= MAX_CELL_LENGTH &&
    all(cell, 'strong, b').every((part) => textIn(part, '', MAX_TITLE_LENGTH) === text)
  );
}

function isBefore(element: Element, link: Element): boolean {
  return (link.compareDocumentPosition(element) & PRECEDING) !== 0 && !element.contains(link);
}

/** Whether most long words of a text are capitalised, as in a title and unlike in a sentence. */
function hasCapitals(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length / 2;
}

/**
 * The title in "“Title”, Venue [paper]" or "Title. [paper]", unless it includes people or a year.
 */
function titleBefore(link: Element): FoundTitle | undefined {
  const text = textBefore(link).replace(/[\s[({|:,–—-]+$/, '');
  const [, quoted] = /[“"]([^”"]{10,300})[”"][^“"]*$/.exec(text) ?? [];
  const title = plainTitle(quoted ?? text);
  const isAlone = quoted !== undefined || (hasCapitals(title) && !/[.!?]\s|\b(?:19|20)\d\d\b|\bet al\b/.test(title));
  return isAlone && isTitleLike(title) && !isVenueLike(title) ? { title, at: link.parentElement ?? link } : undefined;
}
