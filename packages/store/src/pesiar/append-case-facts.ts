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
import { addApplication } from './add-application.ts';
import { caseRowOf, factColumns, type KeptFact, keepCaseRow, keptFacts } from './case-row.ts';
import { takeNumbersOut } from './numbers-of-people.ts';

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
 * was not seen. Works in the caller's transaction; appends of others wait until it ends, so that the order of `seq` is
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
  const elsewhere = await knownIds(db, facts);
  const answers: AppendedFact[] = [];
  for (const fact of facts) {
    const before = known.get(fact.caseId) ?? [];
    const answer = await append(db, scope, fact, before, elsewhere, office);
    if (answer.outcome === 'accepted')
      known.set(fact.caseId, [
        ...before,
        { ...fact, body: takeNumbersOut(fact.body).body, version: answer.version, seq: 0 } as KeptFact,
      ]);
    answers.push(answer);
  }
  return answers;
}

async function append(
  db: Db,
  scope: Scope,
  fact: CaseFact,
  before: readonly KeptFact[],
  elsewhere: ReadonlyMap<string, string>,
  office: boolean,
): Promise<AppendedFact> {
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
    if (residentNo !== null && (await isLookedFor(db, residentNo))) return refuse('case-exists');
  } else if (before.length === 0) return refuse('case-not-found');
  if (fact.kind === 'corrected' && !isOwn(fact.body.fact, fact.by, before) && !office)
    return refuse('not-own-fact');
  // Whoever is registered must have agreed; what the office and the server do has its own basis.
  if (fact.kind === 'registered' && !office && caseState(before)?.consent !== true)
    return refuse('consent-missing');
  if (fact.kind === 'reopened') {
    const { residentNo } = caseState(before)?.subject ?? {};
    if (residentNo && (await isLookedFor(db, residentNo, fact.caseId))) return refuse('case-exists');
  }
  const since = before.filter(({ version }) => version > fact.base);
  const conflict = factConflict(fact, since);
  if (conflict) return { id, outcome: 'conflict', since, words: conflict.words };
  const { body, numbers } = takeNumbersOut(fact.body);
  if (holdsNumber(body)) return refuse('number-in-text');
  const kept = { ...fact, body } as CaseFact;
  const state = caseState([...before, kept]) as CaseState;
  const opened = [...before, kept].find((one) => one.kind === 'opened');
  const { area, banjar } = state.subject;
  await keepCaseRow(caseRowOf(state, opened?.body.probability ?? null)).execute(db);
  await sql`
    INSERT INTO case_fact (id, case_id, version, kind, at, made_by, device, base, body, area_code, banjar)
    VALUES (${id}, ${fact.caseId}, ${state.version}, ${fact.kind}, ${fact.at}, ${fact.by}, ${fact.device}, ${fact.base},
      ${JSON.stringify(body)}, ${area}, ${banjar})`.execute(db);
  for (const { path, value } of numbers)
    await sql`
      INSERT INTO case_number (fact_id, path, case_id, value, area_code, banjar)
      VALUES (${id}, ${path}, ${fact.caseId}, ${value}::bigint, ${area}, ${banjar})`.execute(db);
  if (kept.kind === 'visited') await keepPoint(db, state, kept.body.point);
  if (kept.kind === 'registered') await addApplication(db, state, kept);
  return { id, outcome: 'accepted', version: state.version };
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

async function isLookedFor(db: Db, residentNo: string, besides?: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM pesiar_case WHERE resident_no = ${residentNo} AND bucket IS NULL
      AND case_id IS DISTINCT FROM ${besides ?? null}::uuid LIMIT 1`.execute(db);
  return rows.length > 0;
}

/** Whether a field other than the number of the village register holds the number of a person. */
function holdsNumber(body: unknown): boolean {
  const text = JSON.stringify(body).replace(/"residentNo":"\d{16}"/g, '');
  return /(^|[^0-9a-f])\d{16}([^0-9a-f]|$)/.test(text);
}

function isOwn(id: string, by: string, before: readonly KeptFact[]): boolean {
  return before.some((fact) => fact.id === id && fact.by === by);
}

/** Remembers where the family lives, when this was measured more surely than before. */
async function keepPoint(
  db: Db,
  { subject }: CaseState,
  point: { lat: number; lon: number; accuracy: number } | null,
): Promise<void> {
  if (!point || subject.householdKey === null || point.accuracy > 100) return;
  await sql`
    INSERT INTO household_point (area_code, household_key, lat, lon, accuracy)
    VALUES (${subject.area}, ${subject.householdKey}, ${point.lat}, ${point.lon}, ${point.accuracy})
    ON CONFLICT (area_code, household_key) DO UPDATE
      SET lat = excluded.lat, lon = excluded.lon, accuracy = excluded.accuracy
      WHERE household_point.accuracy > excluded.accuracy`.execute(db);
}
