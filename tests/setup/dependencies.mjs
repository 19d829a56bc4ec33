/** Installs the dependencies when node_modules is not what the lock file says. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * Runs npm unless every package of the lock file is installed in its version.
 * @param {string} root
 */
export async function installDependencies(root) {
  if (isInstalled(root)) return;
  // On Windows a running program can't be replaced, and Node itself may be among the packages.
  const command = process.platform === 'win32' && existsSync(join(root, 'node_modules')) ? 'install' : 'ci';
  console.log(`Installing the dependencies (npm ${command}) …`);
  const code = await runNpm(root, command);
  if (code !== 0) throw new Error(`npm ${command} failed; its messages are above.`);
}

/**
 * Compares the lock file with the one that npm leaves in node_modules.
 * @param {string} root
 */
function isInstalled(root) {
  const leftByNpm = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(leftByNpm)) return false;
  const installed = packagesIn(leftByNpm);
  return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(
    ([path, { version, integrity, optional }]) => {
      const found = installed[path];
      // Optional packages are those of other platforms.
      return path === '' || (found ? found.version === version && found.integrity === integrity : optional);
    },
  );
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version: string, integrity?: string, optional?: boolean }>}
 */
function packagesIn(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

/**
 * @param {string} root
 * @param {string} command
 * @returns {Promise<number | null>}
 */
async function runNpm(root, command) {
  // npm says where it is when it runs this script.
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env;
  const child = npm
    ? spawn(node, [npm, command], { cwd: root, stdio: ['ignore', 'inherit', 'pipe'] })
    : spawn('npm', [command], { cwd: root, stdio: ['ignore', 'inherit', 'pipe'], shell: process.platform === 'win32' });
  const exit = new Promise((done, fail) => child.once('exit', done).once('error', fail));
  let tooNew = 0;
  for await (const line of createInterface({ input: child.stderr })) {
    // Said once below: these packages never run on the Node that npm warns of.
    if (!line.includes('EBADENGINE')) console.error(line);
    else if (line.includes('Unsupported engine')) tooNew++;
  }
  if (tooNew > 0) {
    console.log(
      `${tooNew} packages need a newer Node than the one npm runs on; they run on the one that was just installed.`,
    );
  }
  return exit;
}
