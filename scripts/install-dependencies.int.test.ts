import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installDependencies } from './install-dependencies.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jangkau-install-'));
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.stubEnv('npm_node_execpath', process.execPath);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** An npm that says something and ends with a code. */
function npmThat(says: string, code: number): void {
  const script = join(folder, 'npm-cli.js');
  writeFileSync(script, `console.error(${JSON.stringify(says)}); process.exit(${code});`);
  vi.stubEnv('npm_execpath', script);
}

test('says nothing more when npm succeeds, and gives its lock back', async () => {
  npmThat('', 0);
  expect(await installDependencies(folder)).toBeUndefined();
  expect(readdirSync(join(folder, '.cache'))).toEqual([]);
});

test.each([
  ['npm error code ENOTFOUND\nnpm error request to https://registry failed', 'registry cannot be reached'],
  ['npm error code ENOSPC', 'disk is full'],
  ['npm error code EACCES', 'cannot be written'],
  ['npm error code EUSAGE', 'does not fit'],
  ['npm error something new', 'npm says'],
])('explains in plain words: %s', async (says, words) => {
  npmThat(says, 1);
  const lines = await installDependencies(folder);
  expect(lines?.[1]).toContain(words);
  expect(lines?.join('\n')).toContain(says.split('\n')[0]);
});

test('does not install into a folder where another installation runs, but takes over from a dead one', async () => {
  npmThat('', 0);
  await installDependencies(folder);
  const lock = join(folder, '.cache', 'install.lock');
  writeFileSync(lock, String(process.ppid));
  expect((await installDependencies(folder))?.[1]).toContain('Another installation is running');
  writeFileSync(lock, '999999999');
  expect(await installDependencies(folder)).toBeUndefined();
});
