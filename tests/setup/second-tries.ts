/** Names the tests that passed at a second try only, and what their first one failed of: rare faults show here first. */
import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

export default class SecondTries implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const module of modules) {
      for (const test of module.children.allTests('passed')) {
        if (!test.diagnostic()?.flaky) continue;
        const [error] = test.result().errors ?? [];
        console.log(`Passed at the second try: ${relative('', module.moduleId)}, ${test.fullName}`);
        console.log(`  ${error?.stack ?? error?.message}`);
      }
    }
  }
}
