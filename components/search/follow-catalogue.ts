/**
 * Follows the catalogue in the database: its digests, and the search index of its papers. Loaded
 * with Dexie.
 */
import type { Digest, Paper, PaperId } from '../../lib/core/model/paper.ts';
import { PaperStore } from '../../lib/core/search/paper-store.ts';
import type { SearchIndex } from '../../lib/core/search-index/search-index.ts';
import * as queries from '../../lib/db/queries.ts';
import { whyNotOpened } from '../../lib/extension/browser/failure-words.ts';
import { NO_ANSWER, send } from '../../lib/extension/browser/send.ts';
import { whyMergeFailed } from '../ui/failure-sentences.ts';
import { type CatalogueState, catalogueOf, type PreloadedCatalogue } from './catalogue.ts';
import { requestIndexRebuild, requestIndexUpdate } from './index-upkeep.ts';

/** Merging takes the background a fraction of a second, so after this long it must hang. */
const MERGE_TIMEOUT_MS = 20_000;

/**
 * Reports the catalogue, after merging the bundled digests if needed, and again after each change,
 * until `signal` aborts. Does not report what was `preloaded` while it is unchanged.
 */
export async function followCatalogue(
  preloaded: PreloadedCatalogue | undefined,
  report: (state: CatalogueState) => void,
  signal: AbortSignal,
): Promise<void> {
  const failed = (error: unknown): void => report({ state: 'failed', reason: whyNotOpened(error) });
  try {
    await queries.openDatabase();
    if ((await queries.mergedBundle()) === undefined) {
      report({ state: 'merging' });
      const refusal = await merge();
      if (refusal) return report({ state: 'failed', reason: refusal });
    }
    if (!signal.aborted) new Follower(preloaded, report, failed, signal).start();
  } catch (error) {
    failed(error);
  }
}

/** Combines digests and index, which change independently. */
class Follower {
  private readonly report: (state: CatalogueState) => void;
  private readonly failed: (error: unknown) => void;
  private readonly signal: AbortSignal;
  private digests: readonly Digest[] | undefined;
  private preloadedRevision: string | undefined;
  private index: SearchIndex | undefined;
  private indexName: string | undefined;
  private isCurrent = true;

  constructor(
    preloaded: PreloadedCatalogue | undefined,
    report: (state: CatalogueState) => void,
    failed: (error: unknown) => void,
    signal: AbortSignal,
  ) {
    this.report = report;
    this.failed = failed;
    this.signal = signal;
    this.digests = preloaded && [...preloaded.digests.values()];
    this.preloadedRevision = preloaded?.digestsRevision;
    this.index = preloaded?.store.index;
    this.indexName = preloaded?.indexName;
  }

  start(): void {
    const { failed, signal } = this;
    const changedDigests = async (): Promise<Digest[] | undefined> => {
      const isSame =
        this.preloadedRevision !== undefined && (await queries.digestsRevision()) === this.preloadedRevision;
      return isSame ? undefined : queries.allDigests();
    };
    const answered = (digests: Digest[] | undefined): void => {
      if (!digests) return;
      this.preloadedRevision = undefined;
      this.digests = digests;
      this.reportReady();
    };
    queries.watch(changedDigests, { answered, failed }, signal);
    // The digests' watcher reports errors of the database.
    queries.watch(queries.indexState, { answered: (state) => void this.take(state), failed: () => {} }, signal);
  }

  private async take({ name, isStale }: { name: string | undefined; isStale: boolean }): Promise<void> {
    if (name === undefined || isStale) requestIndexUpdate();
    const wasCurrent = this.isCurrent;
    this.isCurrent = !isStale;
    if (name === undefined || name === this.indexName) {
      if (this.index && wasCurrent !== this.isCurrent) this.reportReady();
      return;
    }
    this.indexName = name;
    const index = await queries.loadIndex().catch(() => undefined);
    if (this.signal.aborted || name !== this.indexName) return;
    if (!index) return requestIndexRebuild();
    this.index = index;
    this.reportReady();
  }

  private reportReady(): void {
    const { digests, index, isCurrent } = this;
    if (!digests) return;
    const read = (ids: readonly PaperId[]): Promise<(Paper | undefined)[]> => queries.readPapers(ids);
    const store = new PaperStore(read, index, { isCurrent });
    this.report({ state: 'ready', catalogue: catalogueOf(digests, store) });
  }
}

/** Merges the digests in the background; resolves with why that failed, or undefined. */
async function merge(): Promise<string | undefined> {
  const timeout = new Promise<undefined>((resolve) => setTimeout(resolve, MERGE_TIMEOUT_MS));
  const answer = await Promise.race([send('catalogue/ensure'), timeout]);
  const error = answer && !answer.ok && answer.error !== NO_ANSWER ? answer.error : undefined;
  return answer?.ok ? undefined : whyMergeFailed(error);
}
