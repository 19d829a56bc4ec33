/** The second look at search results: what a list of words can't see. */
import { type AskedQuery, type Candidate, TITLE_LETTERS } from './candidates.ts';
import type { SearchIndex } from './search-index.ts';

/** Weights of the evidence, as factors on the engine's score. */
const WEIGHT = {
  titleHolds: 8,
  /** Who remembers several words of one paper remembers them from its title. */
  titleHasAll: 2,
  abstractHolds: 4,
  /** The same, of so many words that it is no stock phrase of the field. */
  abstractHoldsLong: 16,
  /** For each pair of neighbouring query words that are neighbours in the title or the abstract too, of all pairs. */
  adjacent: 2,
};

/** Pairs of neighbours in a phrase that nobody types by chance. */
const LONG_PHRASE = 3;

/**
 * The candidates in a better order: whole titles and beginnings of titles first, then phrases, then words that stand together.
 * `abstractOf` gives a paper's folded abstract.
 */
export function rank(
  index: SearchIndex,
  { letters, words }: AskedQuery,
  candidates: readonly Candidate[],
  abstractOf: (paper: number) => string,
): Candidate[] {
  const pairs = words.slice(1).map((word, i) => words[i] + word);
  const evidence = (paper: number, title: string): number => {
    const all = words.length > 1 && words.every((word) => title.includes(word)) ? WEIGHT.titleHasAll : 1;
    if (title.includes(letters)) return all * WEIGHT.titleHolds;
    // Of a single word the index knows all that its abstract could tell.
    if (pairs.length === 0) return all;
    const abstract = abstractOf(paper);
    if (abstract.includes(letters)) {
      return all * (pairs.length >= LONG_PHRASE ? WEIGHT.abstractHoldsLong : WEIGHT.abstractHolds);
    }
    const together = pairs.filter((pair) => title.includes(pair) || abstract.includes(pair)).length;
    return all * (1 + (WEIGHT.adjacent * together) / pairs.length);
  };
  return candidates
    .map((candidate) => {
      const title = index.titleOf(candidate.paper);
      const score = candidate.score * candidate.share * evidence(candidate.paper, title);
      return { candidate, tier: tierOf(title, letters), score };
    })
    .sort((a, b) => b.tier - a.tier || b.score - a.score)
    .map(({ candidate }) => candidate);
}

/** A query that is a whole title, or the beginning of one, is not weighed against others: 2, 1, or 0 for neither. */
function tierOf(title: string, letters: string): number {
  if (title === letters) return 2;
  return letters.length >= TITLE_LETTERS && title.startsWith(letters) ? 1 : 0;
}
