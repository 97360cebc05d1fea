import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { AccountRepository, openDatabase } from '@jangkau/store';
import { queryRows } from '@jangkau/store/testing/query-rows';
import { afterAll, beforeAll, expect, test } from 'vitest';

const command = fileURLToPath(new URL('../../bin/jangkau.mjs', import.meta.url));
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'jangkau-user-'));
  await chmod(dataDir, 0o755);
});
afterAll(() => rm(dataDir, { recursive: true }));

function user(...words: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [command, 'user', ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, JANGKAU_DATA_DIR: dataDir, DATABASE_URL: '' },
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (chunk: Buffer) => {
      output[name] += chunk.toString();
    });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...output })));
}

test('users are added, listed and given new passwords, beside the server and without it', async () => {
  expect((await user('list')).code).toBe(1);
  const database = await openDatabase({ directory: path.join(dataDir, 'postgres') });
  const add = ['add', 'pengelola', '--name', 'Nama Orang', '--role', 'system-administrator'];
  const added = await user(...add);
  expect([added.code, added.stderr]).toEqual([0, '']);
  const password = /password: (\S+)/.exec(added.stdout)?.[1];
  expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
  expect(await new AccountRepository(database.gate).find('pengelola')).toMatchObject({
    must_change_password: true,
  });
  expect((await user(...add)).stderr).toContain('The user name is taken');
  const nowhere = await user(
    'add',
    'desa',
    '--name',
    'Nama Orang',
    '--role',
    'village-operator',
    '--at',
    '99',
  );
  expect([nowhere.code, nowhere.stdout]).toEqual([2, '']);
  const audited = await queryRows(
    database.owner,
    "SELECT username, detail->>'act' AS act FROM audit_entry WHERE action = 'user.manage'",
  );
  expect(audited).toEqual([{ username: 'sistem', act: 'create' }]);
  await database.close();

  const reset = await user('reset-password', 'pengelola');
  expect(reset.stdout).toMatch(/password: (?!undefined)\S+/);
  expect(reset.stdout).not.toContain(String(password));
  const listed = await user('list');
  expect(listed.stdout).toMatch(/^pengelola +aktif +- +system-administrator\n$/);
  expect(listed.stdout).not.toContain('Nama Orang');
});
