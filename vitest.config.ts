import { defineConfig } from 'vitest/config';

/**
 * Three kinds of tests, one after the other: pure ones, those that need a real database or files, and browsers.
 * Three workers: each has a database or a browser beside it and waits for it half of the time, so that two leave a
 * quarter of two cores idle. Each browser file has a server and a data folder of its own.
 */
export default defineConfig({
  test: {
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'pure',
          setupFiles: ['scripts/property-seed.ts'],
          include: ['{packages,apps,scripts,bench}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/*.int.test.ts'],
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'real',
          setupFiles: ['scripts/property-seed.ts'],
          include: ['{packages,apps,scripts,bench}/**/*.int.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.e2e.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
