/** What the build and the extension agree on. */
import type { Catalogue } from '../core/model/paper.ts';

/** The bundled digests as an asset of the extension. */
export interface Bundle {
  /** Identifies this state of the catalogue. */
  fingerprint: string;
  catalogue: Catalogue;
}

/** The path of the asset in the built extension. */
export const BUNDLE_PATH = 'digests.json';
