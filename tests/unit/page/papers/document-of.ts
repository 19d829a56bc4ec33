/** Documents of pages that a test writes, and what is read in them. */
import { parseHTML } from 'linkedom';
import { type PagePapers, readPageInSteps } from '../../../../lib/page/papers/read-page.ts';

/** The document that a browser would make of a page, as far as readers ask for it. */
export function documentOf(html: string): Document {
  const whole = /<html/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as Document;
}

/** Reads a document to the end of its steps. */
export function readPage(page: Document, address: string, selection?: readonly AbstractRange[]): PagePapers {
  const steps = readPageInSteps(page, address, selection);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** What is read of a page at an address. */
export function read(address: string, html: string): PagePapers {
  return readPage(documentOf(html), address);
}

/** The titles of what is read. */
export function titlesIn(address: string, html: string): string[] {
  return read(address, html).papers.map(({ title }) => title);
}

/**
 * A range over the children of an element from one place to another, as far as readers ask for it.
 */
export function rangeOver(element: Element, from = 0, to = element.childNodes.length): AbstractRange {
  const [startContainer, endContainer] = [element, element];
  return { collapsed: from === to, startContainer, startOffset: from, endContainer, endOffset: to };
}
