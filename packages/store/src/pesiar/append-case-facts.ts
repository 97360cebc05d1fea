import {
  type CaseFact,
  type CaseFactKind,
  type CaseState,
  caseState,
  type FactConflict,
  factConflict,
} from '@jangkau/pesiar';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import type { Scope } from '../scope.ts';
import { factColumns, type KeptFact, keptFacts } from './case-row.ts';
import { LookedFor } from './looked-for.ts';
import { type TypedNumber, takeNumbersOut } from './numbers-of-people.ts';
import { WrittenFacts } from './written-facts.ts';

/** Why a fact is not taken in, by code. */
export type FactRefusal =
  | 'case-not-found'
  | 'case-exists'
  | 'not-own-fact'
  | 'not-in-scope'
  | 'kind-not-allowed'
  | 'fact-of-other-case'
  | 'consent-missing'
  | 'number-in-text';

/** What became of a fact. */
export type AppendedFact =
  | { id: string; outcome: 'accepted'; version: number }
  | { id: string; outcome: 'duplicate'; version: number }
  | { id: string; outcome: 'conflict'; since: KeptFact[]; words: FactConflict['words'] }
  | { id: string; outcome: 'refused'; code: FactRefusal };

/** Kinds that come from the field. The others are said by the office and the server. */
const fieldKinds: ReadonlySet<CaseFactKind> = new Set<CaseFactKind>([
  'opened',
  'visited',
  'identified',
  'classified',
  'advocated',
  'consented',
  'registered',
  'closed',
  'reopened',
  'resolved-conflict',
  'corrected',
]);

/**
 * Takes facts in, one after the other, each once by its id, and keeps the state of their cases. A fact whose maker had
 * not seen another one that it cannot stand beside is not taken in and comes back as a conflict with everything that
 * was not seen. A batch is judged in memory and written in a handful of statements. Works in the caller's transaction; appends of others wait until it ends, so that the order of `seq` is
 * the order in which facts become visible.
 * @param office true for the office and the server itself: all kinds are allowed
 */
export async function appendCaseFacts(
  db: Db,
  scope: Scope,
  facts: readonly CaseFact[],
  { office = false }: { office?: boolean } = {},
): Promise<AppendedFact[]> {
  if (facts.length === 0) return [];
  await sql`SELECT pg_advisory_xact_lock(7040)`.execute(db);
  const known = await factsOf(db, [...new Set(facts.map(({ caseId }) => caseId))]);
  const around: Around = {
    scope,
    office,
    elsewhere: await knownIds(db, facts),
    lookedFor: await lookedFor(db, residentsOf(facts, known)),
  };
  const written = new WrittenFacts();
  const answers = facts.map((fact) => {
    const before = known.get(fact.caseId) ?? [];
    const answer = judge(fact, before, around);
    if (!('accepted' in answer)) return answer;
    const { state, kept, numbers } = answer.accepted;
    const { version } = state;
    known.set(fact.caseId, [...before, { ...kept, version, seq: 0 } as KeptFact]);
    around.lookedFor.follow(state);
    written.add(state, kept, numbers, known.get(fact.caseId) ?? []);
    return { id: fact.id, outcome: 'accepted' as const, version };
  });
  await written.keep(db);
  return answers;
}

/** What a fact is judged against, besides its own case. */
interface Around {
  scope: Scope;
  office: boolean;
  /** Cases of ids that are taken. */
  elsewhere: ReadonlyMap<string, string>;
  lookedFor: LookedFor;
}

interface Accepted {
  accepted: { state: CaseState; kept: CaseFact; numbers: readonly TypedNumber[] };
}

