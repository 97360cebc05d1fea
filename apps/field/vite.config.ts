import { defineConfig } from 'vite';
import { precache } from './dev/precache-plugin.ts';

const api = process.env.JANGKAU_API ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: import.meta.dirname,
  base: '/field/',
  plugins: [precache()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Phones of some years ago.
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { app: `${import.meta.dirname}/index.html`, sw: `${import.meta.dirname}/src/service-worker.ts` },
      output: {
        // A service worker is found by its name, and its folder is all it may serve.
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { port: 5174, proxy: { '/api': api } },
});
