/**
 * `npm run fuzz -- SECONDS [SEED]`: hostile files, one after the other, for so long. Says which
 * seeds were wrong.
 */
import { runTool } from '../setup/run-tool.ts';

const [seconds = '180', seed = String(Math.floor(Math.random() * 1e9))] = process.argv.slice(2);
process.env.FUZZ_SECONDS = seconds;
process.env.FUZZ_SEED = seed;
console.log(`Hostile files for ${seconds} seconds, from seed ${seed} on.`);
const tests = ['tests/unit/hostile-files.test.ts', 'tests/unit/hostile-imports.test.ts'];
if (!runTool('vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', 'unit', ...tests))
  process.exitCode = 1;
