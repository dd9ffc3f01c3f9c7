import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    reporters: ['default', './tests/support/reporter.ts'],
    // Whole builds in child processes on a small machine.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
