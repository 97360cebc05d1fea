import { expect, test } from 'vitest';
import { type BreachFact, breachClock, breachObstacleTo, foldBreach } from './breach.ts';

const by = 'pdp';
const opened = { knownAt: '2026-11-20T00:00:00Z', dueAt: '2026-11-23T00:00:00Z' };
const assessed: BreachFact = {
  type: 'assessed',
  at: '2026-11-20T03:00:00Z',
  by,
  dataKinds: ['identity', 'children'],
  people: [
    { area: '51.71.01.1001', people: 40 },
    { area: '51.03.01.1001', people: 2 },
  ],
  cause: 'Berkas terkirim ke alamat yang salah.',
  consequences: 'Penipuan.',
  disturbsPublic: false,
};
const told = (audience: 'authority' | 'subjects', sentAt: string): BreachFact => ({
  type: 'notified',
  at: sentAt,
  by,
  audience,
  means: 'surat',
  sentAt,
});

test('an assessment says how many people and whether specific data are among what was exposed', () => {
  expect(foldBreach([assessed])).toMatchObject({ stage: 'assessed', total: 42, specific: true });
});

test('the clock stops with the later of the two notices', () => {
  const first = foldBreach([assessed, told('subjects', '2026-11-21T00:00:00Z')]);
  expect(first.stoppedAt).toBeNull();
  expect(breachClock(opened, first, '2026-11-23T00:00:01Z')).toBe('overdue');
  const both = foldBreach([
    assessed,
    told('subjects', '2026-11-21T00:00:00Z'),
    told('authority', '2026-11-22T23:00:00Z'),
  ]);
  expect(both).toMatchObject({ stage: 'notified', stoppedAt: '2026-11-22T23:00:00Z' });
  expect(breachClock(opened, both, '2026-12-01T00:00:00Z')).toBe('met');
});

test('letters need an assessment, closing needs every notice, and what is closed stays closed', () => {
  expect(breachObstacleTo(foldBreach([]), 'letter-issued')).toBe('assess-first');
  expect(breachObstacleTo(foldBreach([assessed]), 'closed')).toBe('notices-missing');
  const publicToo = foldBreach([
    { ...assessed, disturbsPublic: true },
    told('subjects', opened.knownAt),
    told('authority', opened.knownAt),
  ]);
  expect(breachObstacleTo(publicToo, 'closed')).toBe('notices-missing');
  const all = foldBreach([assessed, told('subjects', opened.knownAt), told('authority', opened.knownAt)]);
  expect(breachObstacleTo(all, 'closed')).toBeUndefined();
  const closed = foldBreach([assessed, { type: 'closed', at: opened.dueAt, by, conclusion: 'Selesai.' }]);
  expect(breachObstacleTo(closed, 'assessed')).toBe('closed');
  expect(breachObstacleTo(closed, 'noted')).toBeUndefined();
});
