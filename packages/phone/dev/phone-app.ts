import { defineConfig, type UserConfig } from 'vite';
import { precache } from './precache-plugin.ts';

const api = process.env.JANGKAU_API ?? 'http://127.0.0.1:8080';

/** How an app for phones is built: its page, and beside it the service worker that keeps it. */
export function phoneApp(folder: string, { base, port }: { base: string; port: number }): UserConfig {
  return defineConfig({
    root: folder,
    base,
    plugins: [precache()],
    // Parts of this package too, whatever else is installed beside it.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      // Phones of some years ago.
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { app: `${folder}/index.html`, sw: `${folder}/src/service-worker.ts` },
        output: {
          // A service worker is found by its name, and its folder is all it may serve.
          entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        },
      },
    },
    server: { port, proxy: { '/api': api } },
  });
}
