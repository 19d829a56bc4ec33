/**
 * Estimates the cost of parsing a text as Markdown: a note from a file may be anything, and parsing
 * blocks the page.
 */

/** The least columns by which each level of a list or quotation is indented. */
const MIN_LEVEL_COLUMNS = 2;
/**
 * The parser compares each emphasis marker with all others of its block: this many comparisons cost
 * as much as a character.
 */
const MARKERS_PER_CHARACTER = 80;
/**
 * The same for each character of a long word, which could begin an address, and of a run of white
 * space.
 */
const RUN_LENGTH_PER_CHARACTER = 300;
/** The overhead of a line, in characters. */
const LINE_OVERHEAD = 20;

const LONG_RUN = /[!-~]{100,}|\s{100,}/g;

/**
 * How many characters the parser reads, where each level of a list rereads its content, and blocks
 * with many emphasis markers cost more.
 */
export function parsingCost(text: string): number {
  let [cost, depth, markers] = [0, 0, 0];
  for (const line of text.split('\n')) {
    const isBlank = line.trim() === '';
    // A line without indent continues the paragraph of the line before, at whatever depth.
    depth = isBlank ? 0 : Math.max(depth, levelsOf(line));
    cost += (line.length + LINE_OVERHEAD) * (1 + depth);
    for (const run of line.match(LONG_RUN) ?? []) cost += run.length ** 2 / RUN_LENGTH_PER_CHARACTER;
    markers = isBlank ? 0 : markers + markersIn(line);
    cost += (markers * markersIn(line)) / MARKERS_PER_CHARACTER;
  }
  return cost;
}

/** How many lists and quotations a line can be in, by its indent and markers. */
function levelsOf(line: string): number {
  const lead = /^(?:[\s>*+-]|\d{1,9}[.)])*/.exec(line)?.[0] ?? '';
  return lead.replaceAll('\t', '    ').length / MIN_LEVEL_COLUMNS;
}

function markersIn(line: string): number {
  return line.split(/[_*]/).length - 1;
}
