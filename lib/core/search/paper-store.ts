/**
 * The papers of a catalogue: those in its search index are at hand, others are read once and
 * cached.
 */

import type { ListedPaper, Paper, PaperId } from '../model/paper.ts';
import type { SearchIndex } from '../search-index/search-index.ts';
import { fold } from '../text/fold.ts';

/** Reads papers; undefined for those that are gone. */
export type ReadPapers = (ids: readonly PaperId[]) => Promise<(Paper | undefined)[]>;

/** Papers and folded abstracts in the cache, 4 kB each: those of some hundreds of keystrokes. */
const MAX_CACHED_PAPERS = 4000;
/** Letters of an abstract that ranking considers; hardly any has as many. */
const MAX_ABSTRACT_LENGTH = 20_000;

/**
 * Owns the search index of a catalogue and reads its papers. Another catalogue or index means
 * another store.
 */
export class PaperStore {
  /** Undefined if there is none. It may contain papers that have been deleted since. */
  readonly index: SearchIndex | undefined;
  private readonly read: ReadPapers;
  private readonly isCurrent: boolean;
  private readonly maxCached: number;
  private readonly papers = new Map<PaperId, Paper>();
  private readonly abstracts = new Map<PaperId, string>();

  /**
   * `isCurrent`: the index has all papers as they are, so that lists may show what is in it. At
   * most `maxCached` papers that were read are cached, and as many folded abstracts.
   */
  constructor(
    read: ReadPapers,
    index?: SearchIndex,
    { isCurrent = true, maxCached = MAX_CACHED_PAPERS }: { isCurrent?: boolean; maxCached?: number } = {},
  ) {
    this.read = read;
    this.index = index;
    this.isCurrent = isCurrent;
    this.maxCached = maxCached;
  }

  /** The papers with these ids, without those that are gone. Rejects when they can't be read. */
  async get(ids: readonly PaperId[]): Promise<Map<PaperId, Paper>> {
    const missing = ids.filter((id) => !this.papers.has(id));
    const read = missing.length > 0 ? await this.read(missing) : [];
    for (const paper of read) if (paper) this.papers.set(paper.id, paper);
    const found = new Map(
      ids.flatMap((id): [PaperId, Paper][] => {
        const paper = this.papers.get(id);
        return paper ? [[id, paper]] : [];
      }),
    );
    this.drop(this.papers, new Set(ids));
    return found;
  }

  /** The same as lists show them: from the index, without waiting, if it has them. */
  async listed(ids: readonly PaperId[]): Promise<Map<PaperId, ListedPaper>> {
    const known = new Map(ids.map((id) => [id, this.papers.get(id) ?? this.inIndex(id)]));
    const missing = ids.filter((id) => !known.get(id));
    const read = missing.length > 0 ? await this.get(missing) : undefined;
    return new Map(
      ids.flatMap((id): [PaperId, ListedPaper][] => {
        const paper = known.get(id) ?? read?.get(id);
        return paper ? [[id, paper]] : [];
      }),
    );
  }

  /** Whether {@link foldedAbstract} has the abstract of a paper. */
  hasAbstract(id: PaperId): boolean {
    return this.index?.hasPapers === true || this.abstracts.has(id) || this.papers.has(id);
  }

  /** The folded abstract of a paper that is loaded; empty for others. */
  foldedAbstract(id: PaperId): string {
    const known = this.abstracts.get(id);
    if (known !== undefined) return known;
    const number = this.index?.numberOf(id) ?? -1;
    const abstract = this.papers.get(id)?.abstract ?? (number < 0 ? undefined : this.index?.abstractAt(number));
    if (abstract === undefined) return '';
    const folded = fold(abstract).slice(0, MAX_ABSTRACT_LENGTH);
    this.abstracts.set(id, folded);
    this.drop(this.abstracts);
    return folded;
  }

  private inIndex(id: PaperId): ListedPaper | undefined {
    const number = this.isCurrent ? (this.index?.numberOf(id) ?? -1) : -1;
    return number < 0 ? undefined : this.index?.paperAt(number);
  }

  /** Evicts the oldest if there are too many, except those in `stay`. */
  private drop(kept: Map<PaperId, unknown>, stay?: ReadonlySet<PaperId>): void {
    if (kept.size <= this.maxCached) return;
    for (const id of kept.keys()) {
      if (kept.size <= this.maxCached / 2) break;
      if (!stay?.has(id)) kept.delete(id);
    }
  }
}
