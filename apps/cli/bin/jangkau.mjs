#!/usr/bin/env node
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

// The sources are TypeScript that Node 24 runs as it is. An older Node hands over to the one npm installed.
if (Number.parseInt(process.versions.node, 10) >= 24) {
  // Types are stripped once, not at every start.
  nodeModule.enableCompileCache(
    fileURLToPath(new URL('../../../node_modules/.cache/jangkau', import.meta.url)),
  );
  await import('../src/main.ts');
} else {
  const { findNode24, runAndExit } = await import('./on-node-24.mjs');
  const node = findNode24();
  if (node) {
    runAndExit(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)]);
  } else {
    console.error('Jangkau belum dipasang: jalankan "npm ci" (atau "npm start") di folder Jangkau.');
    console.error('Jangkau is not installed yet: run "npm ci" (or "npm start") in the Jangkau folder.');
    process.exitCode = 1;
  }
}
