/**
 * Whether a title that stands in a text is a mention of the paper. A title may also be a part of a longer one ("…: A Survey",
 * "DREAM+: …"), and a short one an ordinary phrase: its surroundings tell. Strings in, a verdict out.
 */

/** In {@link Surroundings}: the edge of an inline element or text node. A line's or a block's edge is "\n". */
export const EDGE = '\u0000';

/** Element that sets its text apart as one thing. */
export type HolderKind = 'link' | 'heading' | 'cell' | 'cite' | 'emphasis';

/** Text before and after a title. */
export interface Context {
  before: string;
  after: string;
}

/** What stands around a title. */
export interface Surroundings {
  /** Up to some 200 characters each way; a block's edge is a line's end. */
  block: Context;
  /** The same within each element that holds the title, innermost first. */
  holders: (Context & { kind: HolderKind })[];
}

/** More letters than that around a title within its holder or quotation, and it is a passage that mentions the title, not a title itself. */
const LONGEST_RUN_ON = 120;

const WORD = '[\\p{L}\\p{N}]';
const VENUE =
  "(?:(?:19|20)\\d\\d|arXiv|CVPR|ICCV|ECCV|WACV|NeurIPS|NIPS|ICML|ICLR|AAAI|IJCAI|ACL|EMNLP|NAACL|KDD|WWW|SIGIR|SIGGRAPH|T?PAMI|TIP|TMLR|JMLR|AISTATS|UAI|ICASSP|INTERSPEECH|MICCAI|COLM|TOG|PMLR|PDF|Code|Slides|Oral|Poster|Spotlight)(?![a-z])";
const LINKING = 'in|for|of|via|using|through|under|on|from|to|towards?|with|without|beyond|and|by|at|as|over|based';
/** Words by which a page names what follows: "Title: …", "Official implementation of …". */
const LABEL = '(?:title|paper|papers|pdf|arxiv|code|article|preprint|publication|project|page|read|reading|notes?|summary|talk|slides|ref|reference|citation|cite|oral|poster|spotlight|new|论文|标题|题目|题名)';
const LEAD_IN = /\b(?:implementations?|code|codebase|repo|repository|papers?|article|slides|notes|summary|review|talk|homepage|page|material|official|results|demo)\b[^.]*\b(?:of|for|on|in|to|from|accompanying)\s*$/i;

const at = (pattern: string, flags = 'u'): RegExp => new RegExp(pattern, flags);
const HYPHENATED_ON = at(`^[-‐‑]\\p{L}`);
const HYPHENATED_FROM = at(`\\p{Ll}[-‐‑]$`);
const CUT_OFF = /^\s?(?:…|\.\.\.)/;
const COLON_ON = at(`^[:：][\\s${EDGE}]*${WORD}`);
const WORD_ON = at(`^\\s+${WORD}`);
const VENUE_ON = at(`^\\s+${VENUE}`, 'iu');
const LINKED_ON = at(`^[\\s${EDGE}]+(?:${LINKING})\\s`, 'iu');
const AUTHOR_ON = at(`^[\\s${EDGE}]+(?:by\\s+\\p{Lu}|(?:in|at)\\s+(?:the\\s+)?(?:Proc|\\p{Lu}\\p{Lu}|\\p{N}))`);
const PLAINLY_LINKED_ON = /^\s+(?:in|for|of|via|using|through|under|on|from|towards?|with|without|beyond)\s/i;
const SURVEY_ON = /^[:：]\s*(?:\p{L}+[\s-]+){0,5}(?:survey|review|overview|tutorial|benchmark|perspective|study|comment|rebuttal)\b/iu;
const ENDS_IN_COLON = at(`${WORD}[^${EDGE}\\n]*[:：]\\s*$`);
const ENDS_IN_WORD = at(`${WORD}[+]*\\s+$`);
const LABELLED = at(`(?:^|[\\s${EDGE}\\p{P}])(?:${LABEL}|${VENUE})\\s*\\d*\\s*[:：]$`, 'iu');
const LABEL_ONLY = at(`^[\\s${EDGE}\\p{P}]*(?:${LABEL}|${VENUE})?[\\s${EDGE}\\p{P}\\p{S}\\d]*$`, 'iu');
const CITATION = at(`\\b(?:(?:19|20)\\d\\d|et al|In Proc|Proceedings|${VENUE})`, 'iu');

/** Whether a title with these surroundings is a mention. A short title, one that is also an ordinary phrase, must stand out as a title. */
export function isMention(title: { isShort: boolean; hasCapitals: boolean }, around: Surroundings): boolean {
  const quotation = quotationAround(around.block);
  if (isPartOfLonger(around, quotation)) return false;
  return !title.isShort || standsOut(title.hasCapitals, around, quotation);
}

