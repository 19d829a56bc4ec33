/**
 * Reads lists of papers on unknown sites: the reader's selection, or a page that is plainly a list
 * of papers.
 */
import { openUrls } from './dublin-core.ts';
import { first, type Page, REFERENCES, textIn } from './elements.ts';
import { type ListedPaper, listedPapers } from './listed-papers.ts';
import { PaperList } from './paper-list.ts';
import { isWithin } from './selected-part.ts';

/** Without a selection, a page with fewer papers is not a list. */
const MIN_LIST_PAPERS = 3;
/**
 * The least share of a page's text that its entries must be: an article that cites papers is not a
 * list of them. Less will do for entries that name people below their titles, which are not
 * citations.
 */
const MIN_TEXT_SHARE = 0.4;
const MIN_TEXT_SHARE_WITH_PEOPLE = 0.08;
/** Paths of files on GitHub, rather than of issues or settings. */
const GITHUB_FILE = /^\/[^/]+\/[^/]+(?:\/(?:blob|tree|wiki)\/.*)?\/?$/;

/** Whether the page is on GitHub, where pages may list papers but are never about one. */
export function isOnGithub({ url }: Page): boolean {
  return url.hostname === 'github.com';
}

/** Reads the papers of a list, and refuses its entries that link to a paper without a title. */
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
  const accepted: ListedPaper[] = [];
  for (const listed of yield* listedPapers(root, page)) {
    yield;
    if (isWanted(listed.entry) && (listed.isKnown || hasPeople(listed))) accepted.push(listed);
  }
  const isWithPeople = accepted.filter((each) => hasPeople(each)).length > accepted.length / 2;
  if (!isSelected && !(yield* isPlainly(accepted, root, isGithub))) return list;
  for (const { entry, fields, isKnown } of accepted) {
    yield;
    // Among entries with people, a bare link is only a mention.
    if (isWithPeople && entry.localName === 'a') continue;
    if (fields) list.add(fields, entry);
    else if (isKnown) list.refuse('no-title-of-its-own', entry);
  }
  return list;
}

function hasPeople({ fields }: ListedPaper, least = 1): boolean {
  return (fields?.authors?.length ?? 0) >= least;
}

/** Whether a page without a selection is plainly a list. */
function* isPlainly(listed: readonly ListedPaper[], root: Element, isGithub: boolean): Generator<void, boolean> {
  const titled = listed.filter(({ fields }) => fields);
  if (titled.length < MIN_LIST_PAPERS) return false;
  if (isGithub) return true;
  const whole = textIn(root).length;
  let inEntries = 0;
  for (const { entry } of titled) {
    yield;
    inEntries += textIn(entry).length;
  }
  // On unknown hosts more is needed: news items have one author and no PDF.
  const isKnown = titled.some((each) => each.isKnown);
  const isWithPeople =
    titled.filter((each) => hasPeople(each)).length > titled.length / 2 &&
    (isKnown ||
      titled.filter((each) => hasPeople(each, 2)).length > titled.length / 3 ||
      titled.filter(({ entry }) => first(entry, 'a[href$=".pdf"]')).length > titled.length / 2);
  return inEntries >= whole * (isWithPeople ? MIN_TEXT_SHARE_WITH_PEOPLE : MIN_TEXT_SHARE) && (isKnown || isWithPeople);
}
