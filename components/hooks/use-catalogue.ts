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

/** How far the catalogue is. `merging`: the digests that came with the extension are being put into the database. */
export type CatalogueState =
  | { state: 'opening' }
  | { state: 'merging' }
  | { state: 'failed'; reason: string }
  | { state: 'ready'; catalogue: LoadedCatalogue };

/** The background needs a fraction of a second; a worker that hangs for so long won't answer. */
const MERGE_PATIENCE_MS = 20_000;

/** The catalogue that a first look into the database saw. */
export function catalogueSeen({ digests, readPapers }: FirstLook): LoadedCatalogue {
  return catalogueOf(digests, new PaperShelf(readPapers));
}

/**
 * The catalogue, merged first where that has not happened yet, and kept up to date. A change of `attempt` tries again. `seen` is what a
 * first look saw, where there was one.
 */
export function useCatalogue(attempt: number, seen?: LoadedCatalogue): CatalogueState {
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
  seen: LoadedCatalogue | undefined,
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
    const answered = (digests: Digest[]): void => {
      // What was seen at the first look has been drawn, and is not drawn again.
      if (!known || !isSame(known, digests)) {
        const shelf = new PaperShelf((ids) => live.readPapers(ids));
        report({ state: 'ready', catalogue: catalogueOf(digests, shelf) });
      }
      known = undefined;
    };
    live.watch(() => live.allDigests(), { answered, failed }, signal);
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

function isSame({ digests }: LoadedCatalogue, others: readonly Digest[]): boolean {
  const isKnown = ({ id, name, date, paperIds }: Digest): boolean => {
    const known = digests.get(id);
    const isLike = known?.name === name && known.date === date && known.paperIds.length === paperIds.length;
    return isLike && paperIds.every((paperId, i) => paperId === known.paperIds[i]);
  };
  return digests.size === others.length && others.every(isKnown);
}
