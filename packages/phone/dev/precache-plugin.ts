import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/**
 * Tells the service worker which files the app consists of and gives this set a name: another file, another
 * name, and phones fetch the new set as a whole.
 */
export function precache(): Plugin {
  let publicDir = '';
  let base = '/';
  return {
    name: 'jangkau-precache',
    apply: 'build',
    configResolved: (config) => {
      publicDir = config.publicDir;
      base = config.base;
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle['sw.js'];
        if (worker?.type !== 'chunk') throw new Error('the service worker is missing');
        const hash = createHash('sha256');
        const names: string[] = [];
        for (const [name, file] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1))) {
          if (name === 'sw.js' || name.endsWith('.map')) continue;
          names.push(name);
          hash.update(`${name}\0`).update(file.type === 'chunk' ? file.code : file.source);
        }
        for (const name of readdirSync(publicDir)) {
          names.push(name);
          hash.update(`${name}\0`).update(readFileSync(path.join(publicDir, name)));
        }
        hash.update(worker.code);
        const list = names.map((name) => base + name);
        worker.code = worker.code
          .replace('__FILES__', JSON.stringify(list).replaceAll('"', '\\"'))
          .replace('__EDITION__', hash.digest('hex').slice(0, 16));
        if (worker.code.includes('__FILES__')) throw new Error('the list of files was not filled in');
      },
    },
  };
}
