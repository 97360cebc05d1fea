import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Database, openDatabase, saveTariffs } from '@jangkau/store';
import { addFamily, vaOf } from '@jangkau/store/testing/membership-fixture';
import { afterAll, beforeAll, expect, test } from 'vitest';

const command = fileURLToPath(new URL('../../bin/jangkau.mjs', import.meta.url));
let dataDir: string;
let database: Database & { close(): Promise<void> };
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'jangkau-ledger-'));
  await chmod(dataDir, 0o755);
});
afterAll(async () => {
  await database?.close();
  await rm(dataDir, { recursive: true });
});

function jangkau(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, JANGKAU_DATA_DIR: dataDir };
  return spawnSync(process.execPath, [command, ...words], { encoding: 'utf8', env });
}

test('payments, a close of the month and the proof, as people run them', async () => {
  const missing = jangkau('ledger', 'prove');
  expect([missing.status, missing.stderr]).toEqual([3, expect.stringContaining('npm start')]);

  // Commands reach this PostgreSQL instead of starting one each.
  database = await openDatabase({ directory: path.join(dataDir, 'postgres') });
  await saveTariffs(database.owner);
  await addFamily(database.owner, { people: [1, 2], months: ['2026-09', '2026-10'], paid: 1 });
  await addFamily(database.owner, { people: [3], months: ['2026-10'] });
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

  const undone = jangkau('close-month', '2026-10', '--undo');
  expect([undone.status, undone.stderr]).toEqual([0, '']);
  expect(undone.stdout).toContain('Taken back');
  expect(jangkau('close-month', '2026-10', '--undo').status).toBe(2);
  expect(jangkau('close-month', '2026-10').stdout).toContain('Closed');

  const set = (...words: string[]) =>
    jangkau('settings', 'set', ...words, '--from', '2026-01-01', '--basis', 'uji').status;
  expect([set('rehabHalf', 'ceil'), set('rehabHalf', 'ceil'), set('rehabHalf', 'half')]).toEqual([0, 2, 2]);
  expect(jangkau('settings', 'list').stdout).toMatch(/rehabHalf +"ceil"/);
  expect(jangkau('ledger', 'payers', '2026-11').stdout).toContain('0 pembayar');

  const totals = JSON.parse(jangkau('figures', 'totals', '--as-of', '2026-11-01', '--json').stdout);
  expect(totals).toMatchObject({ members: 3, active: 2, inactive: 1, kinds: { arrears: 1, lapsed: 0 } });
  const proof = jangkau('ledger', 'prove');
  expect([proof.status, proof.stderr]).toEqual([0, '']);
  expect(proof.stdout).not.toContain('FAIL');
  // Fifteen processes one after the other.
}, 300_000);

test('a member register is taken in, and a family in arrears takes REHAB', () => {
  const file = path.join(dataDir, 'peserta.csv');
  const quarantine = path.join(dataDir, 'karantina.csv');
  const card = '0009000000050';
  writeFileSync(
    file,
    `no_kartu,nama,segmen,kelas,status,bulan_tunggakan\n${card},ANGGOTA 50,PBPU,3,NONAKTIF,9\n0009000000051,ANGGOTA 51,?,3,AKTIF,\n`,
  );
  const imported = jangkau('members', 'import', file, '--quarantine', quarantine);
  expect([imported.status, imported.stderr]).toEqual([0, '']);
  expect(imported.stdout).toMatch(/rows read +2\n.*used +1\n/);
  expect(imported.stdout).toContain('line 3 (segmen)');
  expect(readFileSync(quarantine, 'utf8')).toBe('line,column,reason\n3,segmen,segment\n');
  expect(jangkau('members', 'import', file).stdout).toMatch(/unchanged +1\n/);

  const offer = JSON.parse(jangkau('rehab', 'quote', card, '--json').stdout);
  expect(offer).toMatchObject({
    arrears: { months: 9, amount: 315_000 },
    offer: { maxStages: 5, total: 490_000 },
  });
  expect(jangkau('rehab', 'join', card, '--stages', '3').stdout).toContain('Plan 1');
  expect(jangkau('rehab', 'join', card).status).toBe(2);
  const [plan] = JSON.parse(jangkau('rehab', 'list', '--json').stdout);
  expect(plan).toMatchObject({
    state: 'running',
    stages: 3,
    paidStages: 0,
    card: expect.stringContaining('*'),
  });
  expect(jangkau('rehab', 'stages', card).stdout).toMatch(/plan 1, REHAB v2/);
  expect(jangkau('rehab', 'stages', '0000000000009').status).toBe(3);
});
