/**
 * Papers in a list of any make, such as an awesome-list, a table of a conference or somebody's
 * publications: an entry is what stands around a link to a paper, up to where the next paper
 * begins.
 */
import type { PlainFields } from '../../core/formats/record-fields.ts';
import { all, first, linkOf, type Page } from './elements.ts';
import { fieldsIn } from './listed-entry.ts';
import { type FoundTitle, titleAbove, titleAmongTitles, titleAt, titleIn } from './listed-title.ts';
import { isPaperish, type PaperKey, paperKey } from './paper-hosts.ts';

/** An entry of a list. */
export interface ListedPaper {
  entry: Element;
  /** What it says; undefined where it has a link to a paper and no title. */
  fields: PlainFields | undefined;
  /** Whether it links to a paper on a host that is known to have papers. */
  isKnown: boolean;
  /** Where it stands among the others. */
  order: number;
}

/** The most links that are looked at. */
const MAX_LINKS = 50_000;
/** How far up the page an entry may begin. */
const MAX_HEIGHT = 60;
/** Entries of one parent that make a list, whose other children may be entries too. */
const MIN_ALIKE = 3;
/** How many of the entries of a list must have their titles at the same place. */
const MIN_SHARE = 0.5;
const INLINE =
  /^(?:a|b|i|em|strong|span|small|code|sup|sub|q|u|font|mark|picture|img|label|cite|abbr|button|td|th|summary)$/;
/** Elements that hold one entry by what they are. */
const ENTRY = /^(?:li|tr|article|dd)$/;
/** The place of links whose host is not known to have papers. */
const ELSEWHERE = 'elsewhere';
/** The place of all whose links are titles. */
const TITLED = 'titled';

interface Seed {
  link: Element;
  key: PaperKey;
  /** What the link says, where that is a title. */
  title: FoundTitle | undefined;
}

/**
 * By element, the names of the papers to which it links, by their place; an empty name stands for
 * several.
 */
type Names = Map<Element, Map<string, string>>;

/** Finds the entries within `root`, in many small steps. */
export function* listedPapers(root: Element, page: Page): Generator<void, ListedPaper[]> {
  const seeds: Seed[] = [];
  const names: Names = new Map();
  for (const link of all(root, 'a[href]').slice(0, MAX_LINKS)) {
    yield;
    const seed = seedOf(link, page);
    if (seed) nameAround(seed, root, names);
    if (seed) seeds.push(seed);
  }
  const found = new Map<Element, ListedPaper>();
  const ways = new Map<Element, Map<string, number>>();
  const titles = new Map<Element, FoundTitle | undefined>();
  for (const [order, seed] of seeds.entries()) {
    yield;
    const { key } = seed;
    const { entry, title } = entryAround(seed, root, names, titles);
    const before = entry && found.get(entry);
    if (!entry || before?.fields) continue;
    const fields = title && fieldsIn(entry, title, page);
    const isKnown = key.place !== ELSEWHERE || before?.isKnown === true;
    found.set(entry, { entry, fields, isKnown, order: before?.order ?? order });
    const list = entry.parentElement;
    if (!title || !list) continue;
    const way = wayTo(title.at, entry);
    const ofList = ways.get(list) ?? new Map<string, number>();
    ways.set(list, ofList.set(way, (ofList.get(way) ?? 0) + 1));
  }
  for (const [list, ofList] of ways) yield* takeAlike(list, ofList, found, page);
  return [...found.values()].sort((a, b) => a.order - b.order);
}

function seedOf(link: Element, page: Page): Seed | undefined {
  const address = linkOf(link, page);
  const key = paperKey(address) ?? (isPaperish(address) ? { place: ELSEWHERE, name: address } : undefined);
  return key && !link.closest('nav, header, footer') ? { link, key, title: titleAt(link) } : undefined;
}

function nameAround({ link, key, title }: Seed, root: Element, names: Names): void {
  const places = [[key.place, key.name] as const, ...(title ? [[TITLED, `${key.place} ${key.name}`] as const] : [])];
  let up = 0;
  for (let at: Element | null = link; at && at !== root && up < MAX_HEIGHT; at = at.parentElement, up++) {
    const here = names.get(at) ?? new Map<string, string>();
    for (const [place, name] of places) here.set(place, [undefined, name].includes(here.get(place)) ? name : '');
    names.set(at, here);
  }
}

