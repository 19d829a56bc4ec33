/** The catalogue in pages. */
import type { Digest } from '../../lib/core/model/paper.ts';
import type { PaperStore } from '../../lib/core/search/paper-store.ts';

/** The catalogue: its digests, and a store that reads its papers on demand. */
export interface LoadedCatalogue {
  digests: ReadonlyMap<string, Digest>;
  /** The number of papers in the digests, counted on first use: 100,000 take some time. */
  readonly count: number;
  /** Replaced after each change of the catalogue or its index. */
  store: PaperStore;
}

/**
 * A catalogue that was read before the database was opened, with the revisions of what was read.
 */
export interface PreloadedCatalogue extends LoadedCatalogue {
  digestsRevision: string | undefined;
  indexName: string | undefined;
}

/** The state of the catalogue. `merging`: the bundled digests are being put into the database. */
export type CatalogueState =
  | { state: 'opening' }
  | { state: 'merging' }
  | { state: 'failed'; reason: string }
  | { state: 'ready'; catalogue: LoadedCatalogue };

/** Makes a catalogue of these digests. */
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
