import { useEffect, useState } from 'preact/hooks';
import type { Digest } from '../../lib/core/paper.ts';
import { PaperShelf } from '../../lib/core/paper-shelf.ts';
import { whyNotOpened } from '../../lib/db/failures.ts';
import type { FirstLook } from '../../lib/db/first-look.ts';
import { ensureCatalogue } from '../../lib/extension/messages.ts';
import { whyMergeFailed } from '../sentences.ts';
import { loadLive } from './live.ts';

/** The catalogue: its digests, and its papers as they are asked for. */
export interface LoadedCatalogue {
  digests: ReadonlyMap<string, Digest>;
  /** How many papers there are in the digests, counted when it is asked for first: 100,000 take some time. */
  readonly count: number;
  /** Another one after each change of the catalogue. */
  shelf: PaperShelf;
}

/** The catalogue that a first look into the database saw, and the state in which its digests were. */
export interface SeenCatalogue extends LoadedCatalogue {
  digestsState: string | undefined;
}

/** How far the catalogue is. `merging`: the digests that came with the extension are being put into the database. */
export type CatalogueState =
  | { state: 'opening' }
  | { state: 'merging' }
  | { state: 'failed'; reason: string }
  | { state: 'ready'; catalogue: LoadedCatalogue };

/** The background needs a fraction of a second; a worker that hangs for so long won't answer. */
const MERGE_PATIENCE_MS = 20_000;

/** What a first look into the database saw of the catalogue. */
export function catalogueSeen({ digests, digestsState, readPapers }: FirstLook): SeenCatalogue {
  return Object.assign(catalogueOf(digests, new PaperShelf(readPapers)), { digestsState });
}

/**
 * The catalogue, merged first where that has not happened yet, and kept up to date. A change of `attempt` tries again. `seen` is what a
 * first look saw, where there was one.
 */
export function useCatalogue(attempt: number, seen?: SeenCatalogue): CatalogueState {
  const [state, setState] = useState<CatalogueState>(seen ? { state: 'ready', catalogue: seen } : { state: 'opening' });
  useEffect(() => {
    const abort = new AbortController();
    const report = (state: CatalogueState): void => {
      if (!abort.signal.aborted) setState(state);
    };
    // After a failure the first look is of no use any more.
    if (attempt > 0 || !seen) report({ state: 'opening' });
    void followCatalogue(attempt === 0 ? seen : undefined, report, abort.signal);
    return () => abort.abort();
  }, [attempt, seen]);
  return state;
}

async function followCatalogue(
  seen: SeenCatalogue | undefined,
  report: (state: CatalogueState) => void,
  signal: AbortSignal,
): Promise<void> {
  let known = seen;
  const failed = (error: unknown): void => report({ state: 'failed', reason: whyNotOpened(error) });
  try {
    const live = await loadLive();
    await live.openDatabase();
    if ((await live.mergedBundle()) === undefined) {
      report({ state: 'merging' });
      const refusal = await merge();
      if (refusal) return report({ state: 'failed', reason: refusal });
    }
    if (signal.aborted) return;
    // What was seen at the first look has been drawn, and is not drawn again.
    const changed = async (): Promise<Digest[] | undefined> => {
      const isSeen = known !== undefined && (await live.digestsState()) === known.digestsState;
      return isSeen ? undefined : live.allDigests();
    };
    const answered = (digests: Digest[] | undefined): void => {
      if (!digests) return;
      known = undefined;
      report({ state: 'ready', catalogue: catalogueOf(digests, new PaperShelf((ids) => live.readPapers(ids))) });
    };
    live.watch(changed, { answered, failed }, signal);
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

function catalogueOf(digests: readonly Digest[], shelf: PaperShelf): LoadedCatalogue {
  let count: number | undefined;
  return {
    digests: new Map(digests.map((digest) => [digest.id, digest])),
    shelf,
    get count() {
      count ??= new Set(digests.flatMap(({ paperIds }) => paperIds)).size;
      return count;
    },
  };
}
