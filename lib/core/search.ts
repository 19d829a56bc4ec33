/** Search over papers that are in memory: an index finds candidates, a re-rank puts the one that is meant first. */
import { findCandidates, readQuery, wordsIn } from './candidates.ts';
import { fold } from './fold.ts';
import { indexPapers } from './index-builder.ts';
import type { Paper, PaperId } from './paper.ts';
import type { PlannedWord } from './query-plan.ts';
import { rank } from './rank.ts';
import { relatedTo } from './related.ts';
import type { SearchIndex } from './search-index.ts';

export { type MarkedPiece, markWords } from './mark-words.ts';

/** A paper that answers a query. */
export interface SearchHit {
  paper: Paper;
  /** Folded words of the paper that answered, for {@link markWords}. */
  readonly words: readonly string[];
}

/** Says of a paper whether it may answer. */
export type PaperFilter = (paper: Paper) => boolean;

/** A search engine over a fixed set of papers. */
export class PaperSearch {
  private readonly papers: ReadonlyMap<PaperId, Paper>;
  private readonly index: SearchIndex;
  /** Papers by their number in the index; undefined for those that are gone since it was made. */
  private readonly numbered: (Paper | undefined)[];
  private readonly abstracts = new Map<number, string>();

  /** `index`, where there is one already, is that of these papers; those that it lacks are not found. */
  constructor(papers: Iterable<Paper>, index?: SearchIndex) {
    this.papers = new Map(Array.from(papers, (paper) => [paper.id, paper]));
    this.index = index ?? indexPapers(this.papers.values());
    this.numbered = index
      ? Array.from({ length: index.size }, (_, i) => this.papers.get(index.idOf(i)))
      : [...this.papers.values()];
  }

  /**
   * The best answers, best first. The last word may be unfinished, any may be mistyped. An empty query has no answer.
   * Only papers for which `where` holds are looked at, so that there are `limit` answers if so many of them answer.
   */
  search(query: string, limit = 50, where?: PaperFilter): SearchHit[] {
    const asked = readQuery(this.index, query);
    if (!asked) return [];
    const candidates = findCandidates(this.index, asked, this.isWanted(where));
    return rank(this.index, asked, candidates, (i) => this.foldedAbstract(i))
      .slice(0, limit)
      .map(({ paper: i }) => new Hit(this.numbered[i] as Paper, this.index, i, asked.plan));
  }

  /** The papers nearest to the one with this id by the words they share, nearest first; none if there is no such paper. */
  related(id: PaperId, limit = 5, where?: PaperFilter): SearchHit[] {
    const paper = this.papers.get(id);
    if (!paper) return [];
    const near = relatedTo(this.index, paper, limit, this.isWanted(where));
    return near.map(({ paper: i, words }) => ({ paper: this.numbered[i] as Paper, words }));
  }

  private isWanted(where: PaperFilter = () => true): (i: number) => boolean {
    return (i) => {
      const paper = this.numbered[i];
      return paper !== undefined && where(paper);
    };
  }

  private foldedAbstract(i: number): string {
    const known = this.abstracts.get(i);
    if (known !== undefined) return known;
    const folded = fold((this.numbered[i] as Paper).abstract);
    this.abstracts.set(i, folded);
    return folded;
  }
}

/** An answer. The words are found when they are asked for: only the rows that are seen need them. */
class Hit implements SearchHit {
  readonly paper: Paper;
  private readonly index: SearchIndex;
  private readonly number: number;
  private readonly plan: PlannedWord[];
  private found: string[] | undefined;

  constructor(paper: Paper, index: SearchIndex, number: number, plan: PlannedWord[]) {
    this.paper = paper;
    this.index = index;
    this.number = number;
    this.plan = plan;
  }

  get words(): readonly string[] {
    this.found ??= wordsIn(this.index, this.plan, this.number);
    return this.found;
  }
}
