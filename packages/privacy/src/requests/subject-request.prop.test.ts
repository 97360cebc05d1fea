import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refusalGroundNames } from './refusal-grounds.ts';
import {
  foldRequest,
  obstacleTo,
  type RequestFact,
  requestClock,
  requestKinds,
  stopsProcessing,
} from './subject-request.ts';

const instant = (hour: number) =>
  `2026-11-${String(10 + Math.floor(hour / 24)).padStart(2, '0')}T${String(hour % 24).padStart(2, '0')}:00:00Z`;
const opened = fc.constantFrom(...requestKinds).map((kind) => ({
  kind,
  receivedAt: instant(0),
  dueAt: instant(72),
}));
const result = { done: [], kept: [] };
const fact = fc.oneof(
  fc.boolean().map((confirmed) => ({ type: 'identity-checked', method: 'ktp-shown', confirmed })),
  fc
    .record({
      decision: fc.constantFrom('granted', 'partly', 'refused'),
      grounds: fc.subarray(refusalGroundNames, { maxLength: 2 }),
    })
    .map((decision) => ({ type: 'decided', reason: 'alasan', ...decision })),
  fc.constant({ type: 'carried-out', result }),
  fc.constant({ type: 'letter-issued', letterId: 'x', number: '1' }),
  fc.constant({ type: 'restriction-lifted', reason: 'selesai' }),
  fc.constant({ type: 'taken-back', reason: 'tidak jadi' }),
  fc.constant({ type: 'noted', text: 'catatan' }),
) as fc.Arbitrary<Record<string, unknown>>;

/** Plays facts in order, leaving out those that are not allowed, an hour apart. */
function play(request: Parameters<typeof foldRequest>[0], wished: Record<string, unknown>[]): RequestFact[] {
  const facts: RequestFact[] = [];
  for (const [i, one] of wished.entries()) {
    const next = { ...one, at: instant(i + 1), by: 'petugas' } as RequestFact;
    if (obstacleTo(foldRequest(request, facts), next) === undefined) facts.push(next);
  }
  return facts;
}

test('nothing is carried out without a confirmed identity and a decision that allows it', () => {
  fc.assert(
    fc.property(opened, fc.array(fact, { maxLength: 12 }), (request, wished) => {
      const facts = play(request, wished);
      const done = facts.findIndex((one) => one.type === 'carried-out');
      if (done < 0) return;
      const before = foldRequest(request, facts.slice(0, done));
      expect(before.identityConfirmed).toBe(true);
      expect(['granted', 'partly']).toContain(before.decision);
      expect(facts.filter((one) => one.type === 'carried-out')).toHaveLength(1);
    }),
  );
});

test('a refusal always has its grounds, and processing stops only for those who asked for that', () => {
  fc.assert(
    fc.property(opened, fc.array(fact, { maxLength: 12 }), (request, wished) => {
      const state = foldRequest(request, play(request, wished));
      if (state.decision === 'refused') expect(state.grounds.length).toBeGreaterThan(0);
      if (state.restrictionInForce) expect(stopsProcessing(request.kind)).toBe(true);
    }),
  );
});

test('the clock stops once and for all', () => {
  fc.assert(
    fc.property(opened, fc.array(fact, { maxLength: 12 }), (request, wished) => {
      const facts = play(request, wished);
      let stopped: string | null = null;
      for (let n = 0; n <= facts.length; n++) {
        const state = foldRequest(request, facts.slice(0, n));
        if (stopped !== null) expect(state.stoppedAt).toBe(stopped);
        stopped = state.stoppedAt;
        const clock = requestClock(request, state, instant(100));
        expect(clock).toBe(stopped === null ? 'overdue' : 'met');
      }
    }),
  );
});
