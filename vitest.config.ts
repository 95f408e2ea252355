import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // One file at a time: the tests of growth compare times, which a busy second core would bend.
    fileParallelism: false,
    // A wide nursery, since a model that outgrows a narrow one costs the collector more from one size to the next.
    testTimeout: 60_000,
    pool: 'forks',
    execArgv: ['--min-semi-space-size=64', '--max-semi-space-size=256'],
    globalSetup: ['test/postgres/start-postgres.ts'],
    setupFiles: ['test/same-in-ci.ts'],
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/fixtures/**'],
  },
});
