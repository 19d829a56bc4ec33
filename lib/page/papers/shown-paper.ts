/** Reads what a page shows of its paper, besides or in place of metadata. */
import type { PlainFields } from '../../core/formats/record-fields.ts';
import { fold } from '../../core/text/fold.ts';
import { abstractIn, onlyProseIn } from './abstract-in-page.ts';
import { all, first, linesOf, type Page, textIn } from './elements.ts';
import { people, peopleIn } from './people-in-page.ts';
import { isPeople } from './title-like.ts';

/** Shorter headings are not titles. */
const MIN_TITLE_LETTERS = 12;
/**
 * How many lines after the title may name the people, and how many ancestors are searched for them.
 */
const MAX_LINES_BELOW = 6;
const NOTES = 'sup';
const ASIDE = 'nav, header nav, footer, aside, [class*="reference" i], [class*="bibliograph" i]';

/**
 * The paper of a page without metadata, from a heading that is part of the document's title,
 * people, and an abstract. All three must be there; an unlabelled abstract counts only below a
 * title that links to a PDF.
 */
export function* shownPaper(page: Page): Generator<void, PlainFields | undefined> {
  const whole = fold(page.title);
  const heading = all(page.root, 'h1, h2, h3, [id*="title" i], b > a[href*=".pdf"], strong > a[href*=".pdf"]').find(
    (element) => {
      const text = fold(textIn(element));
      return text.length >= MIN_TITLE_LETTERS && whole.includes(text) && !element.closest(ASIDE);
    },
  );
  if (!heading) return undefined;
  yield;
  const names = peopleShown(page, heading);
  yield;
  const abstract = abstractIn(page.root) || (heading.localName === 'a' ? onlyProseIn(page.root) : '');
  yield;
  if (names.length === 0 || abstract === '') return undefined;
  return { title: textIn(heading), authors: names, abstract, date: yearShown(page) || yearBelow(heading) };
}

/** The authors that a page shows; `heading` has the paper's title. */
export function peopleShown({ root }: Page, heading?: Element): NonNullable<PlainFields['authors']> {
  const called = all(root, '[class*="author" i], [id*="author" i]')
    .slice(0, 200)
    .filter((element) => !element.closest(ASIDE));
  // Names that are split into parts, or in an attribute, come without affiliations.
  const inParts = called.flatMap((element) => all(element, '[class~="surname"], [class~="family-name"]'));
  if (inParts.length > 0) {
    const names = [...new Set(inParts)].map(
      (surname) => `${textIn(surname)}, ${textIn(first(surname.parentElement, '[class*="given" i]'))}`,
    );
    return people(names);
  }
  const titled = [...new Set(called.map((element) => element.getAttribute('title') ?? ''))].filter((name) =>
    isPeople(name),
  );
  if (titled.length > 0) return people(titled);
  // With a heading, the people are below it; without one, they are what has the class or id of
  // authors.
  const said = heading
    ? linesBelow(heading)
    : called.slice(0, 5).map((element) => textIn(element, `[class*="affil" i], ${NOTES}`));
  const line = said.find((text) => isPeople(text));
  return peopleIn(line ?? '');
}

/** The year of a date on a line of its own below a heading: "August 2024". */
function yearBelow(heading: Element): string {
  const dates = linesBelow(heading).map(
    (line) => /^(?:\d{1,2}\.? )?\p{Lu}\p{L}{2,8}\.?,? (?:\d{1,2}, )?((?:19|20)\d\d)$/u.exec(line)?.[1],
  );
  return dates.find((year) => year !== undefined) ?? '';
}

/** The lines that follow a heading, within the smallest block around it that has enough. */
function linesBelow(heading: Element): string[] {
  const title = textIn(heading);
  const lines: string[] = [];
  let up = 0;
  for (
    let around = heading.parentElement;
    around && lines.length < MAX_LINES_BELOW && up < MAX_LINES_BELOW;
    around = around.parentElement, up++
  ) {
    const all = linesOf(around, NOTES);
    const at = all.findIndex((line) => line.includes(title));
    if (at >= 0) lines.splice(0, lines.length, ...all.slice(at + 1, at + 1 + MAX_LINES_BELOW));
  }
  return lines;
}

/** The year of publication that a page shows; empty if it shows none. */
export function yearShown({ root }: Page): string {
  const text = textIn(first(root, 'body'), ASIDE).slice(0, 30_000);
  return /\b(?:published|publication date|date of publication)\b[^.]{0,30}?\b((?:19|20)\d\d)\b/i.exec(text)?.[1] ?? '';
}

/** The DOI that the page links to, if it is the only one. */
export function onlyDoiIn({ root }: Page): string {
  const dois = all(root, 'a[href*="doi.org/10."]').map((link) =>
    (link.getAttribute('href') ?? '')
      .trim()
      .replace(/^.*?doi\.org\/|[?#].*$/g, '')
      .toLowerCase(),
  );
  return new Set(dois).size === 1 ? (dois[0] as string) : '';
}
