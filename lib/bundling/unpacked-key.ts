/**
 * The `key` of the manifest, from which Chromium derives the extension's id. Without one, the id of
 * an unpacked build depends on its folder: a build that is moved would begin with an empty list.
 * Stores give their packages a key of their own, and refuse another. Runs in Node at build time.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A public key; nobody has the private one, which would sign packages. */
export const UNPACKED_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAoOEsVhllN7Cs1SlbzRL+x2GsDE/SoTv2StsP/HvLNW3W8ZKI+j2il0JwWMgzyz2t9LyjaHkPPdpBz10hVnZ8Ru1qWM/n9cLKNy4fwoB1mEp4u6DCHIr0ZYiWfJiWq/iDJxtFohyZLUXar1Xym5hACEY+/I1+jlnKNuYfZbeHh0Xkb5aZJIJcACZKcpaXJhjyr6ldZWK/KfNkhXYBdn6/Mhso5cc4UsOq9JWYuQQ1LMCZC4AnDcaI8Viwf2Ctiz7lSyUx5NEO9Sc+5zGN6MXdPymxNy1S0IQs/gP+i7lbLfrvyTvHqRCEFlIfo449Cy45Z6amw45A5GCf2Yo1IMR0VwIDAQAB';

/** Removes the key from the manifest in a folder, and returns a function that puts it back. */
export function withoutKey(folder: string): () => void {
  const path = join(folder, 'manifest.json');
  const whole = readFileSync(path, 'utf8');
  const { key: _, ...manifest } = JSON.parse(whole) as { key?: string };
  writeFileSync(path, JSON.stringify(manifest));
  return () => writeFileSync(path, whole);
}
