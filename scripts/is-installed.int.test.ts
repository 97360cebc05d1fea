import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isInstalled } from './is-installed.mjs';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

function project(wanted: object, present?: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'jangkau-installed-'));
  made.push(folder);
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  mkdirSync(join(folder, 'node_modules'));
  const record = join(folder, 'node_modules', '.package-lock.json');
  if (present) writeFileSync(record, JSON.stringify({ packages: present }));
  return folder;
}

const zod = { 'node_modules/zod': { version: '4.6.7' } };
const windowsOnly = { 'node_modules/win': { version: '1.0.0', optional: true } };

test('installed when every wanted package is there in its version', () => {
  expect(isInstalled(project({ '': {}, ...zod }, zod))).toBe(true);
  expect(isInstalled(project(zod, { ...zod, 'node_modules/extra': { version: '1.0.0' } }))).toBe(true);
});

test('a package of another platform may be missing', () => {
  expect(isInstalled(project({ ...zod, ...windowsOnly }, zod))).toBe(true);
});

test('not installed: nothing there, half-way, another version, a new package', () => {
  expect(isInstalled(join(tmpdir(), 'no-such-folder'))).toBe(false);
  expect(isInstalled(project(zod))).toBe(false);
  expect(isInstalled(project(zod, { 'node_modules/zod': { version: '4.0.0' } }))).toBe(false);
  expect(isInstalled(project({ ...zod, 'node_modules/pg': { version: '8.0.0' } }, zod))).toBe(false);
});

test('a workspace that moved', () => {
  const link = (resolved: string): object => ({ 'node_modules/@jangkau/a': { resolved, link: true } });
  expect(isInstalled(project(link('packages/a'), link('packages/a')))).toBe(true);
  expect(isInstalled(project(link('packages/a'), link('apps/a')))).toBe(false);
});
