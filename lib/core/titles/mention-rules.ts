/**
 * Whether a title in a text is a mention of the paper. It may also be part of a longer title ("…: A
 * Survey", "DREAM+: …"), and a short one an ordinary phrase: the text around it tells. Strings in,
 * a verdict out.
 */

import { anyOf, BADGE, isCredit, isCreditBefore, SPACE_OR_EDGE, VENUE, WORD_CHARACTER } from './credits.ts';
import { isLabel, nothingOrLabel, OTHER_SCRIPT } from './labels.ts';
import { type Context, EDGE, type Surroundings } from './mention-context.ts';
import { quotationAround } from './quotation.ts';

/**
 * Letters around a title in its holder or quotation beyond which that is a passage mentioning the
 * title, not a title itself.
 */
const MAX_RUN_ON_LETTERS = 120;
/** Letters of a remark in another script beside a title that is otherwise alone. */
const MAX_REMARK_LETTERS = 8;

/** A gap within a line. */
const SPACE = `(?:[^\\S\\n]|${EDGE})`;
const PREPOSITIONS = 'in for of via using through under on from towards? with without beyond';
const LINKING = anyOf(PREPOSITIONS, 'to and by at as over based');
/** How a line below a title begins if, though in lower case, it does not continue the title. */
const REMARKS = anyOf(
  `read view show see more download posted submitted published accepted presented appeared open share save cite via by
  pdf code arxiv abstract with to\\s+appear`,
);
/** A page number: "12", "xii", "S-3", "p. 12". */
const PAGE_NUMBER = '(?:pp?\\.?\\s*)?(?:[A-Z]?-?\\d{1,4}|[ivxlcdm]{1,7})(?![\\p{L}\\d])';

const after = {
  hyphen: /^[-‐‑]\p{L}/u,
  ellipsis: /^\s?(?:[…⋯]|\.\.\.)/,
  /** Dots that lead to a page number, or very many. */
  leader: new RegExp(
    `^[\\s${EDGE}]*(?:(?:[.·․‧・_]\\s?){4,}|(?:[…⋯‥]\\s?){2,}|(?:\\.\\s){3,})[\\s${EDGE}]*${PAGE_NUMBER}|^\\s*(?:[.·․‧・…⋯]\\s?){8,}(?=\\n|${EDGE}|$)`,
    'u',
  ),
  colon: new RegExp(`^${EDGE}?[:：]${SPACE_OR_EDGE}*${WORD_CHARACTER}`, 'u'),
  otherScript: new RegExp(`^[\\s${EDGE}:：]*${OTHER_SCRIPT}`, 'u'),
  kindInOtherScript: /^\s*[:：].{0,12}(?:综述|綜述|概述|调查|調査|サーベイ|レビュー|서베이|리뷰|조사|обзор)/u,
  word: new RegExp(`^${EDGE}?[^\\S\\n]+${WORD_CHARACTER}`, 'u'),
  linkingWord: new RegExp(`^${SPACE}+${LINKING}\\s`, 'iu'),
  /** The next line, if it begins with a small letter or a preposition. */
  nextLine: new RegExp(
    `^[\\s${EDGE}]*\\n[\\s${EDGE}]*(?!${REMARKS}(?![\\p{L}]))(?:\\p{Ll}[\\p{L}'’-]*(?![./@\\w])|(?:In|For|Of|On|From|With|Via)\\s)`,
    'u',
  ),
  preposition: new RegExp(`^\\s+${anyOf(PREPOSITIONS)}\\s`, 'i'),
  kindOfWork:
    /^[:：]\s*(?:\p{L}+[\s-]+){0,5}(?:survey|review|overview|tutorial|benchmark|perspective|study|comment|rebuttal)\b/iu,
};

const before = {
  hyphen: /\p{Ll}[-‐‑]$/u,
  /**
   * A colon in an element of its own ends a label ("<b>Day 3:</b> …"), not the first part of a
   * title.
   */
  colon: new RegExp(`${WORD_CHARACTER}[^\\n]*[:：](?:\\s*|\\s+${EDGE})$`, 'u'),
  word: new RegExp(`${WORD_CHARACTER}\\+*[^\\S\\n]+${EDGE}?$`, 'u'),
  otherScript: new RegExp(`${OTHER_SCRIPT}[\\s${EDGE}\\d]*$`, 'u'),
  /** A line before that can't end there. */
  previousLine: new RegExp(`(?:^|[\\s${EDGE}])(?:${anyOf(PREPOSITIONS)}|the|an?|and)${SPACE}*\\n[\\s${EDGE}]*$`, 'iu'),
  /** "Official implementation of …", "Code for the paper …". */
  leadIn:
    /\b(?:implementations?|code|codebase|repo|repository|papers?|article|slides|notes|summary|review|talk|homepage|page|material|official|results|demo)\b(?:[^.]*\b(?:of|for|on|in|to|from|accompanying)(?:\s+(?:the|our|this)\s+(?:paper|article|work))?)\s*$/i,
  citationStart: /(?:^|\n|[.?!\])]\s)[\s\p{P}\d]*$/u,
};

const onlyOtherScript = new RegExp(`^(?:${OTHER_SCRIPT}|[^\\p{L}])*$`, 'u');

