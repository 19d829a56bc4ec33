/** Which papers of an index a condition allows, and how conditions combine. */
import type { ListedPaper } from '../model/paper.ts';
import type { SearchIndex } from '../search-index/search-index.ts';

/** The verdict of the index on a paper. Of phrases the index knows only where they may be. */
export type Verdict = 'no' | 'yes' | 'needs-text';

/** Which papers of an index may answer. */
export interface PaperFilter {
  /** The verdict of the index on the paper with this number. */
  check(paper: number): Verdict;
  /** The verdict of the paper's text, if that must be read. */
  matchesText(paper: ListedPaper): boolean;
}

/** A condition on papers, to be applied to an index. */
export interface Condition {
  /** Terms of the index whose postings must be loaded before {@link over} is called. */
  terms(index: SearchIndex): number[];
  over(index: SearchIndex): PaperFilter;
}

const noTerms = (): number[] => [];
const always = (): boolean => true;

/** A condition that the index alone decides: the papers with these numbers. */
export function among(
  numbersIn: (index: SearchIndex) => Iterable<number>,
  terms: (index: SearchIndex) => number[] = noTerms,
): Condition {
  return {
    terms,
    over: (index) => {
      const chosen = new Uint8Array(index.size);
      for (const paper of numbersIn(index)) if (paper >= 0) chosen[paper] = 1;
      return { check: (paper) => (chosen[paper] === 1 ? 'yes' : 'no'), matchesText: always };
    },
  };
}

/** The papers that `condition` does not allow. */
export function not(condition: Condition): Condition {
  const opposite = { no: 'yes', yes: 'no', 'needs-text': 'needs-text' } as const;
  return {
    terms: condition.terms,
    over: (index) => {
      const { check, matchesText } = condition.over(index);
      return {
        check: (paper) => opposite[check(paper)],
        matchesText: (paper) => matchesText === always || !matchesText(paper),
      };
    },
  };
}

/** The papers that all `conditions` allow. */
export function every(conditions: readonly Condition[]): Condition {
  return {
    terms: (index) => conditions.flatMap(({ terms }) => terms(index)),
    over: (index) => {
      const parts = conditions.map((condition) => condition.over(index));
      const check = (paper: number): Verdict => {
        let all: Verdict = 'yes';
        for (const part of parts) {
          const verdict = part.check(paper);
          if (verdict === 'no') return 'no';
          if (verdict === 'needs-text') all = verdict;
        }
        return all;
      };
      return { check, matchesText: (paper) => parts.every((part) => part.matchesText(paper)) };
    },
  };
}
