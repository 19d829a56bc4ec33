import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

/** For machines that are busy with other work: nobody waits for so long where all is well. */
const PATIENCE_MS = 300_000;

/** The end-to-end tests in one browser, which their files share. */
const lane = (browser: string): TestProjectConfiguration => ({
  test: {
    name: `e2e-${browser}`,
    include: ['tests/e2e/**/*.test.ts'],
    env: { PAPERLIGHT_LANE: browser },
    globalSetup: './tests/setup/lane-profiles.ts',
    // One process for all files, one after the other, for it holds the browser.
    isolate: false,
    maxWorkers: 1,
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    expect: { poll: { timeout: 60_000 } },
    // A machine that does other work makes a browser late now and then. The closing sum of
    // `npm test` names what was tried again.
    retry: 1,
    sequence: { groupOrder: browser === 'chromium' ? 1 : 2 },
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          setupFiles: ['./tests/setup/english.ts'],
          testTimeout: PATIENCE_MS,
        },
      },
      { test: { name: 'programs', include: ['tests/programs/**/*.test.ts'], testTimeout: PATIENCE_MS } },
      lane('chromium'),
      lane('firefox'),
    ],
  },
});
