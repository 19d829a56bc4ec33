/** The catalogue as pages have it. */
import type { Digest } from '../../lib/core/model/paper.ts';
import type { PaperStore } from '../../lib/core/search/paper-store.ts';

/** The catalogue: its digests, and its papers as they are asked for. */
export interface LoadedCatalogue {
  digests: ReadonlyMap<string, Digest>;
  /**
   * How many papers there are in the digests, counted when it is asked for first: 100,000 take some
   * time.
   */
  readonly count: number;
  /** Another one after each change of the catalogue or its index. */
  store: PaperStore;
}

/**
 * A catalogue as it was read before the database was opened, and the revisions of what was read.
 */
export interface PreloadedCatalogue extends LoadedCatalogue {
  digestsRevision: string | undefined;
  indexName: string | undefined;
}

/**
 * How far the catalogue is. `merging`: the digests that came with the extension are being put into
 * the database.
 */
export type CatalogueState =
  | { state: 'opening' }
  | { state: 'merging' }
  | { state: 'failed'; reason: string }
  | { state: 'ready'; catalogue: LoadedCatalogue };

/** A catalogue of these digests. */
export function catalogueOf(digests: readonly Digest[], store: PaperStore): LoadedCatalogue {
  let count: number | undefined;
  return {
    digests: new Map(digests.map((digest) => [digest.id, digest])),
    store,
    get count() {
      count ??= new Set(digests.flatMap(({ paperIds }) => paperIds)).size;
      return count;
    },
  };
}