/** Whether a fact is taken in, and what its case comes to with it. */
function judge(fact: CaseFact, before: readonly KeptFact[], around: Around): Accepted | AppendedFact {
  const { scope, office, elsewhere, lookedFor } = around;
  const { id } = fact;
  const refuse = (code: FactRefusal): AppendedFact => ({ id, outcome: 'refused', code });
  const same = before.find((one) => one.id === id);
  if (same) return { id, outcome: 'duplicate', version: same.version };
  if (elsewhere.has(id)) return refuse('fact-of-other-case');
  if (!scope.isSystem && fact.by !== scope.username) return refuse('not-own-fact');
  if (!office && !fieldKinds.has(fact.kind)) return refuse('kind-not-allowed');
  if (fact.kind === 'opened') {
    if (before.length > 0) return refuse('case-exists');
    const { area, banjar, residentNo } = fact.body.subject;
    if (!scope.coversRecord(area, banjar)) return refuse('not-in-scope');
    if (lookedFor.by(residentNo, fact.caseId)) return refuse('case-exists');
  } else if (before.length === 0) return refuse('case-not-found');
  if (fact.kind === 'corrected' && !isOwn(fact.body.fact, fact.by, before) && !office)
    return refuse('not-own-fact');
  // Whoever is registered must have agreed; what the office and the server do has its own basis.
  if (fact.kind === 'registered' && !office && caseState(before)?.consent !== true)
    return refuse('consent-missing');
  if (fact.kind === 'reopened' && lookedFor.by(caseState(before)?.subject.residentNo ?? null, fact.caseId))
    return refuse('case-exists');
  const since = before.filter(({ version }) => version > fact.base);
  const conflict = factConflict(fact, since);
  if (conflict) return { id, outcome: 'conflict', since, words: conflict.words };
  const { body, numbers } = takeNumbersOut(fact.body);
  if (holdsNumber(body)) return refuse('number-in-text');
  const kept = { ...fact, body } as CaseFact;
  return { accepted: { state: caseState([...before, kept]) as CaseState, kept, numbers } };
}

/** Facts of cases within reach, by case, in their order. */
async function factsOf(db: Db, cases: readonly string[]): Promise<Map<string, KeptFact[]>> {
  const { rows } = await sql`
    SELECT ${factColumns} FROM case_fact f WHERE f.case_id = ANY (${cases}::uuid[]) ORDER BY f.case_id, f.version`.execute(
    db,
  );
  return Map.groupBy(keptFacts(rows), ({ caseId }) => caseId);
}

async function knownIds(db: Db, facts: readonly CaseFact[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; caseId: string }>`
    SELECT id, case_id AS "caseId" FROM case_fact WHERE id = ANY (${facts.map(({ id }) => id)}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map(({ id, caseId }) => [id, caseId]));
}

/** Whether a field other than the number of the village register holds the number of a person. */
function holdsNumber(body: unknown): boolean {
  const text = JSON.stringify(body).replace(/"residentNo":"\d{16}"/g, '');
  return /(^|[^0-9a-f])\d{16}([^0-9a-f]|$)/.test(text);
}

function isOwn(id: string, by: string, before: readonly KeptFact[]): boolean {
  return before.some((fact) => fact.id === id && fact.by === by);
}

/** Residents whose open cases matter to these facts: those to be opened, and those to be opened again. */
function residentsOf(facts: readonly CaseFact[], known: ReadonlyMap<string, KeptFact[]>): string[] {
  return facts.flatMap((fact) => {
    if (fact.kind === 'opened') return fact.body.subject.residentNo ?? [];
    if (fact.kind !== 'reopened') return [];
    const opened = known.get(fact.caseId)?.find((one) => one.kind === 'opened');
    return opened?.body.subject.residentNo ?? [];
  });
}

async function lookedFor(db: Db, residents: readonly string[]): Promise<LookedFor> {
  if (residents.length === 0) return new LookedFor([]);
  const { rows } = await sql<{ residentNo: string; caseId: string }>`
    SELECT resident_no AS "residentNo", case_id AS "caseId" FROM pesiar_case
    WHERE resident_no = ANY (${residents}) AND bucket IS NULL`.execute(db);
  return new LookedFor(rows);
}
