import { expect, test } from 'vitest';
import { type ExitQuestion, exitOptions } from './exit-options.ts';

const question: ExitQuestion = {
  class: 'able',
  evidence: null,
  reason: 'uncovered',
  subject: { born: '1980-01-01', segment: null, arrearsMonths: null },
  on: '2026-05-12',
  prioritas: false,
};
const kinds = (change: Partial<ExitQuestion>) =>
  exitOptions({ ...question, ...change }).map(({ kind }) => kind);

test('able pays itself: between 14 and 30 days, at once within a month after PBI', () => {
  const [pbpu] = exitOptions(question);
  expect(pbpu).toMatchObject({ kind: 'pbpu', from: '2026-05-26', until: '2026-06-11' });
  expect(exitOptions({ ...question, pbiEndedOn: '2026-05-01' })[0]?.from).toBe('2026-05-12');
});

test('unable goes to the Pemda, active the same day or from the next 1st; PBI first when DTSEN says poor', () => {
  expect(exitOptions({ ...question, class: 'unable' })[0]).toMatchObject({
    kind: 'pemda',
    from: '2026-06-01',
  });
  expect(exitOptions({ ...question, class: 'unable', prioritas: true })[0]?.from).toBe('2026-05-12');
  const poor = { inDtsen: true, dtsenDecile: 2 } as ExitQuestion['evidence'];
  expect(kinds({ class: 'unable', evidence: poor })).toEqual(['pbi', 'pemda', 'pbpu']);
});

test('working goes to the employer, arrears to reactivation, a baby to its 28 days', () => {
  expect(kinds({ class: 'working' })[0]).toBe('ppu');
  expect(kinds({ reason: 'inactive-arrears', class: null })).toEqual(['reactivation']);
  const baby = exitOptions({
    ...question,
    subject: { born: '2026-05-03', segment: null, arrearsMonths: null },
  })[0];
  expect(baby).toMatchObject({ kind: 'newborn', until: '2026-05-31' });
  const born = (day: string) => ({ subject: { born: day, segment: null, arrearsMonths: null } });
  const [late] = exitOptions({ ...question, ...born('2026-04-01') });
  expect(late).toMatchObject({
    kind: 'newborn',
    until: '2026-06-11',
    why: { id: expect.stringMatching(/^Lewat 28 hari/) },
  });
  expect(exitOptions({ ...question, ...born('2026-02-01') })[0]?.why.id).toMatch(/NIK bayi wajib/);
  expect(kinds(born('2025-05-12'))[0]).toBe('pbpu');
});
