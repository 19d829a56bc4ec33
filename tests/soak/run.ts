/**
 * `npm run soak -- SECONDS`: both browsers, one after the other, under load for so long together;
 * ten minutes by default. The tests have a short run of the same.
 */
import { runTool } from '../setup/run-tool.ts';

const MAX_SECONDS = 600;

const seconds = Math.min(MAX_SECONDS, Number(process.argv[2] ?? MAX_SECONDS));
if (!(seconds > 0)) throw new Error('Say for how many seconds: npm run soak -- 120');
Object.assign(process.env, { SOAK_SECONDS: String(seconds / 2), SOAK_TABS: '20', SOAK_PAPERS: '100000' });
for (const browser of ['chromium', 'firefox']) {
  const options = ['--config', 'tests/vitest.config.ts', '--project', `e2e-${browser}`, '--retry', '0'];
  if (!runTool('vitest', 'run', ...options, 'tests/e2e/data/soak.test.ts')) process.exitCode = 1;
}
