/**
 * Whether a title that stands in a text is a mention of the paper. A title may also be a part of a longer one ("…: A Survey",
 * "DREAM+: …"), and a short one an ordinary phrase: its surroundings tell. Strings in, a verdict out.
 */
import { quotationAround } from './quotation.ts';
import { type Context, EDGE, type Surroundings } from './surroundings.ts';

/** More letters than that around a title within its holder or quotation, and it is a passage that mentions the title, not a title itself. */
const LONGEST_RUN_ON = 120;

const anyOf = (...words: string[]): string => `(?:${words.join(' ').trim().split(/\s+/).join('|')})`;

const WORD = '[\\p{L}\\p{N}]';
const GAP = `[\\s${EDGE}]`;
const YEAR = '(?:19|20)\\d\\d';
const VENUES = `arXiv CVPR ICCV ECCV WACV NeurIPS NIPS ICML ICLR AAAI IJCAI ACL EMNLP NAACL KDD WWW SIGIR SIGGRAPH T?PAMI TIP TMLR JMLR
  AISTATS UAI ICASSP INTERSPEECH MICCAI COLM TOG PMLR`;
const VENUE = `(?:${YEAR}|${anyOf(VENUES)})(?![a-z])`;
const BADGE = anyOf('PDF Code Slides Oral Poster Spotlight');
/** What a page calls that which follows: "Title: …", "Paper 3: …". */
const LABEL = anyOf(
  `title papers? pdf arxiv code article preprint publication project page read reading notes? summary talk slides ref reference
  citation cite oral poster spotlight new 论文 标题 题目 题名`,
);
const PREPOSITIONS = 'in for of via using through under on from towards? with without beyond';

const after = {
  hyphen: /^[-‐‑]\p{L}/u,
  ellipsis: /^\s?(?:…|\.\.\.)/,
  colon: new RegExp(`^${EDGE}?[:：]${GAP}*${WORD}`, 'u'),
  word: new RegExp(`^${EDGE}?\\s+${WORD}`, 'u'),
  linkingWord: new RegExp(`^${GAP}+${anyOf(PREPOSITIONS, 'to and by at as over based')}\\s`, 'iu'),
  preposition: new RegExp(`^\\s+${anyOf(PREPOSITIONS)}\\s`, 'i'),
  author: new RegExp(`^${GAP}+by\\s+\\p{Lu}`, 'u'),
  venue: new RegExp(`^${GAP}+(?:(?:in|at)\\s+(?:the\\s+)?)?(?:Proc(?:eedings)?\\b|${VENUE})`, 'iu'),
  badges: new RegExp(`^${GAP}+${BADGE}(?:${GAP}+${BADGE})*(?!${GAP}*${WORD})`, 'iu'),
  kindOfWork:
    /^[:：]\s*(?:\p{L}+[\s-]+){0,5}(?:survey|review|overview|tutorial|benchmark|perspective|study|comment|rebuttal)\b/iu,
};

const before = {
  hyphen: /\p{Ll}[-‐‑]$/u,
  /** A colon in an element of its own ends a label ("<b>Day 3:</b> …"), not the first part of a title. */
  colon: new RegExp(`${WORD}[^\\n]*[:：](?:\\s*|\\s+${EDGE})$`, 'u'),
  word: new RegExp(`${WORD}\\+*\\s+${EDGE}?$`, 'u'),
  label: new RegExp(`(?:^|[\\s${EDGE}\\p{P}])(?:${LABEL}|${VENUE})\\s*\\d*${GAP}*[:：]${GAP}*$`, 'iu'),
  /** "Official implementation of …", "Code for the paper …". */
  leadIn:
    /\b(?:implementations?|code|codebase|repo|repository|papers?|article|slides|notes|summary|review|talk|homepage|page|material|official|results|demo)\b(?:[^.]*\b(?:of|for|on|in|to|from|accompanying)(?:\s+(?:the|our|this)\s+(?:paper|article|work))?)\s*$/i,
  nothingOrLabel: new RegExp(`^[\\s${EDGE}\\p{P}]*(?:${LABEL}|${VENUE})?[\\s${EDGE}\\p{P}\\p{S}\\d]*$`, 'iu'),
  citationStart: /(?:^|\n|[.?!\])]\s)[\s\p{P}\d]*$/u,
};

