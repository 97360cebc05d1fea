import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { AuditLog, openDatabase, Scope } from '@jangkau/store';
import { queryRows } from '@jangkau/store/testing/query-rows';
import { afterAll, beforeAll, expect, test } from 'vitest';

const command = fileURLToPath(new URL('../../bin/jangkau.mjs', import.meta.url));
let dataDir: string;
const directory = () => path.join(dataDir, 'postgres');
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'jangkau-audit-'));
  await chmod(dataDir, 0o755);
});
afterAll(() => rm(dataDir, { recursive: true }));

function verify(): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [command, 'audit', 'verify'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, JANGKAU_DATA_DIR: dataDir },
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (chunk: Buffer) => {
      output[name] += chunk.toString();
    });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...output })));
}

test('beside the running database and without it; a changed entry is named and ends with code 5', async () => {
  const missing = await verify();
  expect(missing.code).toBe(1);
  const database = await openDatabase({ directory: directory() });
  for (let i = 0; i < 3; i++)
    await AuditLog.add(database.system, Scope.system(), { action: 'run.manage', detail: { i } });
  const beside = await verify();
  expect([beside.code, beside.stderr]).toEqual([0, '']);
  expect(beside.stdout).toMatch(/Catatan \/ entries +3\n/);
  expect(beside.stdout).toContain('Jejak audit utuh.');
  await database.close();

  const alone = await verify();
  expect([alone.code, alone.stderr]).toEqual([0, '']);

  const again = await openDatabase({ directory: directory() });
  await queryRows(again.owner, `UPDATE audit_entry SET username = 'orang lain' WHERE id = 2`);
  await again.close();
  const broken = await verify();
  expect(broken.code).toBe(5);
  expect(broken.stderr).toContain('entry 2');
  expect(broken.stderr).toContain('was changed');
  expect(broken.stderr).not.toContain('    at ');
});
