/**
 * What surrounds titles without being part of them: authors, date and place of publication, links
 * to material.
 */
import { EDGE } from './mention-context.ts';

/** Matches any of these words, each a regular expression. */
export const anyOf = (...words: string[]): string => `(?:${words.join(' ').trim().split(/\s+/).join('|')})`;

/** A letter or digit. */
export const WORD_CHARACTER = '[\\p{L}\\p{N}]';
/** White space or the edge of an element. */
export const SPACE_OR_EDGE = `[\\s${EDGE}]`;

const YEAR = '(?:19|20)\\d\\d';
const VENUES = `arXiv CVPR ICCV ECCV WACV NeurIPS NIPS ICML ICLR AAAI IJCAI ACL EMNLP NAACL KDD WWW SIGIR SIGGRAPH T?PAMI TIP TMLR JMLR
  AISTATS UAI ICASSP INTERSPEECH MICCAI COLM TOG PMLR`;
/** A conference, journal or year. */
export const VENUE = `(?:${YEAR}|${anyOf(VENUES)})(?![a-z])`;
/** What a link or button beside a title says. */
export const BADGE = anyOf('PDF Code Slides Oral Poster Spotlight');

const MONTH = `${anyOf(
  'Jan(?:uary)? Feb(?:ruary)? Mar(?:ch)? Apr(?:il)? May June? July? Aug(?:ust)? Sep(?:t|tember)? Oct(?:ober)? Nov(?:ember)? Dec(?:ember)?',
)}(?![a-z])\\.?`;
const ORDINAL = '(?:st|nd|rd|th)?';
/**
 * A date in words or numbers: "May 28, 2024", "28. Mai 2024", "28 de mayo de 2024", "3 Sep",
 * "28/05/2024".
 */
const DATE = [
  `\\p{Lu}\\p{L}{2,}\\.?\\s+\\d{1,2}${ORDINAL},?\\s+${YEAR}`,
  `${MONTH}\\s+\\d{1,2}${ORDINAL}(?!\\d)`,
  `${MONTH},?\\s+${YEAR}`,
  `\\d{1,2}(?:${ORDINAL}|\\.|er)\\s+(?:de\\s+|of\\s+)?\\p{L}{3,}\\.?,?\\s+(?:de\\s+)?${YEAR}`,
  `\\d{1,2}${ORDINAL}\\s+${MONTH}`,
  '\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}',
].join('|');
const TIME = '\\d{1,2}(?:[:.h]\\d\\d)?\\s?(?:[ap]\\.?m\\b\\.?|uhr\\b|h\\b)|\\d{1,2}[:h]\\d\\d(?::\\d\\d)?';
const ARXIV = '(?:arXiv\\s*:?\\s*)?(?:\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[A-Z]{2})?/\\d{7})(?:v\\d+)?';
/** The length or popularity of something: "12 min read", "3 comments", "2 days ago". */
const AMOUNT = `\\d+(?:[.,–-]\\d+)?[kK+]?[\\s-]?${anyOf(
  `min(?:ute)?s? Minuten? minut[oi]s? hours? hrs? days? weeks? months? years? yrs? comments? repl(?:y|ies) views? likes? points? citations?
  pages? slides? (?:up)?votes? stars? forks? downloads? reads? claps? reviews?`,
)}(?![\\p{L}\\d])`;
const PAGES = '(?:pp?|S|Seiten?|pages?)\\.?\\s*\\d+';

const after = {
  author: new RegExp(`^${SPACE_OR_EDGE}+by\\s+\\p{Lu}`, 'u'),
  venue: new RegExp(`^${SPACE_OR_EDGE}+(?:(?:in|at)\\s+(?:the\\s+)?)?(?:Proc(?:eedings)?\\b|${VENUE})`, 'iu'),
  badges: new RegExp(
    `^${SPACE_OR_EDGE}+${BADGE}(?:${SPACE_OR_EDGE}+${BADGE})*(?!${SPACE_OR_EDGE}*${WORD_CHARACTER})`,
    'iu',
  ),
  date: new RegExp(
    `^${SPACE_OR_EDGE}+(?:(?:on|posted|published|submitted|updated)\\s+){0,2}(?:${DATE}|${TIME}|${ARXIV})`,
    'u',
  ),
  amount: new RegExp(`^${SPACE_OR_EDGE}+(?:${AMOUNT}|${PAGES})`, 'iu'),
};

const beforeTitle = {
  date: new RegExp(`(?:^|[\\s${EDGE}\\p{P}])(?:${DATE}|${TIME}|${ARXIV})[\\s${EDGE}\\p{P}]*$`, 'u'),
  /** "Doe, J., et al.:", "Lin, S., Liu, B.:", "Doe (2024):" */
  authors: new RegExp(
    `(?:\\bet al\\b\\.?|(?:^|[\\s,.&-])\\p{Lu}\\.|\\(eds?\\.\\))[\\s,]*(?:\\(?${YEAR}[a-z]?\\)?)?\\s*[:：]?${SPACE_OR_EDGE}*$`,
    'u',
  ),
};

/** Whether what follows a title is its authors, date, venue, length, or links to material. */
export function isCredit(text: string): boolean {
  return Object.values(after).some((pattern) => pattern.test(text));
}

/** Whether what precedes a title ends in its authors, a date, a time or a number. */
export function isCreditBefore(text: string): boolean {
  return beforeTitle.date.test(text) || beforeTitle.authors.test(text);
}
