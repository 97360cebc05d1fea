import { expect, test } from 'vitest';
import { noEvidence } from './evidence.ts';
import { evidenceLines } from './evidence-lines.ts';

test('what was not said is not told', () => {
  expect(evidenceLines(noEvidence)).toEqual([]);
});

test('what was said is told in words, a no as well', () => {
  const said = {
    ...noEvidence,
    work: 'casual',
    inDtsen: false,
    dependants: 4,
    sktmOn: '2026-11-12',
  } as const;
  expect(evidenceLines(said).map(({ name, value }) => `${name.id}: ${value.id}`)).toEqual([
    'Pekerjaan: buruh harian atau musiman',
    'Hidup dari itu: 4 orang',
    'DTSEN: tidak tercatat',
    'SKTM: 12 November 2026',
  ]);
  expect(evidenceLines({ ...noEvidence, inDtsen: true, dtsenDecile: 3 })[0]?.value.en).toBe('decile 3');
});
