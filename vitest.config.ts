import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // One file at a time: the tests of growth compare times, which a busy second core would bend.
    fileParallelism: false,
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/fixtures/**'],
  },
});
