/**
 * Where the title of an entry stands: the entry says it in one of a few ways, or it is left alone.
 */
import { all, textBefore, textIn } from './elements.ts';
import { isTitleLike, isVenueLike, mayBeTitle, plainTitle } from './title-like.ts';

/** A title, and the element in which it stands. */
export interface FoundTitle {
  title: string;
  at: Element;
}

/** Elements that hold a title by what they are called. */
const CALLED_TITLE = '[class*="title" i]:not([class*="subtitle" i]), [itemprop="name"], [itemprop="headline"]';
const CELLS = 'td, th, dt';
/** Elements that set a title off, the likeliest first. */
const SET_OFF = ['a', 'strong, b', 'em, i, q', CELLS];
/** The most elements of each kind that are looked at. */
const MAX_ELEMENTS = 100;
/** Letters after which a text is no title. */
const MAX_LENGTH = 1_000;
/** Letters after which a cell is more than a title. */
const LONGEST_CELL = 200;
const PRECEDING = 2;

/**
 * The title of an entry whose link to the paper is `link`, if that is not the title itself.
 * Undefined where nothing in it is surely the title. Beside several papers only what is called a
 * title is one.
 */
export function titleIn(entry: Element, link: Element, isSeveral: boolean): FoundTitle | undefined {
  const called = all(entry, CALLED_TITLE).slice(0, MAX_ELEMENTS);
  const innermost = called.filter((element) => all(element, CALLED_TITLE).length === 0);
  for (const element of innermost) {
    const found = titleAmongTitles(element, 3);
    if (found) return found;
  }
  for (const element of all(entry, 'h1, h2, h3, h4, h5, h6').slice(0, MAX_ELEMENTS)) {
    // What stands beside the link in a heading is a time, or a number.
    const found = element.contains(link) ? titleAmongTitles(link, 2) : titleAt(element);
    if (found) return found;
  }
  for (const selector of isSeveral ? SET_OFF.slice(-1) : SET_OFF) {
    const before = all(entry, selector)
      .slice(0, MAX_ELEMENTS)
      .filter((element) => isBefore(element, link));
    // Cells are read from the first on; of the others the nearest counts.
    for (const element of selector === CELLS ? before.filter(isShortCell) : before.reverse()) {
      const found = titleAt(element);
      if (found && !isVenueLike(found.title)) return found;
    }
  }
  return isSeveral ? undefined : titleBefore(link);
}

/**
 * The title of an entry that stands in a paragraph or a heading before it: "Title", and below it a
 * list of links.
 */
export function titleAbove(entry: Element): FoundTitle | undefined {
  const before = entry.previousElementSibling;
  if (before?.localName === 'dt' && entry.localName === 'dd') return titleAt(before);
  if (!before || !/^(?:p|h[1-6])$/.test(before.localName) || !/^(?:ul|ol|p|div)$/.test(entry.localName))
    return undefined;
  const setOff = before.localName === 'p' ? all(before, 'strong, b, em, i') : [before];
  const [title, ...others] = setOff.filter((part) => textIn(part, '', MAX_LENGTH) === textIn(before, '', MAX_LENGTH));
  return title && others.length === 0 ? titleAt(title) : undefined;
}

/** What an element holds as a title, if it may be one by itself. */
export function titleAt(element: Element): FoundTitle | undefined {
  const title = plainTitle(textIn(element, '', MAX_LENGTH));
  return isTitleLike(title) ? { title, at: element } : undefined;
}

/** What an element holds as a title that stands where titles stand, of so many words at least. */
export function titleAmongTitles(element: Element, least: number): FoundTitle | undefined {
  const title = plainTitle(textIn(element, '', MAX_LENGTH));
  return mayBeTitle(title, least) ? { title, at: element } : undefined;
}

/**
 * Whether a cell may be a title as a whole: in others something sets the title off, or it runs on
 * into a description.
 */
function isShortCell(cell: Element): boolean {
  const text = textIn(cell, '', MAX_LENGTH);
  return text.length <= LONGEST_CELL && all(cell, 'strong, b').every((part) => textIn(part, '', MAX_LENGTH) === text);
}

function isBefore(element: Element, link: Element): boolean {
  return (link.compareDocumentPosition(element) & PRECEDING) !== 0 && !element.contains(link);
}

/** Whether the long words of a text have capitals, as in a title, and not as in a sentence. */
function hasCapitals(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length / 2;
}

/** "“Title”, Venue [paper]", or "Title. [paper]", but not what has people or a year in it, too. */
function titleBefore(link: Element): FoundTitle | undefined {
  const text = textBefore(link).replace(/[\s[({|:,–—-]+$/, '');
  const [, quoted] = /[“"]([^”"]{10,300})[”"][^“"]*$/.exec(text) ?? [];
  const title = plainTitle(quoted ?? text);
  const isAlone = quoted !== undefined || (hasCapitals(title) && !/[.!?]\s|\b(?:19|20)\d\d\b|\bet al\b/.test(title));
  return isAlone && isTitleLike(title) && !isVenueLike(title) ? { title, at: link.parentElement ?? link } : undefined;
}
