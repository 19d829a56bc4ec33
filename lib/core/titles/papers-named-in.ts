/** Which papers a piece of text names: the text of a link, or a selection. */

import type { PaperId } from '../model/paper.ts';
import { paperIdOf } from '../model/paper-id.ts';
import { CONTEXT_LENGTH } from './mention-context.ts';
import { isMention } from './mention-rules.ts';
import { findTitles, leftmostLongest } from './title-scanner.ts';
import type { TitleTable } from './title-table.ts';

/**
 * The papers of `table` that a text names, by the rules for mentions on pages. A text that is a
 * title names that paper, however short the title is.
 */
export function papersNamedIn(text: string, table: TitleTable): PaperId[] {
  const whole = paperIdOf(text);
  const matches = findTitles(text, table);
  if (matches.some(({ paperId }) => paperId === whole)) return [whole];
  const mentions = matches.filter((match) => {
    const before = text.slice(Math.max(0, match.start - CONTEXT_LENGTH), match.start);
    const around = { before, after: text.slice(match.end, match.end + CONTEXT_LENGTH) };
    return isMention(match, { block: around, holders: [] });
  });
  return [...new Set(leftmostLongest(mentions).map(({ paperId }) => paperId))];
}
