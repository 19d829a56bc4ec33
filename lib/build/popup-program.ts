/** The popup's program as one file: it is read and unpacked faster than many, and is smaller. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^'";]*?\s+from\s+)?'(\.[^']+)'/gm;

/** The files that the file at `path` needs to run, itself among them; without those that it loads later. Absolute paths. */
export function programOf(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path) || !existsSync(path)) return found;
  found.add(path);
  for (const [, name] of readFileSync(path, 'utf8').matchAll(IMPORT))
    programOf(join(dirname(path), name as string), found);
  return found;
}