/**
 * Whether an element links to several papers. Links to who knows what count only where there are no
 * others; in an entry that has one title for a link, the others are named beside it.
 */
function isOfSeveral(element: Element, names: Names): boolean {
  const here = names.get(element) ?? new Map<string, string>();
  if (here.get(TITLED) && isEntryLike(element)) return false;
  const known = [...here].filter(([place]) => place !== ELSEWHERE && place !== TITLED);
  return known.length > 0 ? known.some(([, name]) => name === '') : here.get(ELSEWHERE) === '';
}

/** Whether an element is one entry by what it is, or has one like itself beside it. */
function isEntryLike(element: Element): boolean {
  const { nextElementSibling: next, previousElementSibling: previous } = element;
  const isLike = (other: Element | null): boolean =>
    other?.localName === element.localName && other.getAttribute('class') === element.getAttribute('class');
  return ENTRY.test(element.localName) || (!INLINE.test(element.localName) && (isLike(next) || isLike(previous)));
}

/**
 * The largest block around a link that has no other paper in it, and the title that stands nearest
 * to the link within.
 */
function entryAround(
  { link, title: own }: Seed,
  root: Element,
  names: Names,
  titles: Map<Element, FoundTitle | undefined>,
): { entry?: Element; title?: FoundTitle | undefined } {
  let title = own;
  let entry: Element | undefined;
  let up = 0;
  for (let at: Element | null = link; at && at !== root && at.localName !== 'body' && up < MAX_HEIGHT; up++) {
    const isSeveral = isOfSeveral(at, names);
    // Several papers in one block, such as a line of links: each is what its link says.
    if (isSeveral && (entry || title)) break;
    if (!INLINE.test(at.localName)) {
      if (!title && !titles.has(at)) titles.set(at, titleIn(at, link, isSeveral));
      title ??= titles.get(at);
      entry = at;
      if (isSeveral || (title && ENTRY.test(at.localName))) break;
    }
    at = at.parentElement;
  }
  if (!title && entry && !isOfSeveral(entry, names)) title = titleAbove(entry);
  return { entry: entry ?? (title ? link : undefined), title } as { entry?: Element; title?: FoundTitle };
}

/**
 * Children of a list that have their title where most of its entries have it are entries too: such
 * as have no link to a paper, or a title of one word, or one with something beside it.
 */
function* takeAlike(
  list: Element,
  ways: ReadonlyMap<string, number>,
  found: Map<Element, ListedPaper>,
  page: Page,
): Generator<void> {
  const [[way, count] = ['', 0]] = [...ways].sort((a, b) => b[1] - a[1]);
  const entries = [...list.children].filter((child) => found.has(child)).length;
  if (count < MIN_ALIKE || count < entries * MIN_SHARE) return;
  let last = ([...list.children].map((child) => found.get(child)?.order).find((order) => order !== undefined) ?? 0) - 1;
  const isListKnown = [...list.children].some((child) => found.get(child)?.isKnown);
  for (const child of list.children) {
    yield;
    const known = found.get(child);
    last = known?.order ?? last + 1e-6;
    const at = way === '' ? child : first(child, `:scope > ${way}`);
    const title = at && titleAmongTitles(at, known ? 1 : 3);
    const isBetter = title && known?.fields?.title.endsWith(title.title) && known.fields.title !== title.title;
    if (title && (!known?.fields || isBetter)) {
      // A title that links to anything else is not that of a paper because it stands among papers.
      const isKnown = known
        ? known.isKnown
        : isListKnown && !title.at.closest('a[href]') && !first(title.at, 'a[href]');
      found.set(child, { entry: child, fields: fieldsIn(child, title, page), isKnown, order: last });
    }
  }
}

/** The way from an entry down to its title, as a selector. */
function wayTo(title: Element, entry: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = title; at && at !== entry; at = at.parentElement) {
    const [name] = at.classList;
    const place = /^t[dh]$/.test(at.localName)
      ? `:nth-child(${[...(at.parentElement?.children ?? [])].indexOf(at) + 1})`
      : '';
    steps.unshift(`${at.localName}${name && /^[a-zA-Z][\w-]*$/.test(name) ? `.${name}` : ''}${place}`);
  }
  return steps.join(' > ');
}
