/** Copies of the built extension that tests may change. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserName, builtExtension } from './driver.ts';

/** As much of a manifest as tests change. */
interface Manifest {
  permissions: string[];
  commands?: object;
  omnibox?: object;
  side_panel?: object;
  sidebar_action?: object;
  content_security_policy?: object;
}

/**
 * Copies a browser's build of the extension into a new folder, with its manifest as `change` leaves
 * it, and returns the folder.
 */
export function copyExtension(name: BrowserName, change?: (manifest: Manifest) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'paperlight-extension-'));
  cpSync(builtExtension[name], folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest: Manifest = JSON.parse(readFileSync(path, 'utf8'));
  change?.(manifest);
  writeFileSync(path, JSON.stringify(manifest));
  return folder;
}
