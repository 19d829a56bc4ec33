/** What `npm test` does: every check there is, in both browsers, and a closing line with the sum. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers } from './ensure-browsers.ts';
import { runTool } from './run-tool.ts';

/** How many checks of a step passed and failed. */
interface Outcome {
  passed: number;
  failed: number;
}

const reports = mkdtempSync(join(tmpdir(), 'paperlight-tests-'));

/** A step that is one check. */
function check(isPassed: boolean): Outcome {
  return isPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A step that runs one of Vitest's projects: each test counts. */
function tests(project: string): Outcome {
  const report = join(reports, `${project}.json`);
  const isPassed = runTool(
    'vitest',
    'run',
    ...['--config', 'tests/vitest.config.ts', '--project', project],
    ...['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`],
    ...['--reporter', './tests/setup/second-tries.ts'],
  );
  try {
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, 'utf8'));
    // Vitest also fails for what is in no test, such as a file that doesn't load.
    return { passed, failed: isPassed ? failed : Math.max(failed, 1) };
  } catch {
    return check(false);
  }
}

const steps: [name: string, run: () => Outcome][] = [
  ['Types', () => check(runTool('wxt', 'prepare') && runTool('tsc', '--noEmit'))],
  ['Lint', () => check(runTool('biome', 'ci'))],
  ['Unit tests', () => tests('unit')],
  ['Build for Chromium', () => check(runTool('wxt', 'build'))],
  ['Build for Firefox', () => check(runTool('wxt', 'build', '-b', 'firefox'))],
  ['End-to-end tests in Chromium and Firefox', () => tests('e2e')],
];

try {
  await ensureBrowsers(['chromium', 'firefox']);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const outcomes = steps.map(([name, run]) => {
  console.log(`\n── ${name}`);
  return { name, ...run() };
});
rmSync(reports, { recursive: true });

console.log('\n── Summary');
for (const { name, passed, failed } of outcomes) {
  console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed${failed > 0 ? `, ${failed} failed` : ''}`);
}
const sum = (key: keyof Outcome): number => outcomes.reduce((total, outcome) => total + outcome[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
