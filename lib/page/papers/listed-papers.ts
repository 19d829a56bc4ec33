/**
 * Finds papers in lists of unknown structure, such as an awesome list, a conference's table or
 * somebody's publications: an entry is the largest block around a link to one paper.
 */
import type { PlainFields } from '../../core/formats/record-fields.ts';
import { all, first, linkOf, type Page } from './elements.ts';
import { fieldsIn } from './listed-entry.ts';
import { type FoundTitle, titleAbove, titleAmongTitles, titleAt, titleIn } from './listed-title.ts';
import { isPaperish, type PaperKey, paperKey } from './paper-hosts.ts';

/** An entry of a list. */
export interface ListedPaper {
  entry: Element;
  /** Undefined if it links to a paper and has no title. */
  fields: PlainFields | undefined;
  /** Whether it links to a paper on a known host. */
  isKnown: boolean;
  /** Its position among the others. */
  order: number;
}

/** The most links that are read. */
const MAX_LINKS = 50_000;
/** How many ancestors of a link are considered. */
const MAX_ANCESTORS = 60;
/**
 * From this many entries with their title at the same place, a parent is a list, and its other
 * children may be entries too.
 */
const MIN_LIST_ENTRIES = 3;
/** The share of a list's entries that must have their titles at the same place. */
const MIN_ALIKE_SHARE = 0.5;
const INLINE_ELEMENT =
  /^(?:a|b|i|em|strong|span|small|code|sup|sub|q|u|font|mark|picture|img|label|cite|abbr|button|td|th|summary)$/;
/** Elements that by their nature hold one entry. */
const ENTRY_ELEMENT = /^(?:li|tr|article|dd)$/;
/** The `place` of links to unknown hosts. */
const ELSEWHERE = 'elsewhere';
/** The `place` of links whose text is a title. */
const TITLED = 'titled';

interface Seed {
  link: Element;
  key: PaperKey;
  /** The link's text, if that is a title. */
  title: FoundTitle | undefined;
}

/**
 * For each element and `place`, the name of the paper that it links to; empty if there are several.
 */
type Names = Map<Element, Map<string, string>>;

/** Finds the entries in `root`, in many small steps. */
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
  const pathsByList = new Map<Element, Map<string, number>>();
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
    const path = selectorOf(title.at, entry);
    const paths = pathsByList.get(list) ?? new Map<string, number>();
    pathsByList.set(list, paths.set(path, (paths.get(path) ?? 0) + 1));
  }
  for (const [list, paths] of pathsByList) yield* takeAlike(list, paths, found, page);
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
  for (let at: Element | null = link; at && at !== root && up < MAX_ANCESTORS; at = at.parentElement, up++) {
    const here = names.get(at) ?? new Map<string, string>();
    for (const [place, name] of places) here.set(place, [undefined, name].includes(here.get(place)) ? name : '');
    names.set(at, here);
  }
}

/**
 * Whether an element links to several papers. Links to unknown hosts count only if there are no
 * others. An entry with one link that is a title is about that paper, whatever else it links to.
 */
function isOfSeveral(element: Element, names: Names): boolean {
  const here = names.get(element) ?? new Map<string, string>();
  if (here.get(TITLED) && isEntryLike(element)) return false;
  const onKnownHosts = [...here].filter(([place]) => place !== ELSEWHERE && place !== TITLED);
  return onKnownHosts.length > 0 ? onKnownHosts.some(([, name]) => name === '') : here.get(ELSEWHERE) === '';
}

/** Whether an element is an entry by its nature, or has a similar sibling. */
function isEntryLike(element: Element): boolean {
  const { nextElementSibling: next, previousElementSibling: previous } = element;
  const isLike = (other: Element | null): boolean =>
    other?.localName === element.localName && other.getAttribute('class') === element.getAttribute('class');
  return (
    ENTRY_ELEMENT.test(element.localName) ||
    (!INLINE_ELEMENT.test(element.localName) && (isLike(next) || isLike(previous)))
  );
}

/**
 * The largest block around a link without another paper, and the title in it nearest to the link.
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
  for (let at: Element | null = link; at && at !== root && at.localName !== 'body' && up < MAX_ANCESTORS; up++) {
    const isSeveral = isOfSeveral(at, names);
    // Several papers in one block, such as a line of links: each has its link's text as title.
    if (isSeveral && (entry || title)) break;
    if (!INLINE_ELEMENT.test(at.localName)) {
      if (!title && !titles.has(at)) titles.set(at, titleIn(at, link, isSeveral));
      title ??= titles.get(at);
      entry = at;
      if (isSeveral || (title && ENTRY_ELEMENT.test(at.localName))) break;
    }
    at = at.parentElement;
  }
  if (!title && entry && !isOfSeveral(entry, names)) title = titleAbove(entry);
  return { entry: entry ?? (title ? link : undefined), title } as { entry?: Element; title?: FoundTitle };
}

/**
 * Takes children of a list as entries if they have a title where most of its entries have theirs:
 * those without a link to a paper, with a title of one word, or with something beside the title.
 */
function* takeAlike(
  list: Element,
  paths: ReadonlyMap<string, number>,
  found: Map<Element, ListedPaper>,
  page: Page,
): Generator<void> {
  const [[path, count] = ['', 0]] = [...paths].sort((a, b) => b[1] - a[1]);
  const entries = [...list.children].filter((child) => found.has(child)).length;
  if (count < MIN_LIST_ENTRIES || count < entries * MIN_ALIKE_SHARE) return;
  let last = ([...list.children].map((child) => found.get(child)?.order).find((order) => order !== undefined) ?? 0) - 1;
  const isListKnown = [...list.children].some((child) => found.get(child)?.isKnown);
  for (const child of list.children) {
    yield;
    const existing = found.get(child);
    last = existing?.order ?? last + 1e-6;
    const at = path === '' ? child : first(child, `:scope > ${path}`);
    const title = at && titleAmongTitles(at, existing ? 1 : 3);
    const isBetter = title && existing?.fields?.title.endsWith(title.title) && existing.fields.title !== title.title;
    if (title && (!existing?.fields || isBetter)) {
      // A title that links to something else is not a paper's, even among papers.
      const isKnown = existing
        ? existing.isKnown
        : isListKnown && !title.at.closest('a[href]') && !first(title.at, 'a[href]');
      found.set(child, { entry: child, fields: fieldsIn(child, title, page), isKnown, order: last });
    }
  }
}

/** The path from an entry down to its title, as a selector. */
function selectorOf(title: Element, entry: Element): string {
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