const CITATION = new RegExp(`\\b(?:et al|In Proc|Proceedings|${VENUE}|${BADGE}(?![a-z]))`, 'iu');

/** Whether a title with these surroundings is a mention. A short title, one that is also an ordinary phrase, must stand out as a title. */
export function isMention(title: { isShort: boolean; hasCapitals: boolean }, around: Surroundings): boolean {
  const quotation = quotationAround(around.block);
  if (isPartOfLonger(around, quotation)) return false;
  return !title.isShort || standsOut(title.hasCapitals, around, quotation);
}

function isPartOfLonger({ block, holders }: Surroundings, quotation: Context | undefined): boolean {
  const rest = withoutClosers(block.after);
  if (after.hyphen.test(rest) || after.ellipsis.test(rest) || before.hyphen.test(block.before)) return true;
  if (quotation && runsOn(quotation)) return true;
  // What a link or citation holds is a title by itself, whatever the heading around it goes on to say.
  const own = holders.findIndex(({ kind }) => kind === 'link' || kind === 'cite');
  const titles = own < 0 ? holders.filter(({ kind }) => kind === 'heading') : holders.slice(own, own + 1);
  return titles.some(runsOn) || runsOnPlainly(block.before, rest);
}

/** Within a link, a heading or a quotation, which hold one title each. */
function runsOn(context: Context): boolean {
  if (countLetters(context.before) + countLetters(context.after) > LONGEST_RUN_ON) return false;
  return runsOnAfter(withoutClosers(context.after)) || runsOnBefore(context.before);
}

function runsOnAfter(text: string): boolean {
  return (after.colon.test(text) || after.linkingWord.test(text) || after.word.test(text)) && !isCredit(text);
}

function runsOnBefore(text: string): boolean {
  const plain = text.replace(/[{$*_`]+$/, '');
  if (before.colon.test(plain)) return !before.label.test(plain);
  // With nothing between them, two titles stand side by side; a bracket or quotation mark sets the title apart.
  return before.word.test(plain) && !before.leadIn.test(plain) && !before.nothingOrLabel.test(plain);
}

/** In plain text a title may be followed by anything; but where a citation begins, "in …" or ": a survey" are the rest of a longer one. */
function runsOnPlainly(textBefore: string, textAfter: string): boolean {
  if (!before.citationStart.test(textBefore.replaceAll(EDGE, ''))) return false;
  return (after.preposition.test(textAfter) && !isCredit(textAfter)) || after.kindOfWork.test(textAfter);
}

/** Whether what follows a title says whose it is, where it was published or what there is of it. */
function isCredit(text: string): boolean {
  return after.author.test(text) || after.venue.test(text) || after.badges.test(text);
}

/** What shows that an ordinary phrase is meant as a title: it stands alone, in quotation marks, or as in a citation. */
function standsOut(hasCapitals: boolean, { block, holders }: Surroundings, quotation: Context | undefined): boolean {
  if (holders.some(isAlone) || (quotation && isAlone(quotation))) return true;
  return hasCapitals && isCited(block);
}

function isAlone(context: Context): boolean {
  const endsHere = /^[^\p{L}]*(?:$|[([])/u.test(context.after) || isCredit(context.after);
  return endsHere && before.nothingOrLabel.test(context.before);
}

function isCited(block: Context): boolean {
  const textBefore = block.before.replaceAll(EDGE, '');
  const textAfter = block.after.replaceAll(EDGE, '');
  if (!/^\s*(?:$|\n|[([])|^[.,?!]/.test(textAfter)) return false;
  const beginsLine = /(?:^|\n)[^\p{L}\n]*$/u.test(textBefore);
  return beginsLine || (/[.,;:?!)\]”"]\s*$/.test(textBefore) && CITATION.test(textBefore + textAfter));
}

/** A title may end in a mark of its own or of its markup: "(LoRA)", "Need?", "{DDSP}", "*…*". */
function withoutClosers(text: string): string {
  return text.replace(/^[)\]}$*_`?!'’]+/, '');
}

function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