const CITATION = new RegExp(`\\b(?:et al|In Proc|Proceedings|${VENUE}|${BADGE}(?![a-z]))`, 'iu');

/** Facts about the text of a title. */
export interface TitleStyle {
  /** Whether it is also an ordinary phrase: then it must stand out as a title. */
  isShort: boolean;
  /** Whether it is written with its own capitals. */
  hasCapitals: boolean;
  /** Whether it is written in Latin letters. */
  isLatin: boolean;
}

/** Whether a title in these surroundings is a mention. */
export function isMention(title: TitleStyle, around: Surroundings): boolean {
  const block = withoutLeader(around.block);
  const holders = around.holders.map((holder) => ({ ...withoutLeader(holder), kind: holder.kind }));
  const quotation = quotationAround(block);
  if (isPartOfLonger(title, { block, holders }, quotation)) return false;
  return !title.isShort || standsOut(title, { block, holders }, quotation);
}

/** Removes the dots that lead to a page number, which say nothing about a title. */
function withoutLeader({ before, after: text }: Context): Context {
  return { before, after: text.replace(after.leader, '') };
}

function isPartOfLonger(title: TitleStyle, { block, holders }: Surroundings, quotation: Context | undefined): boolean {
  const rest = withoutClosers(block.after);
  if (after.hyphen.test(rest) || after.ellipsis.test(rest) || before.hyphen.test(block.before)) return true;
  if (quotation && runsOn(title, quotation)) return true;
  // What a link or citation holds is a title by itself, however the heading around it continues.
  const own = holders.findIndex(({ kind }) => kind === 'link' || kind === 'cite');
  const titles = own < 0 ? holders.filter(({ kind }) => kind === 'heading') : holders.slice(own, own + 1);
  return titles.some((holder) => runsOn(title, holder)) || runsOnPlainly(block.before, rest);
}

/** Within a link, a heading or a quotation, which hold one title each. */
function runsOn(title: TitleStyle, context: Context): boolean {
  const rest = withoutClosers(context.after);
  // A title may continue on the next line, hardly further.
  const [line = '', next = ''] = rest.split('\n').filter((part, i) => i === 0 || /[^\s\0]/.test(part));
  const lineBefore = context.before.split('\n').at(-1) as string;
  const goesOn = after.nextLine.test(rest) && !isCredit(rest);
  if (countLetters(lineBefore + line + (goesOn ? next : '')) > MAX_RUN_ON_LETTERS) return false;
  return goesOn || runsOnAfter(title, rest) || runsOnBefore(title, context.before);
}

function runsOnAfter(title: TitleStyle, text: string): boolean {
  if (title.isLatin && after.otherScript.test(text)) return after.kindInOtherScript.test(text);
  return (after.colon.test(text) || after.linkingWord.test(text) || after.word.test(text)) && !isCredit(text);
}

function runsOnBefore(title: TitleStyle, text: string): boolean {
  const plain = text.replace(/[{$*_`]+$/, '');
  if (before.colon.test(plain)) return !isLabel(plain, title.isLatin);
  if (before.previousLine.test(plain)) return true;
  if (title.isLatin && before.otherScript.test(plain)) return false;
  // With nothing between them, two titles are side by side; a bracket or quotation mark sets the
  // title apart.
  return before.word.test(plain) && !before.leadIn.test(plain) && !nothingOrLabel.test(plain) && !isCreditBefore(plain);
}

/**
 * In plain text anything may follow a title; but at the beginning of a citation, "in …" or ": a
 * survey" belong to a longer one.
 */
function runsOnPlainly(textBefore: string, textAfter: string): boolean {
  if (!before.citationStart.test(textBefore.replaceAll(EDGE, ''))) return false;
  return (after.preposition.test(textAfter) && !isCredit(textAfter)) || after.kindOfWork.test(textAfter);
}

/**
 * Whether an ordinary phrase is meant as a title: it is alone, in quotation marks, or in a
 * citation.
 */
function standsOut(title: TitleStyle, { block, holders }: Surroundings, quotation: Context | undefined): boolean {
  if (holders.some((holder) => isAlone(title, holder)) || (quotation && isAlone(title, quotation))) return true;
  return title.hasCapitals && isCited(block);
}

/** Whether a title is alone in its line, except for labels, credits and what is in brackets. */
function isAlone(title: TitleStyle, context: Context): boolean {
  const [textAfter = ''] = context.after.split('\n');
  const textBefore = context.before.split('\n').at(-1) as string;
  const endsHere = /^[^\p{L}]*(?:$|[([])/u.test(textAfter) || isCredit(textAfter) || isRemark(title, textAfter);
  const isLabelled = /[:：]\s*\0?\s*$/.test(textBefore) && isLabel(textBefore, title.isLatin);
  return endsHere && (nothingOrLabel.test(textBefore) || isLabelled || isRemark(title, textBefore));
}

/**
 * Whether a text beside a title is a few words of another script, such as "notes on the paper" in
 * Chinese.
 */
function isRemark(title: TitleStyle, text: string): boolean {
  return title.isLatin && onlyOtherScript.test(text) && countLetters(text) <= MAX_REMARK_LETTERS;
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
