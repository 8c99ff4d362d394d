import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` expects Callboard's own server; the page asks it through Vite, on one origin. */
const devServer = `http://127.0.0.1:${process.env.PORT ?? 3000}`;

/** The font's licence; Vite's own list, licenses.txt, knows scripts alone. */
const fontLicense: Plugin = {
  name: 'font-license',
  apply: 'build',
  generateBundle() {
    const source = readFileSync('node_modules/@fontsource-variable/inter/LICENSE');
    this.emitFile({ type: 'asset', fileName: 'license-inter.txt', source });
  },
};

export default defineConfig({
  // What the page loads it names by its own address, so that the same build serves under any path.
  base: './',
  plugins: [react(), fontLicense, compression({ algorithms: ['gzip', 'brotliCompress'], threshold: 1024 })],
  build: {
    target: 'es2024',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The licences of what is in the page ask to stand beside it.
    license: { fileName: 'licenses.txt' },
    // The page, and the frame of what the server writes itself.
    rolldownOptions: { input: ['index.html', 'access.html'] },
  },
  server: { host: '127.0.0.1', port: 5173, strictPort: true, proxy: { '/api': devServer } },
  test: {
    // Two leave a quarter of two cores idle, for a test of a browser waits for pages to load and for what it watches.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // No module keeps anything that a test of another file could meet, and to load all anew takes half the time.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/outside/**'],
          // Generous, for processes and property tests on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          environment: 'jsdom',
          setupFiles: ['test/support/page.ts'],
          include: ['test/client/**/*.test.tsx'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          isolate: false,
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/built-product.ts'],
          // A slow machine is no failure: a page that never comes to it is.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
