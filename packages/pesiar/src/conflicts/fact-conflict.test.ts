import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseFact } from '../case/case-fact.ts';
import { caseHistory } from '../testing/case-fact.arbitrary.ts';
import { fact, visitFact } from '../testing/case-facts.ts';
import { factConflict } from './fact-conflict.ts';

const closed = (n: number, bucket: 'died' | 'moved', by = 'kantor') =>
  fact(n, 'closed', { bucket, how: 'office' }, { by });
const registered = (n: number, exit: 'pemda' | 'pbpu', by = 'lain') =>
  fact(n, 'registered', { exit, people: [], attachments: [] }, { by });

test('two ends of one case clash, in words for a person', () => {
  const found = factConflict(closed(2, 'moved', 'agen'), [closed(1, 'died')]);
  expect(found?.words.id).toBe('Kasus ini sudah ditutup oleh kantor: Meninggal.');
  expect(factConflict(closed(2, 'died', 'agen'), [closed(1, 'died')])).toBeUndefined();
});

test('a form against a closed case, another form or cover that began', () => {
  expect(factConflict(registered(2, 'pbpu', 'agen'), [registered(1, 'pemda')])?.words.en).toContain(
    'you wrote “Self-paid (PBPU), whole family”, lain wrote “Proposal to the regional government”',
  );
  expect(factConflict(registered(2, 'pbpu'), [closed(1, 'died')])).toBeDefined();
  const active = fact(1, 'activated', { memberId: 1, segment: 'PBPU', from: '2026-12-01', how: 'list' });
  expect(factConflict(registered(2, 'pbpu'), [active])?.words.id).toContain('aktif sejak 2026-12-01');
});

test('a visit never clashes with anything', () => {
  fc.assert(
    fc.property(caseHistory, (since: CaseFact[]) => {
      expect(factConflict(visitFact(40, 'moved'), since)).toBeUndefined();
    }),
  );
});

test('a fact never clashes with itself', () => {
  fc.assert(
    fc.property(caseHistory, (facts) => {
      for (const one of facts) expect(factConflict(one, [one])).toBeUndefined();
    }),
  );
});
