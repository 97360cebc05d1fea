import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseHistory } from '../testing/case-fact.arbitrary.ts';
import { caseState } from './case-state.ts';

test('the order of arrival and repetitions are without effect', () => {
  fc.assert(
    fc.property(
      caseHistory.chain((facts) =>
        fc.tuple(
          fc.constant(facts),
          fc.shuffledSubarray(facts, { minLength: facts.length }),
          fc.subarray(facts),
        ),
      ),
      ([facts, shuffled, again]) => {
        expect(caseState([...shuffled, ...again])).toEqual(caseState(facts));
      },
    ),
  );
});

test('a case is in one bucket when it is over and in none before', () => {
  fc.assert(
    fc.property(caseHistory, (facts) => {
      const state = caseState(facts);
      if (state === undefined) return;
      const over = state.phase === 'active' || state.phase === 'closed';
      expect(state.bucket !== null).toBe(over);
      expect(state.endedAt !== null).toBe(over);
      expect(state.phase === 'active').toBe(state.activeFrom !== null);
      if (state.phase === 'active') expect(state.bucket).toBe('registered');
    }),
  );
});

test('no visit is ever lost, unless a person set it aside', () => {
  fc.assert(
    fc.property(caseHistory, (facts) => {
      const aside = new Set(
        facts.flatMap((one) => (one.kind === 'resolved-conflict' ? one.body.setAside : [])),
      );
      const kept = facts.filter((one) => one.kind === 'visited' && !aside.has(one.id));
      const state = caseState(facts);
      if (state) expect(state.visits).toBe(kept.length);
    }),
  );
});
