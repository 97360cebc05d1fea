import { expect, test } from 'vitest';
import { fact, factId, openedFact, visitFact } from '../testing/case-facts.ts';
import { caseState } from './case-state.ts';
import { closesAs } from './outcome.ts';

const form = (n: number, exit: 'pemda' | 'pbpu' = 'pemda') =>
  fact(n, 'registered', { exit, people: [], attachments: [] });

test('a case goes from the list to active, step by step', () => {
  const steps = [
    openedFact(),
    fact(1, 'assigned', { agent: 'agen', dueOn: '2026-12-01' }),
    visitFact(2, 'found-uncovered'),
    fact(3, 'advocated', { where: 'home', answer: 'agrees' }),
    form(4),
    fact(5, 'desk-decided', {
      desk: 'dinas-sosial',
      form: factId(4),
      verdict: 'approved',
      reasons: [],
      from: '2026-12-01',
    }),
    fact(6, 'activated', { memberId: 7, segment: 'PBPU_PEMDA', from: '2026-12-01', how: 'list' }),
  ];
  const phases = steps.map((_, i) => caseState(steps.slice(0, i + 1))?.phase);
  expect(phases).toEqual(['open', 'assigned', 'visited', 'advocated', 'registered', 'registered', 'active']);
  expect(caseState(steps)).toMatchObject({
    version: 7,
    bucket: 'registered',
    activeFrom: '2026-12-01',
    memberId: 7,
    exit: { status: 'approved' },
  });
});

test('a refused form sends the case back to the agent; a new form waits again', () => {
  const facts = [
    openedFact(),
    fact(1, 'assigned', { agent: 'agen', dueOn: null }),
    fact(3, 'advocated', { where: 'home', answer: 'agrees' }),
    form(4),
    fact(5, 'desk-decided', {
      desk: 'dinas-sosial',
      form: factId(4),
      verdict: 'refused',
      reasons: ['over-quota'],
    }),
  ];
  expect(caseState(facts)).toMatchObject({ phase: 'advocated', bucket: null, exit: { status: 'refused' } });
  expect(caseState([...facts, form(6, 'pbpu')])).toMatchObject({
    phase: 'registered',
    exit: { kind: 'pbpu', status: 'waiting', reasons: [] },
  });
});

test('a word of a desk counts even when the phone’s clock was ahead of the desk’s', () => {
  const early = fact(1, 'desk-decided', {
    desk: 'officer',
    form: factId(9),
    verdict: 'approved',
    reasons: [],
  });
  expect(caseState([openedFact(), early, form(9)])?.exit?.status).toBe('approved');
});

test('recalling takes the agent away and no visit is lost', () => {
  const facts = [
    openedFact(),
    fact(1, 'assigned', { agent: 'agen', dueOn: null }),
    fact(2, 'recalled', { agent: 'agen', reason: 'pindah wilayah' }),
    fact(3, 'assigned', { agent: 'lain', dueOn: null }),
    visitFact(4, 'no-one-home', { by: 'agen' }),
  ];
  expect(caseState(facts)).toMatchObject({ agent: 'lain', visits: 1, lastVisit: { by: 'agen' } });
});

test('closing twice leaves one bucket; reopening takes it away', () => {
  const close = (n: number, bucket: 'died' | 'moved') => fact(n, 'closed', { bucket, how: 'visit' });
  const twice = [openedFact(), close(1, 'died'), close(2, 'moved')];
  expect(caseState(twice)).toMatchObject({ phase: 'closed', bucket: 'moved', endedAt: close(2, 'died').at });
  expect(caseState([...twice, fact(3, 'reopened', { reason: 'salah' })])).toMatchObject({
    phase: 'open',
    bucket: null,
    endedAt: null,
  });
});

test('what a person set aside stays on record and does not count', () => {
  const facts = [
    openedFact(),
    fact(1, 'closed', { bucket: 'died', how: 'office' }),
    fact(2, 'closed', { bucket: 'moved', how: 'visit' }),
    fact(3, 'resolved-conflict', { stands: factId(1), setAside: [factId(2)] }),
  ];
  expect(caseState(facts)).toMatchObject({ bucket: 'died', version: 4 });
});

test('a corrected fact counts with its new words', () => {
  const visit = visitFact(1, 'moved');
  const facts = [
    openedFact(),
    visit,
    fact(2, 'corrected', {
      fact: visit.id,
      body: { ...visit.body, result: 'not-at-address' },
      reason: 'salah ketuk',
    }),
  ];
  expect(caseState(facts)?.lastVisit?.result).toBe('not-at-address');
});

test('nothing is known before the case is opened', () => {
  expect(caseState([visitFact(1, 'moved')])).toBeUndefined();
});

test('who refuses is visited again before it counts', () => {
  expect(closesAs('refused', 1)).toBeUndefined();
  expect(closesAs('refused', 2)).toBe('refused');
  expect(closesAs('died', 1)).toBe('died');
  expect(closesAs('found-uncovered', 9)).toBeUndefined();
});
