/**
 * The folder of the browsers' profiles while end-to-end tests run. Vitest's own process deletes it:
 * the worker is killed at its end.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs before the files of a lane; what it returns runs after them. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'paperlight-lane-'));
  process.env.PAPERLIGHT_PROFILES = folder;
  // A browser that was ended this moment may still be writing.
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
}
