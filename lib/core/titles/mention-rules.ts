/**
 * Whether a title that stands in a text is a mention of the paper. A title may also be a part of a
 * longer one ("…: A Survey", "DREAM+: …"), and a short one an ordinary phrase: its surroundings
 * tell. Strings in, a verdict out.
 */

import { anyOf, BADGE, GAP, isCredit, isCreditBefore, VENUE, WORD } from './credits.ts';
import { isLabel, nothingOrLabel, OTHER_SCRIPT } from './labels.ts';
import { type Context, EDGE, type Surroundings } from './mention-context.ts';
import { quotationAround } from './quotation.ts';

/**
 * Letters around a title in its holder or quotation beyond which that is a passage that mentions
 * the title, not a title itself.
 */
const LONGEST_RUN_ON = 120;
/** Letters of a remark in another script beside a title that stands alone. */
const LONGEST_REMARK = 8;

/** A gap within a line. */
const SPACE = `(?:[^\\S\\n]|${EDGE})`;
const PREPOSITIONS = 'in for of via using through under on from towards? with without beyond';
const LINKING = anyOf(PREPOSITIONS, 'to and by at as over based');
/**
 * What a line says below a title that begins with a small letter and doesn't go on with the title.
 */
const REMARKS = anyOf(
  `read view show see more download posted submitted published accepted presented appeared open share save cite via by
  pdf code arxiv abstract with to\\s+appear`,
);
/** A number of a page: "12", "xii", "S-3", "p. 12". */
const PAGE_NUMBER = '(?:pp?\\.?\\s*)?(?:[A-Z]?-?\\d{1,4}|[ivxlcdm]{1,7})(?![\\p{L}\\d])';

const after = {
  hyphen: /^[-‐‑]\p{L}/u,
  ellipsis: /^\s?(?:[…⋯]|\.\.\.)/,
  /** Dots that lead to a page number, or very many. */
  leader: new RegExp(
    `^[\\s${EDGE}]*(?:(?:[.·․‧・_]\\s?){4,}|(?:[…⋯‥]\\s?){2,}|(?:\\.\\s){3,})[\\s${EDGE}]*${PAGE_NUMBER}|^\\s*(?:[.·․‧・…⋯]\\s?){8,}(?=\\n|${EDGE}|$)`,
    'u',
  ),
  colon: new RegExp(`^${EDGE}?[:：]${GAP}*${WORD}`, 'u'),
  otherScript: new RegExp(`^[\\s${EDGE}:：]*${OTHER_SCRIPT}`, 'u'),
  kindInOtherScript: /^\s*[:：].{0,12}(?:综述|綜述|概述|调查|調査|サーベイ|レビュー|서베이|리뷰|조사|обзор)/u,
  word: new RegExp(`^${EDGE}?[^\\S\\n]+${WORD}`, 'u'),
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
  colon: new RegExp(`${WORD}[^\\n]*[:：](?:\\s*|\\s+${EDGE})$`, 'u'),
  word: new RegExp(`${WORD}\\+*[^\\S\\n]+${EDGE}?$`, 'u'),
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

/** What is known of a title that stands in a text. */
export interface TitleStyle {
  /** Whether it is also an ordinary phrase: then it must stand out as a title. */
  isShort: boolean;
  /** Whether it is written with its own capitals. */
  hasCapitals: boolean;
  /** Whether it is written in Latin letters. */
  isLatin: boolean;
}

/** Whether a title with these surroundings is a mention. */
export function isMention(title: TitleStyle, around: Surroundings): boolean {
  const block = withoutLeader(around.block);
  const holders = around.holders.map((holder) => ({ ...withoutLeader(holder), kind: holder.kind }));
  const quotation = quotationAround(block);
  if (isPartOfLonger(title, { block, holders }, quotation)) return false;
  return !title.isShort || standsOut(title, { block, holders }, quotation);
}

/** Dots that lead to a page number say nothing about a title. */
function withoutLeader({ before, after: text }: Context): Context {
  return { before, after: text.replace(after.leader, '') };
}

function isPartOfLonger(title: TitleStyle, { block, holders }: Surroundings, quotation: Context | undefined): boolean {
  const rest = withoutClosers(block.after);
  if (after.hyphen.test(rest) || after.ellipsis.test(rest) || before.hyphen.test(block.before)) return true;
  if (quotation && runsOn(title, quotation)) return true;
  // What a link or citation holds is a title by itself, whatever the heading around it goes on to
  // say.
  const own = holders.findIndex(({ kind }) => kind === 'link' || kind === 'cite');
  const titles = own < 0 ? holders.filter(({ kind }) => kind === 'heading') : holders.slice(own, own + 1);
  return titles.some((holder) => runsOn(title, holder)) || runsOnPlainly(block.before, rest);
}

/** Within a link, a heading or a quotation, which hold one title each. */
function runsOn(title: TitleStyle, context: Context): boolean {
  const rest = withoutClosers(context.after);
  // A title may go on in the next line, hardly further.
  const [line = '', next = ''] = rest.split('\n').filter((part, i) => i === 0 || /[^\s\0]/.test(part));
  const lineBefore = context.before.split('\n').at(-1) as string;
  const goesOn = after.nextLine.test(rest) && !isCredit(rest);
  if (countLetters(lineBefore + line + (goesOn ? next : '')) > LONGEST_RUN_ON) return false;
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
  // With nothing between them, two titles stand side by side; a bracket or quotation mark sets the
  // title apart.
  return before.word.test(plain) && !before.leadIn.test(plain) && !nothingOrLabel.test(plain) && !isCreditBefore(plain);
}

/**
 * In plain text a title may be followed by anything; but where a citation begins, "in …" or ": a
 * survey" are the rest of a longer one.
 */
function runsOnPlainly(textBefore: string, textAfter: string): boolean {
  if (!before.citationStart.test(textBefore.replaceAll(EDGE, ''))) return false;
  return (after.preposition.test(textAfter) && !isCredit(textAfter)) || after.kindOfWork.test(textAfter);
}

/**
 * What shows that an ordinary phrase is meant as a title: it stands alone, in quotation marks, or
 * as in a citation.
 */
function standsOut(title: TitleStyle, { block, holders }: Surroundings, quotation: Context | undefined): boolean {
  if (holders.some((holder) => isAlone(title, holder)) || (quotation && isAlone(title, quotation))) return true;
  return title.hasCapitals && isCited(block);
}

/**
 * Whether there is nothing beside a title in its line but labels, credits and what is in brackets.
 */
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
  return title.isLatin && onlyOtherScript.test(text) && countLetters(text) <= LONGEST_REMARK;
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
