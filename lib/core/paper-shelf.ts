/** Papers at hand, so that a search does not read them from the database at every keystroke. */
import { fold } from './fold.ts';
import type { ListedPaper, Paper, PaperId } from './paper.ts';
import type { SearchIndex } from './search-index.ts';

/** Reads papers; undefined for those that are gone. */
export type ReadPapers = (ids: readonly PaperId[]) => Promise<(Paper | undefined)[]>;

/** Papers and folded abstracts that are kept, 4 kB each: those of some hundreds of keystrokes. */
const KEPT = 4000;
/** Letters of an abstract that ranking looks at; hardly any has as many. */
const LONGEST_ABSTRACT = 20_000;

/** Keeps the papers that were asked for last, and knows those of an index. */
export class PaperShelf {
  private readonly read: ReadPapers;
  private readonly papers = new Map<PaperId, Paper>();
  private readonly abstracts = new Map<PaperId, string>();
  private readonly most: number;
  private index: SearchIndex | undefined;

  /** `most` papers are kept, and as many folded abstracts. */
  constructor(read: ReadPapers, most = KEPT) {
    this.read = read;
    this.most = most;
  }

  /** Has lists show the papers as `index` has them, as long as it has all as they are; undefined takes it back. */
  lookInto(index: SearchIndex | undefined): void {
    if (index === this.index) return;
    this.index = index;
    // What was read before may be another now.
    this.papers.clear();
    this.abstracts.clear();
  }

  /** The papers with these ids; those that are gone are not among them. Rejects when they can't be read. */
  async get(ids: readonly PaperId[]): Promise<Map<PaperId, Paper>> {
    const missing = ids.filter((id) => !this.papers.has(id));
    const read = missing.length > 0 ? await this.read(missing) : [];
    const found = new Map<PaperId, Paper>();
    for (const paper of read) if (paper) this.papers.set(paper.id, paper);
    for (const id of ids) {
      const paper = this.papers.get(id);
      if (paper) found.set(id, paper);
    }
    this.drop(this.papers, new Set(ids));
    return found;
  }

  /** The same as lists show them: from the index, without waiting, where it has them. */
  async listed(ids: readonly PaperId[]): Promise<Map<PaperId, ListedPaper>> {
    const known = new Map(ids.map((id) => [id, this.papers.get(id) ?? this.inIndex(id)]));
    const missing = ids.filter((id) => !known.get(id));
    const read = missing.length > 0 ? await this.get(missing) : undefined;
    return new Map(
      ids.flatMap((id) => {
        const paper = known.get(id) ?? read?.get(id);
        return paper ? [[id, paper]] : [];
      }),
    );
  }

  /** Whether {@link foldedAbstract} knows the abstract of a paper. */
  hasAbstract(id: PaperId): boolean {
    return this.abstracts.has(id) || this.papers.has(id);
  }

  /** The folded abstract of a paper, which `other` may know, or of one that is here; empty for others. */
  foldedAbstract(id: PaperId, other?: () => string | undefined): string {
    const known = this.abstracts.get(id);
    if (known !== undefined) return known;
    const paper = this.papers.get(id);
    const folded = (other?.() ?? (paper && fold(paper.abstract)))?.slice(0, LONGEST_ABSTRACT);
    if (folded === undefined) return '';
    this.takeAbstracts([[id, folded]]);
    return folded;
  }

  /** Has folded abstracts here that were kept of an earlier search. */
  takeAbstracts(abstracts: Iterable<readonly [PaperId, string]>): void {
    for (const [id, folded] of abstracts) this.abstracts.set(id, folded);
    this.drop(this.abstracts);
  }

  private inIndex(id: PaperId): ListedPaper | undefined {
    const number = this.index?.numberOf(id) ?? -1;
    return number < 0 ? undefined : this.index?.paperAt(number);
  }

  /** Takes the oldest away when there are too many, but for those that shall `stay`. */
  private drop(kept: Map<PaperId, unknown>, stay?: ReadonlySet<PaperId>): void {
    if (kept.size <= this.most) return;
    for (const id of kept.keys()) {
      if (kept.size <= this.most / 2) break;
      if (!stay?.has(id)) kept.delete(id);
    }
  }
}
