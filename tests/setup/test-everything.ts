/**
 * What `npm test` does: every check there is, in both browsers, and a closing line with the sum.
 * `npm test -- popup` runs the tests whose path contains a word, `npm test -- --quick` what needs
 * no browser.
 */
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureBrowsers } from './ensure-browsers.ts';
import { runTool, runToolBeside } from './run-tool.ts';

/** How many checks of a step passed and failed. */
interface Outcome {
  name: string;
  passed: number;
  failed: number;
  /** Each test that failed, or passed only when it was tried again, with the first line of why. */
  faults?: string[];
}

/** What is read of the report that Vitest writes. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

/**
 * The tests that failed or were tried again, and files that didn't load, by the path and the first
 * line of why.
 */
function faultsIn({ testResults }: Report): string[] {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const path = relative('.', name);
    const tests = assertionResults.flatMap(({ fullName, status, failureMessages: [why] }) => {
      if (status !== 'failed' && why === undefined) return [];
      const sign = status === 'failed' ? '✗' : '↻ passed when tried again:';
      return [`${sign} ${path}: ${fullName}\n    ${(why ?? '').split('\n', 1)}`];
    });
    const isTold = !message || assertionResults.some(({ status }) => status === 'failed');
    return isTold ? tests : [...tests, `✗ ${path}: ${message.split('\n', 1)}`];
  });
}

const args = process.argv.slice(2);
const isQuick = args.includes('--quick');
const words = args.filter((arg) => !arg.startsWith('--'));
const files = globSync('tests/{unit,e2e}/**/*.test.ts').filter(
  (file) => words.length === 0 || words.some((word) => file.includes(word)),
);
const hasUnitTests = files.some((file) => file.startsWith('tests/unit'));
const needsBrowsers = !isQuick && files.some((file) => file.startsWith('tests/e2e'));

const reports = mkdtempSync(join(tmpdir(), 'paperlight-tests-'));

/** A step that is one check. */
function check(name: string, run: () => boolean): Outcome {
  console.log(`\n── ${name}`);
  return run() ? { name, passed: 1, failed: 0 } : { name, passed: 0, failed: 1 };
}

/** A step that runs one of Vitest's projects: each test counts. */
async function tests(name: string, project: string): Promise<Outcome> {
  console.log(`\n── ${name}`);
  const report = join(reports, `${project}.json`);
  const isPassed = await runToolBeside(
    'vitest',
    'run',
    ...words,
    ...['--config', 'tests/vitest.config.ts', '--project', project],
    // Without the browsers nobody else works.
    ...(needsBrowsers ? [] : ['--maxWorkers=100%']),
    ...['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`],
  );
  try {
    const results: Report = JSON.parse(readFileSync(report, 'utf8'));
    const { numPassedTests: passed, numFailedTests: failed } = results;
    // Vitest also fails for what is in no test, such as a file that doesn't load.
    return { name, passed, failed: isPassed ? failed : Math.max(failed, 1), faults: faultsIn(results) };
  } catch {
    return { name, passed: 0, failed: 1 };
  }
}

const unitTests = async (): Promise<Outcome[]> => (hasUnitTests ? [await tests('Unit tests', 'unit')] : []);

/**
 * The end-to-end tests, a lane for each browser. Firefox takes as long as Chromium and the unit
 * tests together.
 */
async function lanes(): Promise<Outcome[]> {
  const builds = [
    check('Build for Chromium', () => runTool('wxt', 'build')),
    check('Build for Firefox', () => runTool('wxt', 'build', '-b', 'firefox')),
  ];
  const [firefox, others] = await Promise.all([
    tests('End-to-end tests in Firefox', 'e2e-firefox'),
    unitTests().then(async (unit) => [...unit, await tests('End-to-end tests in Chromium', 'e2e-chromium')]),
  ]);
  return [...builds, ...others, firefox];
}

async function run(): Promise<Outcome[]> {
  if (files.length === 0) throw new Error(`No test file has ${words.join(' or ')} in its path.`);
  if (needsBrowsers) await ensureBrowsers(['chromium', 'firefox']);
  const checks =
    words.length > 0
      ? []
      : [
          check('Types', () => runTool('wxt', 'prepare') && runTool('tsc', '--noEmit')),
          check('Lint', () => runTool('biome', 'ci')),
        ];
  return [...checks, ...(await (needsBrowsers ? lanes() : unitTests()))];
}

try {
  const outcomes = await run();
  console.log('\n── Summary');
  for (const { name, passed, failed, faults = [] } of outcomes) {
    console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed${failed > 0 ? `, ${failed} failed` : ''}`);
    for (const fault of faults) console.log(`  ${fault}`);
  }
  const sum = (key: 'passed' | 'failed'): number => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
rmSync(reports, { recursive: true });
