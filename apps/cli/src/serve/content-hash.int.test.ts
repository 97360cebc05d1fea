import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentHash } from './content-hash.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jangkau-hash-'));
  mkdirSync(join(root, 'app', 'src'), { recursive: true });
  writeFileSync(join(root, 'app', 'src', 'a.ts'), 'one');
  writeFileSync(join(root, 'lock.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

const hash = (): string => contentHash(root, ['app', 'lock.json']);

test('the hash follows names and contents, not installed or built files', () => {
  const first = hash();
  mkdirSync(join(root, 'app', 'node_modules'));
  writeFileSync(join(root, 'app', 'node_modules', 'x.js'), 'x');
  expect(hash()).toBe(first);

  writeFileSync(join(root, 'app', 'src', 'a.ts'), 'two');
  const changed = hash();
  expect(changed).not.toBe(first);

  writeFileSync(join(root, 'app', 'src', 'a.ts'), 'one');
  expect(hash()).toBe(first);
  renameSync(join(root, 'app', 'src', 'a.ts'), join(root, 'app', 'src', 'b.ts'));
  expect(hash()).not.toBe(first);
});

test('a missing path is an error, not an empty hash', () => {
  expect(() => contentHash(root, ['absent'])).toThrow();
});
