import { expect, test } from 'vitest';
import { allFlows } from './all-flows.ts';
import { closingText, outcomes, serviceTitles } from './closing-texts.ts';
import { readAnswers } from './read-answers.ts';

/** Services that make a request for a person. */
const recorded = [
  ...new Set(
    allFlows.flatMap(({ steps }) =>
      Object.values(steps).flatMap((step) => (step.kind === 'record' ? [step.service] : [])),
    ),
  ),
];

test('answers in words: choices by their titles, steps that only lead on are left out', () => {
  expect(readAnswers('E', { intro: 'go', field: 'born', value: '1990-08-17', check: 'send' })).toEqual([
    { label: 'Data', value: 'Tanggal lahir' },
    { label: 'Menjadi', value: '1990-08-17' },
  ]);
  expect(readAnswers('J', { 'job-ended': 'layoff', layoff: 'yes' })).toEqual([
    { label: 'Sebab berakhir', value: 'Kena PHK' },
  ]);
  expect(readAnswers('complaint', { about: 'clinic', story: 'antri lama' })).toEqual([
    { label: 'Tentang', value: 'Puskesmas atau klinik' },
    { label: 'Kejadian', value: 'antri lama' },
  ]);
  expect(readAnswers('unknown', { a: 'b' })).toEqual([]);
});

test.each(recorded)(
  'a request for service %s has a title and a closing message for every outcome',
  (service) => {
    expect(serviceTitles[service]).toBeTruthy();
    for (const outcome of outcomes) expect(closingText(service, outcome, 'P-000007')).toMatch(/P-000007/);
  },
);
