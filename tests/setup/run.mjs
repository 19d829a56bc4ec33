/**
 * Runs a TypeScript file of this repository on a machine as it is: `node tests/setup/run.mjs
 * tests/demo/start.ts [arguments]`. Installs the dependencies when they are missing or out of date,
 * and hands over to a Node that is recent enough. Plain JavaScript that needs nothing but Node 18,
 * for it is what runs first.
 */
import { spawn } from 'node:child_process';
import { delimiter, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './dependencies.mjs';
import { findRecentNode } from './recent-node.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
process.chdir(root);

try {
  await installDependencies(root);
  await handOver(findRecentNode(root), process.argv.slice(2));
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

/**
 * Runs Node with `args` in place of this process.
 * @param {string} node
 * @param {string[]} args
 */
async function handOver(node, args) {
  const path = [resolve(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const job = spawn(node, args, { stdio: 'inherit', env: { ...process.env, PATH: path } });
  // Ctrl+C reaches the job as well; this process stays until the job has cleaned up.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => job.kill('SIGTERM'));
  process.exitCode = await new Promise((done, fail) => {
    job.once('error', fail);
    job.once('exit', (code) => done(code ?? 1));
  });
}
