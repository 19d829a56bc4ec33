/** Reads one entry of a list. */
import type { PlainFields } from '../../core/formats/record-fields.ts';
import { all, first, linesOf, linkOf, type Page, textIn } from './elements.ts';
import type { FoundTitle } from './listed-title.ts';
import { paperKey } from './paper-hosts.ts';
import { peopleIn } from './people-in-page.ts';
import { isPeople } from './title-like.ts';

/** How many lines after the title may name the people. */
const MAX_LINES_TO_PEOPLE = 4;
/** The most links of an entry that are read. */
const MAX_LINKS = 300;
const MIN_ABSTRACT_LENGTH = 150;

/** The fields of the paper in `entry` with this title. */
export function fieldsIn(entry: Element, { title, at }: FoundTitle, page: Page): PlainFields {
  const links = entry.localName === 'a' ? [entry] : all(entry, 'a[href]').slice(0, MAX_LINKS);
  const addresses = [...new Set(links.map((link) => linkOf(link, page)))].filter((address) => address !== '');
  // A title's own link tells its paper from others mentioned beside it.
  const own = paperKey(linkOf(at.closest('a[href]') ?? first(at, 'a[href]'), page));
  const papers = addresses.filter((address) => {
    const key = paperKey(address);
    return key !== undefined && (key.place !== own?.place || key.name === own.name);
  });
  const lines = linesOf(entry);
  const titleLine = lastLineOf(title, lines);
  const people = peopleAfter(entry, lines, titleLine, at);
  const restOfLine = (lines[titleLine] ?? '').split(title).at(-1) ?? '';
  const shortLines = [restOfLine, ...lines.slice(titleLine + 1)].filter((line) => line.length < 160);
  const years = shortLines.flatMap((line) =>
    [...line.matchAll(/(?<![\d./:-])(?:19[5-9]|20[0-4])\d(?![\d/-]|\.\d)/g)].map(([year]) => year),
  );
  const [year = ''] = years;
  return {
    title,
    authors: peopleIn(people),
    abstract: abstractOf(entry),
    date: year || yearOf(papers),
    addresses: unambiguous(papers),
  };
}

/** The line on which a title ends, which may take several. */
function lastLineOf(title: string, lines: readonly string[]): number {
  const whole = lines.findIndex((line) => line.includes(title));
  return whole >= 0 ? whole : lines.findIndex((line) => line.length > 3 && title.endsWith(line));
}

/** The names in the lines after the title, or in elements for authors. */
function peopleAfter(entry: Element, lines: readonly string[], titleLine: number, at: Element): string {
  const called = all(entry, '[class*="author" i], [itemprop="author"]').filter((element) => !element.contains(at));
  const whole = called.length > 1 ? called.map((element) => textIn(element)).join(', ') : textIn(called[0]);
  for (const text of [textIn(called[0]), whole]) if (isPeople(text)) return text;
  if (titleLine < 0) return '';
  for (let i = titleLine + 1; i <= titleLine + MAX_LINES_TO_PEOPLE; i++) {
    let line = lines[i] ?? '';
    // The list continues on the next line.
    for (let next = i + 1; line.endsWith(',') && lines[next]; next++) line += ` ${lines[next]}`;
    line = line.replace(/,$/, '');
    if (isPeople(line)) return line;
    // "Ada Lovelace, Emmy Noether; (1):1-30, 2024."
    const [before = ''] = line.split(/;|\.\s|\s[–—-]\s/);
    if (isPeople(before, 2)) return before;
  }
  return '';
}

function abstractOf(entry: Element): string {
  return (
    all(entry, '[class*="abstract" i], [class*="summary" i], details p')
      .map((element) => textIn(element).replace(/^abstract:?\s*/i, ''))
      .find((text) => text.length >= MIN_ABSTRACT_LENGTH) ?? ''
  );
}

/** The address on each catalogue or host, if it is the only paper there. */
function unambiguous(addresses: readonly string[]): string[] {
  const names = new Map<string, Set<string>>();
  for (const address of addresses) {
    const { place, name } = paperKey(address) as { place: string; name: string };
    names.set(place, (names.get(place) ?? new Set()).add(name));
  }
  return addresses.filter((address) => names.get(paperKey(address)?.place ?? '')?.size === 1);
}

/** The year in a paper's id. */
function yearOf(addresses: readonly string[]): string {
  for (const key of unambiguous(addresses).map(paperKey)) {
    const [, year] =
      (key?.place === 'arxiv' ? /^(\d\d)\d\d\./ : /^aclanthology/.test(key?.place ?? '') ? /^20(\d\d)\./ : /$^/).exec(
        key?.name ?? '',
      ) ?? [];
    if (year) return `20${year}`;
  }
  return '';
}
