import type { DatabaseReport } from '@jangkau/store';
import { expect, test } from 'vitest';
import { databaseFindings } from './database-findings.ts';
import { editDistance, settingsFindings } from './settings-findings.ts';

const now = new Date('2026-11-22T00:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const healthy: DatabaseReport = {
  version: 180_004,
  restoreUnfinished: false,
  migrations: { pending: [], unknown: [] },
  logins: { missing: [], closed: [], tooStrong: [] },
  now,
  latest: hoursAgo(1),
  runs: { running: [], interrupted: [] },
  lastBackup: hoursAgo(20),
  sealLagSeconds: 0,
  bytes: 5e7,
  sealedWith: ['0a1b2c3d'],
};

function faults(change: Partial<DatabaseReport>, serving = true): string[] {
  return databaseFindings({ ...healthy, ...change }, now, serving, ['0a1b2c3d', '11111111'])
    .filter(({ level }) => level !== 'ok')
    .map(({ check, level }) => `${check} ${level}`);
}

test('a healthy database has nothing to say', () => {
  expect(faults({})).toEqual([]);
});

test.each<[string, Partial<DatabaseReport>, boolean]>([
  ['database problem', { version: 170_002 }, true],
  ['keys problem', { sealedWith: ['0a1b2c3d', '99999999'] }, true],
  ['migrations warning', { migrations: { pending: ['0009-x'], unknown: [] } }, true],
  ['migrations problem', { migrations: { pending: [], unknown: ['0099-x'] } }, true],
  ['restore problem', { restoreUnfinished: true }, true],
  ['logins problem', { logins: { missing: [], closed: [], tooStrong: ['jangkau_app'] } }, true],
  ['logins warning', { logins: { missing: ['jangkau_app'], closed: [], tooStrong: [] } }, true],
  ['clock problem', { latest: hoursAgo(-3) }, true],
  ['clock warning', { now: new Date(now.getTime() + 60_000) }, true],
  ['runs warning', { runs: { running: [4], interrupted: [] } }, false],
  ['runs warning', { runs: { running: [], interrupted: [4] } }, true],
  ['backup warning', { lastBackup: null }, true],
  ['backup problem', { lastBackup: hoursAgo(40) }, true],
  ['audit problem', { sealLagSeconds: 1000 }, true],
])('says %s', (expected, change, serving) => {
  expect(faults(change, serving)).toEqual([expected]);
});

test('every fault says what to do, in both languages', () => {
  const findings = databaseFindings(
    { ...healthy, version: 1, lastBackup: null, latest: hoursAgo(-9) },
    now,
    true,
    [],
  );
  for (const finding of findings.filter(({ level }) => level !== 'ok')) {
    expect(finding.adviceId).toBeTruthy();
    expect(finding.adviceEn).toBeTruthy();
  }
});

test('names with a slip are noticed, values that cannot be used too, strangers not', () => {
  const known = ['PORT', 'HOST', 'DATABASE_URL', 'JANGKAU_BACKUP_DIR', 'JANGKAU_DATA_DIR'];
  const said = (environment: Record<string, string>, fault?: string) =>
    settingsFindings(environment, known, fault).map(({ level, id, adviceId }) =>
      `${level}: ${id} ${adviceId ?? ''}`.trim(),
    );
  expect(said({ PATH: '/bin', JANGKAU_DATA_DIR: 'x', HOME: '/', LANG: 'C' })).toEqual([
    'ok: Semua pengaturan dikenal.',
  ]);
  expect(said({ JANGKAU_BACKUPDIR: 'x' })[0]).toContain('Mungkin maksudnya JANGKAU_BACKUP_DIR');
  expect(said({ JANKAU_DATA_DIR: 'x' })[0]).toContain('Mungkin maksudnya JANGKAU_DATA_DIR');
  expect(said({ DATABSE_URL: 'x' })[0]).toContain('Mungkin maksudnya DATABASE_URL');
  expect(said({ JANGKAU_WARNA: 'biru' })[0]).toContain('tidak dikenal');
  expect(said({}, 'PORT: not a number')[0]).toContain('problem: Pengaturan tidak sah: PORT');
  expect(editDistance('ABCD', 'ABDC')).toBe(1);
});
