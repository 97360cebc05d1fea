import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase, saveTariffs } from '@jangkau/store';
import { addFamily, vaOf } from '@jangkau/store/testing/membership-fixture';
import { afterAll, beforeAll, expect, test } from 'vitest';

const command = fileURLToPath(new URL('../../bin/jangkau.mjs', import.meta.url));
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'jangkau-ledger-'));
  await chmod(dataDir, 0o755);
});
afterAll(() => rm(dataDir, { recursive: true }));

function jangkau(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, JANGKAU_DATA_DIR: dataDir };
  return spawnSync(process.execPath, [command, ...words], { encoding: 'utf8', env });
}

test('payments, a close of the month and the proof, as people run them', async () => {
  const missing = jangkau('ledger', 'prove');
  expect([missing.status, missing.stderr]).toEqual([3, expect.stringContaining('npm start')]);

  const database = await openDatabase({ directory: path.join(dataDir, 'postgres') });
  await saveTariffs(database.owner);
  await addFamily(database.owner, { people: [1, 2], months: ['2026-09', '2026-10'], paid: 1 });
  await addFamily(database.owner, { people: [3], months: ['2026-10'] });
  await database.close();

  const file = path.join(dataDir, 'bri.csv');
  await writeFile(
    file,
    `reference,va,amount,paid_at\nR1,${vaOf(1)},70000,2026-10-20T09:00:00+07:00\nR2,12,5,x\n`,
  );
  const imported = jangkau('payments', 'import', file, '--bank', 'BRI');
  expect([imported.status, imported.stderr]).toEqual([0, '']);
  expect(imported.stdout).toMatch(/posted +1\n/);
  expect(imported.stdout).toMatch(/quarantined +1\n/);
  expect(imported.stdout).toContain('line 3 (va)');

  const dry = jangkau('close-month', '2026-10', '--dry-run');
  expect(dry.stdout).toContain('Dry run');
  const closed = jangkau('close-month', '2026-10');
  expect([closed.status, closed.stderr]).toEqual([0, '']);
  expect(closed.stdout.split('\n').slice(1)).toEqual(dry.stdout.split('\n').slice(1));

  const totals = JSON.parse(jangkau('figures', 'totals', '--as-of', '2026-11-01', '--json').stdout);
  expect(totals).toMatchObject({ members: 3, active: 2, inactive: 1, kinds: { arrears: 1, lapsed: 0 } });
  const proof = jangkau('ledger', 'prove');
  expect([proof.status, proof.stderr]).toEqual([0, '']);
  expect(proof.stdout).not.toContain('FAIL');
});
