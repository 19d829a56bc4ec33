import { useEffect, useState } from 'preact/hooks';
import type { Digest } from '../../lib/core/paper.ts';
import { PaperShelf } from '../../lib/core/paper-shelf.ts';
import { whyNotOpened } from '../../lib/db/failures.ts';
import type { FirstLook } from '../../lib/db/first-look.ts';
import { ensureCatalogue } from '../../lib/extension/messages.ts';
import { whyMergeFailed } from '../sentences.ts';
import { type Live, loadLive } from './live.ts';

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

/**
 * The catalogue, merged first where that has not happened yet, and kept up to date. A change of `attempt` tries again. `look` is what a
 * first look saw, where there was one (null: nothing); while it is undefined nothing is done.
 */
export function useCatalogue(attempt: number, look: FirstLook | null | undefined = null): CatalogueState {
  const [state, setState] = useState<CatalogueState>({ state: 'opening' });
  useEffect(() => {
    if (look === undefined) return;
    const abort = new AbortController();
    const report = (state: CatalogueState): void => {
      if (!abort.signal.aborted) setState(state);
    };
    // After a failure the first look is of no use any more.
    void followCatalogue(attempt === 0 ? look : null, report, abort.signal);
    return () => abort.abort();
  }, [attempt, look]);
  return state;
}

async function followCatalogue(
  look: FirstLook | null,
  report: (state: CatalogueState) => void,
  signal: AbortSignal,
): Promise<void> {
  let known: LoadedCatalogue | undefined = look ? { ...byId(look), shelf: new PaperShelf(look.readPapers) } : undefined;
  report(known ? { state: 'ready', catalogue: known } : { state: 'opening' });
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
    const answered = (seen: Pick<LoadedCatalogue, 'digests' | 'count'>): void => {
      // What was seen at the first look has been drawn, and is not drawn again.
      if (!known || !isSame(known, seen)) {
        report({ state: 'ready', catalogue: { ...seen, shelf: new PaperShelf((ids) => live.readPapers(ids)) } });
      }
      known = undefined;
    };
    live.watch(() => lookAgain(live), { answered, failed }, signal);
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

async function lookAgain({ allDigests, countPapers }: Live): Promise<Pick<LoadedCatalogue, 'digests' | 'count'>> {
  const [digests, count] = await Promise.all([allDigests(), countPapers()]);
  return byId({ digests, count });
}

function byId({ digests, count }: { digests: Digest[]; count: number }): Pick<LoadedCatalogue, 'digests' | 'count'> {
  return { digests: new Map(digests.map((digest) => [digest.id, digest])), count };
}

function isSame(a: Pick<LoadedCatalogue, 'digests' | 'count'>, b: Pick<LoadedCatalogue, 'digests' | 'count'>): boolean {
  return a.count === b.count && JSON.stringify([...a.digests]) === JSON.stringify([...b.digests]);
}
