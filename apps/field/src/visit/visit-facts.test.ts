import { classify } from '@jangkau/pesiar';
import type { SyncEvent } from '@jangkau/sync';
import { expect, test } from 'vitest';
import { newVisit, stepsOf, type VisitDraft } from './visit-draft.ts';
import { visitFacts } from './visit-facts.ts';

let n = 0;
const make = (kind: string, body: object): SyncEvent => ({
  id: `id-${++n}`,
  stream: 'case',
  kind,
  at: '2026-11-22T01:00:00.000Z',
  base: 1,
  body,
});
const begun = newVisit('case', '2026-11-22T00:50:00.000Z');
const facts = (draft: VisitDraft, visits = 0) =>
  visitFacts(
    draft,
    { visits, suggestion: classify(draft.evidence, '2026-11-22'), signature: 'ab', bucket: null },
    make,
  );
const kinds = (draft: VisitDraft, visits = 0) => facts(draft, visits).map(({ kind }) => kind);

test('nobody at home is a visit and nothing else', () => {
  const draft: VisitDraft = { ...begun, met: 'nobody', result: 'died' };
  expect(stepsOf(draft)).toEqual(['met', 'proof']);
  expect(kinds(draft)).toEqual(['visited']);
  expect(facts(draft)[0]?.body).toMatchObject({ result: 'no-one-home', met: 'nobody' });
});

test('what a neighbour knows closes the case without an identity', () => {
  expect(kinds({ ...begun, met: 'neighbour', result: 'moved' })).toEqual(['visited', 'closed']);
});

test('whoever refuses once is visited again', () => {
  const draft: VisitDraft = {
    ...begun,
    met: 'self',
    method: 'ktp-photo',
    sameness: 'same-person',
    result: 'refused',
  };
  expect(kinds(draft)).toEqual(['visited', 'identified']);
  expect(kinds(draft, 1)).toEqual(['visited', 'identified', 'closed']);
});

test('a registration follows the consent, and there is none without it', () => {
  const draft: VisitDraft = {
    ...begun,
    met: 'self',
    method: 'nik-typed',
    nik: '5171014101800000',
    sameness: 'same-person',
    result: 'found-uncovered',
    class: 'able',
    answer: 'agrees',
    exit: 'pbpu',
    consent: true,
    people: [
      {
        residentNo: 'P1',
        name: 'A',
        sex: 'P',
        born: '1980-01-01',
        relation: 'head',
        coveredIn: null,
        chosen: true,
      },
      {
        residentNo: 'P2',
        name: 'B',
        sex: 'L',
        born: null,
        relation: 'child',
        coveredIn: null,
        chosen: false,
      },
    ],
  };
  expect(kinds(draft)).toEqual([
    'visited',
    'identified',
    'classified',
    'advocated',
    'consented',
    'registered',
  ]);
  expect(facts(draft).at(-1)?.body).toMatchObject({ exit: 'pbpu', class: 3, people: [{ residentNo: 'P1' }] });
  expect(kinds({ ...draft, consent: false })).not.toContain('registered');
  expect(kinds({ ...draft, answer: 'thinks-about-it' })).toEqual([
    'visited',
    'identified',
    'classified',
    'advocated',
  ]);
});
