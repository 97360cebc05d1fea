import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './dev/precompress-plugin.ts';
import { themeVariables } from './dev/theme-variables-plugin.ts';

const api = process.env.JANGKAU_API ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), themeVariables(), precompress()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // A data: URL in a style sheet would need its own exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { port: 5173, proxy: { '/api': api } },
});
