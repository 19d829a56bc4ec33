/**
 * Digests that readers paste: mails and pages of trending papers, with quote marks, hard line
 * breaks, votes and greetings. Titles and abstracts alternate; where one is missing the parser
 * resynchronises, so that no abstract is given to the wrong title.
 */
import { codeLinks } from '../digests/code-links.ts';
import { cutOf, type Finding, type FormatReader, limits } from './format-reader.ts';
import { cleanText } from './html-text.ts';

/**
 * Characters of the longest title and the shortest abstract that are taken; the bundled digests
 * have 164 and 492.
 */
const MAX_TITLE_LENGTH = 300;
const MIN_ABSTRACT_LENGTH = 300;
/**
 * A text without longer lines was hard-wrapped by a mail program: a line that is long enough
 * continues on the next one.
 */
const MAX_HARD_LINE_LENGTH = 110;
const MIN_HARD_LINE_LENGTH = 50;

/** Lines of mails and pages that are not about a paper. */
const NOISE =
  /^(?:new$|\d[\d.,]*k?$|get trending papers|subscribe$|by ?.{1,60} and the research community|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}(?:, \d{4})?$|submitted by\b|upvotes?\b|view (?:paper|arxiv)|github$|arxiv page|project page|published on|unsubscribe|view (?:this|in)|(?:hi|hello|dear|hey)\b.{0,40}[,!]$|(?:best|cheers|regards|thanks)\b.{0,20},?$|trending papers|daily papers|(?:from|to|cc|subject|date|sent):|on .* wrote:$|https?:\/\/\S+$|[-=_*·]{1,80}$)/i;
/** In one layout the first title is glued to the button before it. */
const GLUED = /^Subscribe(?=\p{Lu})/u;

interface Paragraph {
  text: string;
  line: number;
}

/** Reads a pasted digest. */
export function readDigestText(): FormatReader {
  let text = '';
  return {
    // Whether lines were hard-wrapped shows only when all have come; such texts are short.
    read(piece) {
      text += piece;
      return [];
    },
    end: () => findingsIn(text),
  };
}

function findingsIn(text: string): Finding[] {
  const found: Finding[] = [];
  const { paragraphs, skipped } = paragraphsIn(text);
  let title: Paragraph | undefined;
  let abstract = '';
  const finish = (): void => {
    if (title) found.push(findingOf(title, abstract));
    abstract = '';
  };
  for (const paragraph of paragraphs) {
    // A long paragraph after a long one continues the abstract; before any title it belongs to
    // nothing.
    if (paragraph.text.length >= MIN_ABSTRACT_LENGTH) abstract += title ? `${abstract && ' '}${paragraph.text}` : '';
    else if (isTitle(paragraph.text)) {
      finish();
      title = paragraph;
    }
  }
  finish();
  return skipped.lines > 0 ? [...found, { kind: 'skipped', ...skipped }] : found;
}

function findingOf({ text, line }: Paragraph, abstract: string): Finding {
  const links = codeLinks(abstract);
  const whole = cleanText(abstract).slice(0, limits.field);
  const record = {
    title: cleanText(text),
    ...(whole && { abstract: whole }),
    ...(links.length > 0 && { codeLinks: links }),
  };
  return { kind: 'record', line, record, ...cutOf([abstract]) };
}

function isTitle(text: string): boolean {
  const words = text.split(/\s+/).length;
  return text.length <= MAX_TITLE_LENGTH && words >= 2 && /\p{L}{3}/u.test(text) && !NOISE.test(text);
}

/**
 * The paragraphs of a text, without quote marks and with hard-wrapped lines joined; and the number
 * of lines that are not about a paper, with the first of them.
 */
function paragraphsIn(text: string): { paragraphs: Paragraph[]; skipped: { line: number; lines: number } } {
  const lines = text.split(/\r\n|\r|\n/).map((line) =>
    line
      .replace(/^(?:\s*>)+ ?/, '')
      .trim()
      .replace(GLUED, ''),
  );
  const isHard = lines.every((line) => line.length <= MAX_HARD_LINE_LENGTH);
  const paragraphs: Paragraph[] = [];
  const skipped = { line: 0, lines: 0 };
  let current: Paragraph | undefined;
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1] ?? '';
    // A long link leaves the line before it short, and may take a line of its own.
    const isLink = before !== '' && line.startsWith('http');
    const goesOn = isHard && current && line !== '' && (before.length >= MIN_HARD_LINE_LENGTH || isLink);
    if (line === '' || (NOISE.test(line) && !(goesOn && isLink))) {
      current = undefined;
      if (line !== '' && skipped.lines++ === 0) skipped.line = i + 1;
      continue;
    }
    if (goesOn && current) current.text += ` ${line}`;
    else {
      current = { text: line, line: i + 1 };
      paragraphs.push(current);
    }
  }
  return { paragraphs, skipped };
}
