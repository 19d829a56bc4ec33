/** Runs the tools among the dependencies, without a shell. */
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

const ENTRY = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
  wxt: 'node_modules/wxt/bin/wxt.mjs',
};

/** A tool among the dependencies. */
export type Tool = keyof typeof ENTRY;

/** Runs a tool and shows what it says; returns whether it succeeded. */
export function runTool(tool: Tool, ...args: string[]): boolean {
  const { status, error } = spawnSync(process.execPath, [ENTRY[tool], ...args], { stdio: 'inherit' });
  if (error) throw error;
  return status === 0;
}

/**
 * Runs a tool beside others: what it says is shown in whole lines, so that those of two tools don't
 * mix.
 */
export async function runToolBeside(tool: Tool, ...args: string[]): Promise<boolean> {
  const env = { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) };
  const child = spawn(process.execPath, [ENTRY[tool], ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const output of [child.stdout, child.stderr]) createInterface(output).on('line', (line) => console.log(line));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0));
  });
}
