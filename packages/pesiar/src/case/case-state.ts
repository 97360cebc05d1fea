import type { PayerClass } from '../classify/payer-class.ts';
import type { ExitKind } from '../exits/exit-kind.ts';
import type { CaseFact, CaseFactKind, FactOfKind } from './case-fact.ts';
import type { CaseSubject, OpenReason } from './case-subject.ts';
import type { Outcome, VisitResult } from './outcome.ts';

/** How far a case is. `active` and `closed` are its two ends. */
export const casePhases = [
  'open',
  'assigned',
  'visited',
  'advocated',
  'registered',
  'active',
  'closed',
] as const;
export type CasePhase = (typeof casePhases)[number];

/** How a form of registration stands at its desk. */
export type ExitStatus = 'waiting' | 'approved' | 'refused' | 'lapsed' | 'withdrawn';

/** Where a case stands: a fold over its facts, in whatever order they came. */
export interface CaseState {
  readonly caseId: string;
  /** Number of facts. */
  readonly version: number;
  readonly phase: CasePhase;
  /** Exactly one when the case is over, otherwise null. */
  readonly bucket: Outcome | null;
  readonly reason: OpenReason;
  readonly subject: CaseSubject;
  readonly run: number | null;
  readonly agent: string | null;
  readonly dueOn: string | null;
  readonly visits: number;
  readonly lastVisit: { readonly at: string; readonly by: string; readonly result: VisitResult } | null;
  readonly identity: FactOfKind<'identified'>['body']['result'] | null;
  readonly class: PayerClass | null;
  readonly advocacy: FactOfKind<'advocated'>['body']['answer'] | null;
  readonly consent: boolean | null;
  readonly exit: {
    readonly kind: ExitKind;
    /** The fact with the form. */
    readonly form: string;
    readonly at: string;
    readonly status: ExitStatus;
    readonly reasons: readonly string[];
    readonly from: string | null;
    readonly until: string | null;
  } | null;
  readonly activeFrom: string | null;
  readonly memberId: number | null;
  readonly openedAt: string;
  /** First of each, ISO instants; they stay when the case goes back a step. */
  readonly assignedAt: string | null;
  readonly visitedAt: string | null;
  readonly advocatedAt: string | null;
  readonly registeredAt: string | null;
  readonly endedAt: string | null;
  readonly lastAt: string;
}

/** Facts in the order in which they count: by the maker's clock, then by id. Twice the same fact is one. */
export function inOrder(facts: readonly CaseFact[]): CaseFact[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return [...byId.values()].sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
}

/**
 * Where a case stands after these facts. The order in which they arrived is without effect: they count by clock
 * and id. Facts a person set aside in a conflict stay on record and do not count; a corrected fact counts with its
 * new words. Undefined without an `opened` fact: what came before it waits.
 */
export function caseState(facts: readonly CaseFact[]): CaseState | undefined {
  const all = inOrder(facts);
  const counted = standing(all);
  const opened = counted.find(isKind('opened'));
  if (!opened) return undefined;
  const last = <K extends CaseFactKind>(...kinds: K[]) =>
    counted.findLast((fact): fact is FactOfKind<K> => (kinds as string[]).includes(fact.kind));
  const first = <K extends CaseFactKind>(...kinds: K[]) =>
    counted.find((fact): fact is FactOfKind<K> => (kinds as string[]).includes(fact.kind));
  const visits = counted.filter(isKind('visited'));
  const visit = visits.at(-1);
  const holder = last('assigned', 'recalled');
  const end = last('activated', 'closed', 'reopened');
  const activated = end?.kind === 'activated' ? end : undefined;
  const bucket = activated ? 'registered' : end?.kind === 'closed' ? end.body.bucket : null;
  const exit = exitOf(counted);
  const advocated = last('advocated');
  return {
    caseId: opened.caseId,
    version: all.length,
    phase: phaseOf({
      bucket,
      active: activated !== undefined,
      exit,
      advocated: advocated !== undefined,
      visits: visits.length,
      assigned: holder?.kind === 'assigned',
    }),
    bucket,
    reason: opened.body.reason,
    subject: opened.body.subject,
    run: opened.body.run,
    agent: holder?.kind === 'assigned' ? holder.body.agent : null,
    dueOn: holder?.kind === 'assigned' ? holder.body.dueOn : null,
    visits: visits.length,
    lastVisit: visit ? { at: visit.at, by: visit.by, result: visit.body.result } : null,
    identity: last('identified')?.body.result ?? null,
    class: last('classified')?.body.class ?? null,
    advocacy: advocated?.body.answer ?? null,
    consent: last('consented')?.body.given ?? null,
    exit,
    activeFrom: activated?.body.from ?? null,
    memberId: activated?.body.memberId ?? opened.body.subject.memberId,
    openedAt: opened.at,
    assignedAt: first('assigned')?.at ?? null,
    visitedAt: first('visited')?.at ?? null,
    advocatedAt: first('advocated')?.at ?? null,
    registeredAt: first('registered')?.at ?? null,
    endedAt: bucket === null ? null : (end?.at ?? null),
    lastAt: (all.at(-1) as CaseFact).at,
  };
}

/** Facts that count: not set aside in a conflict, and with corrected words. */
function standing(all: readonly CaseFact[]): CaseFact[] {
  const aside = new Set(all.filter(isKind('resolved-conflict')).flatMap(({ body }) => body.setAside));
  const words = new Map(
    all
      .filter(isKind('corrected'))
      .filter((fact) => !aside.has(fact.id))
      .map(({ body }) => [body.fact, body.body]),
  );
  return all
    .filter((fact) => !aside.has(fact.id))
    .map((fact) => {
      const body = words.get(fact.id);
      return body === undefined ? fact : ({ ...fact, body } as unknown as CaseFact);
    });
}

/** The last form handed in, with the last word of a desk about it. Words name their form, so clocks do not matter. */
function exitOf(counted: readonly CaseFact[]): CaseState['exit'] {
  const form = counted.findLast(isKind('registered'));
  if (!form) return null;
  const word = counted.filter(isKind('desk-decided')).findLast(({ body }) => body.form === form.id)?.body;
  return {
    kind: form.body.exit,
    form: form.id,
    at: form.at,
    status: word?.verdict ?? 'waiting',
    reasons: word?.reasons ?? [],
    from: word?.from ?? null,
    until: word?.until ?? null,
  };
}

function phaseOf(known: {
  bucket: Outcome | null;
  active: boolean;
  exit: CaseState['exit'];
  advocated: boolean;
  visits: number;
  assigned: boolean;
}): CasePhase {
  if (known.bucket !== null) return known.active ? 'active' : 'closed';
  if (known.exit?.status === 'waiting' || known.exit?.status === 'approved') return 'registered';
  if (known.advocated) return 'advocated';
  if (known.visits > 0) return 'visited';
  return known.assigned ? 'assigned' : 'open';
}

function isKind<K extends CaseFactKind>(kind: K): (fact: CaseFact) => fact is FactOfKind<K> {
  return (fact): fact is FactOfKind<K> => fact.kind === kind;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
