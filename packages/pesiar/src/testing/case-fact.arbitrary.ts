import fc from 'fast-check';
import type { CaseFact } from '../case/case-fact.ts';
import { outcomes, visitResults } from '../case/outcome.ts';
import { exitKinds } from '../exits/exit-kind.ts';
import { fact, factId, minuteAt, openedFact, visitFact } from './case-facts.ts';

const agent = fc.constantFrom('agen', 'lain');
const minute = fc.integer({ min: -3, max: 30 });
/** Facts point at each other, also at ones that are not there. */
const someFact = fc.integer({ min: 0, max: 12 }).map(factId);

const anyBody: fc.Arbitrary<(n: number) => CaseFact> = fc.oneof(
  agent.map((name) => (n: number) => fact(n, 'assigned', { agent: name, dueOn: '2026-12-01' })),
  agent.map((name) => (n: number) => fact(n, 'recalled', { agent: name, reason: 'x' })),
  fc.constantFrom(...visitResults).map((result) => (n: number) => visitFact(n, result)),
  fc
    .constantFrom('agrees' as const, 'refuses' as const)
    .map((answer) => (n: number) => fact(n, 'advocated', { where: 'home', answer })),
  fc
    .constantFrom(...exitKinds)
    .map((exit) => (n: number) => fact(n, 'registered', { exit, people: [], attachments: [] })),
  fc.tuple(someFact, fc.constantFrom('approved' as const, 'refused' as const)).map(
    ([form, verdict]) =>
      (n: number) =>
        fact(n, 'desk-decided', { desk: 'officer', form, verdict, reasons: [] }),
  ),
  fc.constant((n: number) =>
    fact(n, 'activated', { memberId: n, segment: 'PBPU', from: '2026-12-01', how: 'payment' }),
  ),
  fc.constantFrom(...outcomes).map((bucket) => (n: number) => fact(n, 'closed', { bucket, how: 'visit' })),
  fc.constant((n: number) => fact(n, 'reopened', { reason: 'x' })),
  fc.tuple(someFact, fc.array(someFact, { maxLength: 2 })).map(
    ([stands, setAside]) =>
      (n: number) =>
        fact(n, 'resolved-conflict', { stands, setAside }),
  ),
);

/** The facts of one case: opened once, and then anything, with clocks that run wild. */
export const caseHistory: fc.Arbitrary<CaseFact[]> = fc
  .array(fc.tuple(anyBody, minute), { maxLength: 12 })
  .map((made) => [
    openedFact(),
    ...made.map(([make, minutes], i) => {
      const one = make(i + 1);
      return { ...one, at: minuteAt(minutes) } as CaseFact;
    }),
  ]);
