import { expect, test } from 'vitest';
import type { Evidence } from './evidence.ts';
import { evidenceLines } from './evidence-lines.ts';

const silent: Evidence = {
  work: 'not-said',
  employer: null,
  familyOfWorker: null,
  income: 'not-said',
  dependants: null,
  dtsenDecile: null,
  inDtsen: null,
  sktmOn: null,
  cannotWork: null,
};

test('what was not said is not told', () => {
  expect(evidenceLines(silent)).toEqual([]);
});

test('what was said is told in words, a no as well', () => {
  const said = { ...silent, work: 'casual', inDtsen: false, dependants: 4, sktmOn: '2026-11-12' } as const;
  expect(evidenceLines(said).map(({ name, value }) => `${name.id}: ${value.id}`)).toEqual([
    'Pekerjaan: buruh harian atau musiman',
    'Hidup dari itu: 4 orang',
    'DTSEN: tidak tercatat',
    'SKTM: 12 November 2026',
  ]);
  expect(evidenceLines({ ...silent, inDtsen: true, dtsenDecile: 3 })[0]?.value.en).toBe('decile 3');
});
