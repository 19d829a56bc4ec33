import { useEffect, useState } from 'preact/hooks';
import type { Digest } from '../../lib/core/paper.ts';
import { PaperShelf } from '../../lib/core/paper-shelf.ts';
import { allDigests, countPapers, mergedBundle, readPapers } from '../../lib/db/catalogue.ts';
import { whyNotOpened } from '../../lib/db/failures.ts';
import { openDatabase, watch } from '../../lib/db/watch.ts';
import { ensureCatalogue } from '../../lib/extension/messages.ts';
import { whyMergeFailed } from '../sentences.ts';

/** The catalogue: its digests, and its papers as they are asked for. */
export interface LoadedCatalogue {
  digests: ReadonlyMap<string, Digest>;
  /** How many papers there are. */
  count: number;
  /** Another one after each change of the catalogue. */
  shelf: PaperShelf;
}

/** How far the catalogue is. `merging`: the digests that came with the extension are being put into the database. */
export type CatalogueState =
  | { state: 'opening' }
  | { state: 'merging' }
  | { state: 'failed'; reason: string }
  | { state: 'ready'; catalogue: LoadedCatalogue };

/** The background needs a fraction of a second; a worker that hangs for so long won't answer. */
const MERGE_PATIENCE_MS = 20_000;

/** The catalogue, merged first where that has not happened yet, and kept up to date. A change of `attempt` tries again. */
export function useCatalogue(attempt: number): CatalogueState {
  const [state, setState] = useState<CatalogueState>({ state: 'opening' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is the reason to do all of it again
  useEffect(() => {
    const abort = new AbortController();
    const report = (state: CatalogueState): void => {
      if (!abort.signal.aborted) setState(state);
    };
    void followCatalogue(report, abort.signal);
    return () => abort.abort();
  }, [attempt]);
  return state;
}

async function followCatalogue(report: (state: CatalogueState) => void, signal: AbortSignal): Promise<void> {
  report({ state: 'opening' });
  const failed = (error: unknown): void => report({ state: 'failed', reason: whyNotOpened(error) });
  try {
    await openDatabase();
    if ((await mergedBundle()) === undefined) {
      report({ state: 'merging' });
      const refusal = await merge();
      if (refusal) return report({ state: 'failed', reason: refusal });
    }
    if (signal.aborted) return;
    watch(loadCatalogue, { answered: (catalogue) => report({ state: 'ready', catalogue }), failed }, signal);
  } catch (error) {
    failed(error);
  }
}

/** Why the background could not merge the digests, or undefined when it did. */
async function merge(): Promise<string | undefined> {
  const patience = new Promise<undefined>((resolve) => setTimeout(resolve, MERGE_PATIENCE_MS));
  const answer = await Promise.race([ensureCatalogue().catch(() => undefined), patience]);
  return answer?.ok ? undefined : whyMergeFailed(answer?.error);
}

async function loadCatalogue(): Promise<LoadedCatalogue> {
  const [digests, count] = await Promise.all([allDigests(), countPapers()]);
  return {
    digests: new Map(digests.map((digest) => [digest.id, digest])),
    count,
    shelf: new PaperShelf((ids) => readPapers(ids)),
  };
}
