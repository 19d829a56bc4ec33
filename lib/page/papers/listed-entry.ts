/** What one entry of a list says of its paper. */
import type { PlainFields } from '../../core/formats/record-fields.ts';
import { all, first, linesOf, linkOf, type Page, textIn } from './elements.ts';
import type { FoundTitle } from './listed-title.ts';
import { paperKey } from './paper-hosts.ts';
import { peopleIn } from './people-in-page.ts';
import { isPeople } from './title-like.ts';

/** Lines after the title in which the people may stand. */
const LINES_TO_PEOPLE = 4;
/** Links of an entry that are looked at. */
const MAX_LINKS = 300;
const MIN_ABSTRACT = 150;

/** What `entry` says of the paper of this title. */
export function fieldsIn(entry: Element, { title, at }: FoundTitle, page: Page): PlainFields {
  const links = entry.localName === 'a' ? [entry] : all(entry, 'a[href]').slice(0, MAX_LINKS);
  const addresses = [...new Set(links.map((link) => linkOf(link, page)))].filter((address) => address !== '');
  // Where the title is a link, it tells the paper from others that are named beside it.
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
    addresses: oneOfEach(papers),
  };
}

/** Where a title ends that may go over several lines. */
function lastLineOf(title: string, lines: readonly string[]): number {
  const whole = lines.findIndex((line) => line.includes(title));
  return whole >= 0 ? whole : lines.findIndex((line) => line.length > 3 && title.endsWith(line));
}

/** The names in the lines after the title, or in what is called by them. */
function peopleAfter(entry: Element, lines: readonly string[], titleLine: number, at: Element): string {
  const called = all(entry, '[class*="author" i], [itemprop="author"]').filter((element) => !element.contains(at));
  const whole = called.length > 1 ? called.map((element) => textIn(element)).join(', ') : textIn(called[0]);
  for (const text of [textIn(called[0]), whole]) if (isPeople(text)) return text;
  if (titleLine < 0) return '';
  for (let i = titleLine + 1; i <= titleLine + LINES_TO_PEOPLE; i++) {
    let line = lines[i] ?? '';
    // A list that goes on in the next line.
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
      .find((text) => text.length >= MIN_ABSTRACT) ?? ''
  );
}

/** The first address of each catalogue or host: where there are several, none of them. */
function oneOfEach(addresses: readonly string[]): string[] {
  const names = new Map<string, Set<string>>();
  for (const address of addresses) {
    const { place, name } = paperKey(address) as { place: string; name: string };
    names.set(place, (names.get(place) ?? new Set()).add(name));
  }
  return addresses.filter((address) => names.get(paperKey(address)?.place ?? '')?.size === 1);
}

/** The year that a paper's name in a catalogue tells. */
function yearOf(addresses: readonly string[]): string {
  for (const key of oneOfEach(addresses).map(paperKey)) {
    const [, year] =
      (key?.place === 'arxiv' ? /^(\d\d)\d\d\./ : /^aclanthology/.test(key?.place ?? '') ? /^20(\d\d)\./ : /$^/).exec(
        key?.name ?? '',
      ) ?? [];
    if (year) return `20${year}`;
  }
  return '';
}
