/** Runs the tools among the dependencies, without a shell. */
import { spawnSync } from 'node:child_process';

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
