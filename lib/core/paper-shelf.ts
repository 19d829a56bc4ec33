/** Papers that were read from the database, so that a search does not read them again at every keystroke. */
import { fold } from './fold.ts';
import type { Paper, PaperId } from './paper.ts';

/** Reads papers; undefined for those that are gone. */
export type ReadPapers = (ids: readonly PaperId[]) => Promise<(Paper | undefined)[]>;

/** Papers that are kept, 3 kB each: all of most catalogues, and those of some hundreds of keystrokes in the largest. */
export const KEPT = 12_000;

/** Keeps the papers that were asked for last. */
export class PaperShelf {
  private readonly read: ReadPapers;
  private readonly papers = new Map<PaperId, Paper>();
  private readonly abstracts = new Map<PaperId, string>();

  constructor(read: ReadPapers) {
    this.read = read;
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
    this.clear(ids);
    return found;
  }

  /**
   * Has all papers of a catalogue of at most {@link KEPT} here, as `next` gives them: some that come after an id, none when there are
   * no more. Rejects when it does.
   */
  async fill(next: (after: PaperId) => Promise<readonly Paper[]>): Promise<void> {
    for (let papers = await next(''); papers.length > 0; papers = await next(papers.at(-1)?.id ?? '')) {
      for (const paper of papers) this.papers.set(paper.id, paper);
    }
  }

  /** The folded abstract of a paper that is here; empty for others. */
  foldedAbstract(id: PaperId): string {
    let folded = this.abstracts.get(id);
    if (folded === undefined) {
      folded = fold(this.papers.get(id)?.abstract ?? '');
      this.abstracts.set(id, folded);
    }
    return folded;
  }

  /** Takes the oldest away when there are too many; those just asked for stay. */
  private clear(asked: readonly PaperId[]): void {
    if (this.papers.size <= KEPT) return;
    const stay = new Set(asked);
    for (const id of this.papers.keys()) {
      if (this.papers.size <= KEPT / 2) break;
      if (stay.has(id)) continue;
      this.papers.delete(id);
      this.abstracts.delete(id);
    }
  }
}
