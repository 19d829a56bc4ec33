/**
 * What `npm run zip` does: the packages for the stores, and the sources that a reviewer builds, in
 * .output. `npm run zip -- --check` makes them again, and once more from the sources alone, and
 * fails unless all bytes are the same.
 */
import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runTool } from './run-tool.ts';
import { unzip } from './unzip.ts';

/** Makes all packages in a folder, and returns the sum of each by name. */
function makePackages(folder: string): Map<string, string> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    for (const file of globSync('.output/*.zip')) rmSync(file);
    if (!(runTool('wxt', 'zip') && runTool('wxt', 'zip', '-b', 'firefox')))
      throw new Error('The packages were not made.');
    return new Map(
      globSync('.output/*.zip')
        .sort()
        .map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]),
    );
  } finally {
    process.chdir(before);
  }
}

/**
 * Makes the packages of the sources that are in an archive, with the dependencies of this folder.
 */
function makeFromSources(archive: string): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'paperlight-sources-'));
  try {
    unzip(archive, folder);
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
    return makePackages(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const made = makePackages('.');
for (const [file, sum] of made) console.log(`${sum}  ${file}`);
if (process.argv.includes('--check')) {
  const sources = [...made.keys()].find((file) => file.endsWith('-sources.zip')) as string;
  const others = { 'a second build': makePackages('.'), 'the sources alone': makeFromSources(sources) };
  for (const [name, again] of Object.entries(others)) {
    const different = [...made].filter(([file, sum]) => again.get(file) !== sum).map(([file]) => file);
    console.log(different.length > 0 ? `✗ ${name} differs: ${different.join(', ')}` : `✓ ${name}: the same bytes`);
    if (different.length > 0) process.exitCode = 1;
  }
}
