import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asOrdinaryUser } from './as-ordinary-user.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jangkau-user-'));
  mkdirSync(join(folder, 'inside'));
  writeFileSync(join(folder, 'inside', 'secret'), 'readable');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('nothing is needed where everybody may enter', () => {
  chmodSync(folder, 0o755);
  expect(asOrdinaryUser(join(folder, 'inside'))).toEqual([]);
});

test('in a closed folder a program can read the files of whoever started it, without being root', () => {
  chmodSync(folder, 0o700);
  const [command = 'sh', ...args] = [...asOrdinaryUser(join(folder, 'inside')), 'sh'];
  const script = `id -u; cat ${join(folder, 'inside', 'secret')}`;
  const { stdout } = spawnSync(command, [...args, '-c', script], { encoding: 'utf8' });
  const [uid, text] = stdout.split('\n');
  expect(text).toBe('readable');
  // Without user namespaces (some containers) the program stays what it is, and the start says what to do.
  const possible = spawnSync('unshare', ['--user', '--map-root-user', 'true']).status === 0;
  expect(uid === '0').toBe(process.getuid?.() === 0 && !possible);
});
