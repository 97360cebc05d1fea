import { expect, test } from 'vitest';
import { backupName, momentOfName } from './backup-name.ts';
import { keptBackups } from './kept-backups.ts';

const rule = { daily: 7, weekly: 4, monthly: 12 };
const nightly = (days: number): string[] =>
  Array.from({ length: days }, (_, i) =>
    backupName(new Date(Date.UTC(2026, 10, 22, 17, 30) - i * 86_400_000), 'Asia/Makassar', i % 2 === 0),
  );

test('a name carries the local moment', () => {
  expect(backupName(new Date('2026-11-21T17:30:05Z'), 'Asia/Makassar', false)).toBe(
    'jangkau-20261122-013005.tar',
  );
  expect(momentOfName('jangkau-20261122-013005.tar.age')).toBe('2026-11-22 01:30:05');
  for (const name of ['jangkau.tar', '.jangkau-20261122-013005.tar.7.part', 'data.tar'])
    expect(momentOfName(name)).toBeUndefined();
});

test('seven days, four weeks and twelve months stay of two years of nights', () => {
  const kept = [...keptBackups(nightly(730), rule)]
    .map((name) => momentOfName(name)?.slice(0, 10))
    .sort()
    .reverse();
  expect(kept.slice(0, 7)).toEqual(nightly(7).map((name) => momentOfName(name)?.slice(0, 10)));
  // Weeks begin on Monday; 23 November 2026 is one, so its week has one night so far.
  expect(kept).toEqual(expect.arrayContaining(['2026-11-22', '2026-11-15', '2026-11-08']));
  expect(kept).toEqual(expect.arrayContaining(['2026-10-31', '2026-01-31', '2025-12-31']));
  expect(kept.length).toBe(7 + 2 + 11);
});

test('several a day: the last one stays, for the day and for the week', () => {
  const names = ['jangkau-20261101-090000.tar', 'jangkau-20261101-170000.tar', 'jangkau-20261101-120000.tar'];
  expect([...keptBackups(names, rule)]).toEqual(['jangkau-20261101-170000.tar']);
});

test('the newest stays whatever the rule, strangers are not ours to keep or remove', () => {
  const kept = keptBackups([...nightly(3), 'foto.jpg'], { daily: 0, weekly: 0, monthly: 0 });
  expect([...kept]).toEqual([nightly(1)[0]]);
});

test('silence removes nothing older', () => {
  expect(keptBackups(['jangkau-20240101-013000.tar'], rule).size).toBe(1);
});