function isPartOfLonger({ block, holders }: Surroundings, quotation: Context | undefined): boolean {
  const after = withoutClosers(block.after);
  if (HYPHENATED_ON.test(after) || CUT_OFF.test(after) || HYPHENATED_FROM.test(block.before)) return true;
  const titles: Context[] = holders.filter(({ kind }) => kind === 'link' || kind === 'heading' || kind === 'cite');
  if (quotation) titles.push(quotation);
  return titles.some(runsOn) || runsOnPlainly(block.before, after);
}

/** Within a link, a heading or a quotation, which hold one title each. */
function runsOn({ before, after }: Context): boolean {
  if (countLetters(before) + countLetters(after) > LONGEST_RUN_ON) return false;
  return runsOnAfter(withoutClosers(after)) || runsOnBefore(before);
}

function runsOnAfter(after: string): boolean {
  if (AUTHOR_ON.test(after)) return false;
  return COLON_ON.test(after) || LINKED_ON.test(after) || (WORD_ON.test(after) && !VENUE_ON.test(after));
}

function runsOnBefore(before: string): boolean {
  const text = before.replace(/[{$*_`]+$/, '');
  if (ENDS_IN_COLON.test(text)) return !LABELLED.test(text.trimEnd());
  // With nothing between them, two titles stand side by side; a bracket or quotation mark sets the title apart.
  return ENDS_IN_WORD.test(text) && !LEAD_IN.test(text) && !LABEL_ONLY.test(text);
}

/** In plain text a title may be followed by anything; but where a citation begins, "in …" or ": a survey" are the rest of a longer one. */
function runsOnPlainly(before: string, after: string): boolean {
  const beginsCitation = at(`(?:^|\\n|[.?!\\])]\\s)[\\s\\p{P}\\d]*$`).test(before.replaceAll(EDGE, ''));
  if (!beginsCitation) return false;
  return (PLAINLY_LINKED_ON.test(after) && !AUTHOR_ON.test(after)) || SURVEY_ON.test(after);
}

/** What shows that an ordinary phrase is meant as a title: it stands alone, in quotation marks, or as in a citation. */
function standsOut(hasCapitals: boolean, { block, holders }: Surroundings, quotation: Context | undefined): boolean {
  const isAlone = ({ before, after }: Context): boolean => LABEL_ONLY.test(before) && /^[^\p{L}]*$|^[^\p{L}]*[([]/u.test(after);
  if (holders.some(isAlone) || (quotation && isAlone(quotation))) return true;
  return hasCapitals && isCited(block);
}

function isCited(block: Context): boolean {
  const before = block.before.replaceAll(EDGE, '').trimEnd();
  const after = block.after.replaceAll(EDGE, '');
  const ends = /^[\s]*(?:$|\n)|^[.,?!]|^\s*[([]/.test(after);
  if (!ends) return false;
  const beginsBlock = /(?:^|\n)[^\p{L}\n]*$/u.test(before);
  return beginsBlock || (/[.,;:?!)\]”"]$/.test(before) && CITATION.test(before + after));
}

const OPENING = '“„«《〈「『';
const CLOSING = '”“»》〉」』';

/** The quotation in which a title stands: typographic or straight quotation marks, TeX's, or the title field of a BibTeX entry. */
function quotationAround({ before, after }: Context): Context | undefined {
  const field = /title\s*=\s*[{"]+([^=]*)$/i.exec(before);
  if (field) return { before: field[1] as string, after: after.split(/["}]\s*(?:,|\}|\n|$)/)[0] as string };
  for (let i = before.length - 1; i >= 0; i--) {
    const mark = before[i] as string;
    const pair = OPENING.indexOf(mark);
    if (pair >= 0 && after.includes(CLOSING[pair] as string)) return cutQuotation(before, i, after, CLOSING[pair] as string);
    if (CLOSING.includes(mark)) return undefined;
    if (mark === '"') {
      const opens = /^[\s([{\u0000]?$/.test(before[i - 1] ?? '') && !/\s/.test(before[i + 1] ?? '');
      return opens && after.includes('"') ? cutQuotation(before, i, after, '"') : undefined;
    }
    if (mark === '`' && before[i - 1] === '`') return after.includes("''") ? cutQuotation(before, i, after, "''") : undefined;
  }
  const isApart = /(?:^|[\s(])[‘']$/.test(before) && /^[.,?!]?[’'](?!\p{L})/u.test(after);
  return isApart ? { before: '', after: '' } : undefined;
}

function cutQuotation(before: string, opening: number, after: string, closing: string): Context {
  return { before: before.slice(opening + 1), after: after.slice(0, after.indexOf(closing)) };
}

/** A title may end in a mark of its own or of its markup: "(LoRA)", "Need?", "{DDSP}", "*…*". */
function withoutClosers(after: string): string {
  return after.replace(/^[)\]}$*_`?!'’]+/, '');
}

function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
