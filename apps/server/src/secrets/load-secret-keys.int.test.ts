import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadSecretKeys } from './load-secret-keys.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jangkau-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the first start makes a key that only its owner may read, later ones keep it', async () => {
  const [made, other] = await Promise.all([loadSecretKeys(undefined, folder), loadSecretKeys('', folder)]);
  expect(made).toHaveLength(1);
  expect(other).toEqual(made);
  expect(await loadSecretKeys(undefined, folder)).toEqual(made);
  expect(await readdir(folder)).toEqual(['secret-key']);
  expect((await stat(path.join(folder, 'secret-key'))).mode & 0o777).toBe(0o600);
});

test('the setting wins, with as many keys as it names', async () => {
  const keys = [randomBytes(32), randomBytes(32)];
  const setting = keys.map((key) => key.toString('base64')).join(',');
  expect(await loadSecretKeys(setting, folder)).toEqual(keys);
  expect(await readdir(folder)).toEqual([]);
});

test('a key that cannot be used is named by its place, never by its text', async () => {
  await expect(loadSecretKeys('terlalu-pendek', folder)).rejects.toThrow(
    /^JANGKAU_SECRET_KEY: (?!.*terlalu)/,
  );
  await writeFile(path.join(folder, 'secret-key'), '\n');
  await expect(loadSecretKeys(undefined, folder)).rejects.toThrow('secret-key');
});
