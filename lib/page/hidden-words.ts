/**
 * Words that are hidden in the middle of others, such as "[show]" in a heading: a title may go on
 * behind them. Text is read with and without them, since a title of their own may be shown later.
 */
import { findTitles, type TitleMatch } from '../core/titles/title-scanner.ts';
import type { TitleTable } from '../core/titles/title-table.ts';
import {
  checkVisibility,
  elementAround,
  firstChildOf,
  hasAttributes,
  isElement,
  isText,
  nextSiblingOf,
  parentOf,
  previousSiblingOf,
} from './dom.ts';
import type { Regions } from './regions.ts';
import type { TextWindow } from './text-window.ts';

/** Elements checked in one step. */
const STEP_ELEMENTS = 500;

/**
 * The titles that go on behind hidden words and touch the characters from `start` to `end` of
 * `window`, with the text in which they were found.
 */
export function acrossHiddenWords(
  window: TextWindow,
  start: number,
  end: number,
  table: TitleTable,
): { shown: TextWindow; across: TitleMatch[] } {
  const hidden = window.nodes.filter((node) => {
    const around = parentOf(node);
    return isElement(around) && hidesWords(around);
  });
  if (hidden.length === 0) return { shown: window, across: [] };
  const shown = window.without(new Set(hidden));
  const offsetOf = (node: Text, offset: number): number => window.offsetOf(window.nodes.indexOf(node), offset);
  const across = findTitles(shown.text, table).filter((match) => {
    const { nodes, startOffset, endOffset, leftOut } = shown.span(match.start, match.end);
    const [first, last] = [nodes[0] as Text, nodes[nodes.length - 1] as Text];
    return leftOut.length > 0 && offsetOf(first, startOffset) < end && offsetOf(last, endOffset) > start;
  });
  return { shown, across };
}

/** Searches a document for elements with hidden words while it may change. */
export class HiddenWordSearch {
  private readonly elements: HTMLCollectionOf<Element>;
  private index = 0;

  constructor(document: Document) {
    this.elements = document.getElementsByTagName('*');
  }

  /** Adds those among the next elements to what is read; returns whether there are more. */
  step(waiting: Regions): boolean {
    for (const end = this.index + STEP_ELEMENTS; this.index < end; this.index++) {
      const element = this.elements[this.index];
      if (!element) return false;
      if (isText(firstChildOf(element)) && hidesWords(element)) waiting.add(element, element);
    }
    return true;
  }
}

/**
 * Whether an element is hidden where the text beside it is shown. Style rules find such an element
 * by an attribute; one without any is not asked, for the question takes most of the time.
 */
function hidesWords(element: Element): boolean {
  if (!hasAttributes(element)) return false;
  if (!isWords(previousSiblingOf(element)) && !isWords(nextSiblingOf(element))) return false;
  const around = elementAround(element);
  return !checkVisibility(element) && around !== null && checkVisibility(around);
}

function isWords(node: Node | null): boolean {
  return isText(node) && /\S/.test(node.data);
}
