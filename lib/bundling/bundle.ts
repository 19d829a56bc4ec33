/** What the build and the extension agree on. */
import type { Catalogue } from '../core/model/paper.ts';

/** The bundled digests as an asset of the extension. */
export interface Bundle {
  /** Names this state of the catalogue: another one has another fingerprint. */
  fingerprint: string;
  catalogue: Catalogue;
}

/** Where the asset lies in the built extension. */
export const BUNDLE_PATH = 'digests.json';
