/** Builds the asset that holds the bundled digests. Runs in Node at build time. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCatalogue } from '../core/digests/build-catalogue.ts';
import { type ParsedDigest, parseDigest } from '../core/digests/parse-digest.ts';
import type { Bundle } from './bundle.ts';

/**
 * Parses every digest in `folder` in the order of their names. Throws a DigestError for the first
 * invalid one.
 */
export function bundleDigests(folder: string): Bundle {
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  if (files.length === 0) throw new Error(`${folder} holds no digests`);
  const catalogue = buildCatalogue(
    files.sort().map((file) => readDigest(folder, file)),
    'bundled',
  );
  const fingerprint = createHash('sha256').update(JSON.stringify(catalogue)).digest('hex').slice(0, 16);
  return { fingerprint, catalogue };
}

function readDigest(folder: string, file: string): ParsedDigest {
  const path = join(folder, file);
  return parseDigest(new TextDecoder().decode(readFileSync(path)), path);
}
