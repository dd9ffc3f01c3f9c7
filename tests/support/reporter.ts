/** A test run → its very last line, `N passed, N failed`. */

import type { Reporter, SerializedError, TestModule } from 'vitest/node';

export default class LastLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const line = lastLine(modules, errors.length);
    // Vitest and the other reporters still print after the run has ended.
    process.once('exit', () => process.stdout.write(`${line}\n`));
  }
}

/** A file that could not be loaded and an error outside of any test count as failed ones. */
function lastLine(modules: readonly TestModule[], errors: number): string {
  let passed = 0;
  let failed = errors;
  for (const module of modules) {
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') passed += 1;
      if (state === 'failed') failedHere += 1;
    }
    failed += failedHere === 0 && !module.ok() ? 1 : failedHere;
  }
  return `${passed} passed, ${failed} failed`;
}
