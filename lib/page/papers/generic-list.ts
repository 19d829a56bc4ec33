/**
 * Lists of papers on pages of which nothing is known: what the reader has selected, and what is
 * plainly a list of papers.
 */
import { openUrls } from './dublin-core.ts';
import { first, type Page, REFERENCES, textIn } from './elements.ts';
import { type ListedPaper, listedPapers } from './listed-papers.ts';
import { PaperList } from './paper-list.ts';
import { isWithin } from './selected-part.ts';

/** Papers that make a page a list of papers which nobody has selected. */
const MIN_PAPERS = 3;
/**
 * How much of the text of a page its entries must be, at least: an article that cites papers is no
 * list of them. Entries that name people below their titles are no citations.
 */
const MIN_SHARE = 0.4;
const MIN_SHARE_WITH_PEOPLE = 0.08;
/** Paths of files on GitHub, and not of issues or settings. */
const GITHUB_FILE = /^\/[^/]+\/[^/]+(?:\/(?:blob|tree|wiki)\/.*)?\/?$/;

/** Whether the page is on GitHub, where files may list papers, and none is about one. */
export function isOnGithub({ url }: Page): boolean {
  return url.hostname === 'github.com';
}

/** The papers of a list, and its entries that link to a paper and have no title. */
export function* readList(page: Page, selection: readonly AbstractRange[]): Generator<void, PaperList> {
  const list = new PaperList();
  const isSelected = selection.length > 0;
  const isGithub = isOnGithub(page);
  const root = first(page.root, isGithub ? 'article.markdown-body' : 'body');
  if (!root || (isGithub && !isSelected && !GITHUB_FILE.test(page.url.pathname))) return list;
  const isWanted = (element: Element): boolean =>
    isSelected ? isWithin(element, selection) : !element.closest(REFERENCES);
  const cited = openUrls(page).filter(({ element }) => isWanted(element));
  for (const { element, fields } of cited) list.add(fields, element);
  if (cited.length > 0) return list;
  const sure: ListedPaper[] = [];
  for (const listed of yield* listedPapers(root, page)) {
    yield;
    if (isWanted(listed.entry) && (listed.isKnown || hasPeople(listed))) sure.push(listed);
  }
  const isWithPeople = sure.filter((each) => hasPeople(each)).length > sure.length / 2;
  if (!isSelected && !(yield* isPlainly(sure, root, isGithub))) return list;
  for (const { entry, fields, isKnown } of sure) {
    yield;
    // Among entries with people a link alone is but a mention.
    if (isWithPeople && entry.localName === 'a') continue;
    if (fields) list.add(fields, entry);
    else if (isKnown) list.refuse('no-title-of-its-own', entry);
  }
  return list;
}

function hasPeople({ fields }: ListedPaper, least = 1): boolean {
  return (fields?.authors?.length ?? 0) >= least;
}

/** Whether a page of which nobody has selected anything is plainly a list. */
function* isPlainly(listed: readonly ListedPaper[], root: Element, isGithub: boolean): Generator<void, boolean> {
  const titled = listed.filter(({ fields }) => fields);
  if (titled.length < MIN_PAPERS) return false;
  if (isGithub) return true;
  const whole = textIn(root).length;
  let inEntries = 0;
  for (const { entry } of titled) {
    yield;
    inEntries += textIn(entry).length;
  }
  // On hosts of which nothing is known: news have one author and no PDF.
  const isKnown = titled.some((each) => each.isKnown);
  const isWithPeople =
    titled.filter((each) => hasPeople(each)).length > titled.length / 2 &&
    (isKnown ||
      titled.filter((each) => hasPeople(each, 2)).length > titled.length / 3 ||
      titled.filter(({ entry }) => first(entry, 'a[href$=".pdf"]')).length > titled.length / 2);
  return inEntries >= whole * (isWithPeople ? MIN_SHARE_WITH_PEOPLE : MIN_SHARE) && (isKnown || isWithPeople);
}
