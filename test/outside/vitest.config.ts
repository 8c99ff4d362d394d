import { defineConfig } from 'vitest/config';

// What needs programs of Debian's, the package registry or another user: not part of `npm test`.
export default defineConfig({
  test: {
    include: ['test/outside/**/*.test.ts'],
    globalSetup: ['test/outside/programs.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
