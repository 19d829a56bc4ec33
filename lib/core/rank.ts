/** The second look at search results: what a list of words can't see. */
import { fold } from './fold.ts';
import type { Paper, PaperId } from './paper.ts';

/** A paper that may answer a query. */
export interface Candidate {
  id: PaperId;
  /** The engine's score; larger is better. */
  score: number;
  /** Folded words of the paper that answered. */
  words: string[];
  /** Share of the query's words that the paper answers, 0 to 1. */
  share: number;
}

/** Weights of the evidence, as factors on the engine's score. */
const WEIGHT = {
  titleHolds: 8,
  titleHasAll: 2,
  abstractHolds: 4,
  /** The same, of so many words that it is no stock phrase of the field. */
  abstractHoldsLong: 16,
  /** For each pair of neighbouring query words that are neighbours in the title or the abstract too, of all pairs. */
  adjacent: 2,
};

/** Pairs of neighbours in a phrase that nobody types by chance. */
const LONG_PHRASE = 3;
/** Letters that a query needs before the beginnings of titles are compared with it. */
const TITLE_LETTERS = 8;

/** The folded texts of papers, to compare queries with. Abstracts are folded when first asked for. */
export class RankedTexts {
  private readonly titles = new Map<PaperId, string>();
  private readonly abstracts = new Map<PaperId, string>();
  private readonly papers: ReadonlyMap<PaperId, Paper>;

  constructor(papers: ReadonlyMap<PaperId, Paper>) {
    this.papers = papers;
    for (const { id, title } of papers.values()) this.titles.set(id, lettersOf(fold(title)));
  }

  /** The papers whose folded title begins with `phrase` (folded), if that has letters enough to mean a title. */
  titlesBeginning(phrase: string): PaperId[] {
    const letters = lettersOf(phrase);
    if (letters.length < TITLE_LETTERS) return [];
    return [...this.titles].filter(([, title]) => title.startsWith(letters)).map(([id]) => id);
  }

  /** The candidates in a better order: whole titles and beginnings of titles first, then phrases, then words that stand together. */
  rank(phrase: string, words: string[], candidates: Candidate[]): Candidate[] {
    const pairs = words.slice(1).map((word, i) => words[i] + word);
    const letters = lettersOf(phrase);
    return candidates
      .map((candidate) => ({
        candidate,
        tier: this.tier(candidate.id, letters),
        score:
          candidate.score *
          candidate.share *
          this.evidence(candidate.id, letters, pairs) *
          this.coverage(candidate.id, words),
      }))
      .sort((a, b) => b.tier - a.tier || b.score - a.score)
      .map(({ candidate }) => candidate);
  }

  /** A query that is a whole title, or the beginning of one, is not weighed against others: 2, 1, or 0 for neither. */
  private tier(id: PaperId, phrase: string): number {
    const title = this.titles.get(id) as string;
    if (title === phrase) return 2;
    return phrase.length >= TITLE_LETTERS && title.startsWith(phrase) ? 1 : 0;
  }

  private evidence(id: PaperId, phrase: string, pairs: string[]): number {
    const title = this.titles.get(id) as string;
    if (title.includes(phrase)) return WEIGHT.titleHolds;
    const abstract = this.abstractOf(id);
    if (pairs.length > 0 && abstract.includes(phrase)) {
      return pairs.length >= LONG_PHRASE ? WEIGHT.abstractHoldsLong : WEIGHT.abstractHolds;
    }
    const together = pairs.filter((pair) => title.includes(pair) || abstract.includes(pair)).length;
    return 1 + (WEIGHT.adjacent * together) / Math.max(1, pairs.length);
  }

  /** Who remembers several words of one paper remembers them from its title. */
  private coverage(id: PaperId, words: string[]): number {
    const title = this.titles.get(id) as string;
    return words.length > 1 && words.every((word) => title.includes(word)) ? WEIGHT.titleHasAll : 1;
  }

  private abstractOf(id: PaperId): string {
    const known = this.abstracts.get(id);
    if (known !== undefined) return known;
    const folded = fold((this.papers.get(id) as Paper).abstract);
    this.abstracts.set(id, folded);
    return folded;
  }
}

/** Few type the plus of "PFGM++": it tells titles apart on pages, not here. */
function lettersOf(folded: string): string {
  return folded.replaceAll('+', '');
}
