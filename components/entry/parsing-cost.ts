/**
 * What it costs to parse a text as Markdown, known before it is done: a note may come from a file,
 * and its reader waits for it.
 */

/** Columns by which each level of a list or a quotation is further in, at least. */
const LEVEL_COLUMNS = 2;
/**
 * The parser looks for the partner of each sign of emphasis among all others of the block, but such
 * a look is cheap.
 */
const SIGNS_PER_CHARACTER = 80;
/** The same for each character of a word, which could begin an address, and each blank of a run. */
const RUN_PER_CHARACTER = 300;
/** What a line costs besides its characters. */
const LINE_CHARACTERS = 20;

const LONG_RUN = /[!-~]{100,}|\s{100,}/g;

/**
 * How many characters the parser reads, where each level of a list reads again what is in it.
 * Blocks cost more the more signs they have.
 */
export function parsingCost(text: string): number {
  let [cost, depth, signs] = [0, 0, 0];
  for (const line of text.split('\n')) {
    const isBlank = line.trim() === '';
    // A line that is not indented goes on with the paragraph of the line before, however deep that
    // is.
    depth = isBlank ? 0 : Math.max(depth, levelsOf(line));
    cost += (line.length + LINE_CHARACTERS) * (1 + depth);
    for (const run of line.match(LONG_RUN) ?? []) cost += run.length ** 2 / RUN_PER_CHARACTER;
    signs = isBlank ? 0 : signs + signsIn(line);
    cost += (signs * signsIn(line)) / SIGNS_PER_CHARACTER;
  }
  return cost;
}

/** How many lists and quotations a line can be in: what stands before its text, and its indent. */
function levelsOf(line: string): number {
  const lead = /^(?:[\s>*+-]|\d{1,9}[.)])*/.exec(line)?.[0] ?? '';
  return lead.replaceAll('\t', '    ').length / LEVEL_COLUMNS;
}

function signsIn(line: string): number {
  return line.split(/[_*]/).length - 1;
}
