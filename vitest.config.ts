import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // One more than the usual two processors: many tests wait for real timeouts.
    maxWorkers: 3,
  },
});
