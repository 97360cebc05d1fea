import type { KeptGround, RequestResult } from '@jangkau/privacy';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { type FoundPerson, findPerson } from './find-person.ts';
import type { Erasure, HeldTable } from './held/held-table.ts';
import { heldTables } from './held/held-tables.ts';
import type { PersonKeys } from './person-keys.ts';

/** What an erasure does, or did, in numbers, and on which grounds rows stay. */
export interface ErasedRows {
  done: RequestResult['done'];
  kept: KeptGround[];
}

type Step = Exclude<Erasure, { step: 'kept' }>;

/** What an erasure of this person would do. */
export async function countErasable(system: Db, keys: PersonKeys): Promise<ErasedRows> {
  return eraseEach(system, await findPerson(system, keys), (table, step, person) =>
    count(system, table, person, step),
  );
}

/** Folders of mappings that found this person, with the number each knows them by. */
export async function runFoldersOf(
  system: Db,
  keys: PersonKeys,
): Promise<{ directory: string; noPenduduk: string; nik: string | null }[]> {
  const { residents } = await findPerson(system, keys);
  const { rows } = await sql<{ directory: string; noPenduduk: string; nik: string | null }>`
    SELECT run.directory, r.no_penduduk AS "noPenduduk", r.nik::text AS nik
    FROM unnest(${residents.runs}::int[], ${residents.keys}::int[]) k (run, key)
    JOIN resident_result r ON r.run_number = k.run AND r.resident_key = k.key
    JOIN run ON run.number = k.run`.execute(system);
  return rows;
}

/**
 * Takes a person out of what is kept: rows are deleted or emptied as the tables of held/ say, and what the law
 * makes us keep stays. Lengths of lists follow; counts of areas are figures of nobody and stay. Must run as the
 * owner, in a transaction.
 */
export async function erasePerson(owner: Db, keys: PersonKeys, requestNumber: number): Promise<ErasedRows> {
  const person = await findPerson(owner, keys);
  await shortenLists(owner, person);
  // A card that was given to this person wrongly is somebody else's: only the link goes.
  await sql`
    UPDATE member_result m SET resident_key = NULL
    WHERE (m.run_number, m.resident_key) IN (
      SELECT * FROM unnest(${person.residents.runs}::int[], ${person.residents.keys}::int[]))`.execute(owner);
  const erased = await eraseEach(owner, person, async (table, step) => {
    const isTheirs = condition(table, person, step);
    const name = sql.table(table.table);
    const { numAffectedRows } =
      step.step === 'deleted'
        ? await sql`DELETE FROM ${name} t WHERE ${isTheirs}`.execute(owner)
        : await sql`UPDATE ${name} t SET ${assignments(step.set(requestNumber))} WHERE ${isTheirs}`.execute(
            owner,
          );
    return Number(numAffectedRows ?? 0);
  });
  // The words of their names go out of the lists of the search now, not with the next hundreds.
  await sql`SELECT post_waiting_names(1)`.execute(owner);
  return erased;
}

async function eraseEach(
  db: Db,
  person: FoundPerson,
  erase: (table: HeldTable, step: Step, person: FoundPerson) => Promise<number>,
): Promise<ErasedRows> {
  const result: ErasedRows = { done: [], kept: [] };
  const kept = new Set<KeptGround>();
  for (const table of heldTables)
    for (const one of table.erasure) {
      if (one.step !== 'kept') result.done.push({ what: one.what, count: await erase(table, one, person) });
      else if (!kept.has(one.ground) && (await count(db, table, person)) > 0) kept.add(one.ground);
    }
  return { ...result, kept: [...kept] };
}

async function count(db: Db, table: HeldTable, person: FoundPerson, step?: Step): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM ${sql.table(table.table)} t WHERE ${condition(table, person, step)}`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

function condition(table: HeldTable, person: FoundPerson, step?: Step) {
  return step?.only ? sql`${table.isTheirs(person)} AND ${step.only}` : table.isTheirs(person);
}

function assignments(values: ReturnType<Extract<Step, { step: 'emptied' }>['set']>) {
  return sql.join(Object.entries(values).map(([column, value]) => sql`${sql.ref(column)} = ${value}`));
}

async function shortenLists(owner: Db, { residents }: FoundPerson): Promise<void> {
  await sql`
    UPDATE list_count l SET n = l.n - gone.n FROM (
      SELECT run_number, list, area_code, count(*)::int AS n FROM (
        SELECT r.run_number, r.area_code, unnest(ARRAY['all',
          CASE WHEN r.member_key IS NULL THEN 'uncovered' ELSE 'linked' END,
          CASE WHEN r.inactive_kind IS NOT NULL THEN 'inactive' END,
          CASE WHEN r.p_uncovered > 0.05 AND r.p_uncovered < 0.95 THEN 'doubtful' END]) AS list
        FROM resident_result r WHERE (r.run_number, r.resident_key) IN (
          SELECT * FROM unnest(${residents.runs}::int[], ${residents.keys}::int[]))
      ) lists WHERE list IS NOT NULL GROUP BY 1, 2, 3
    ) gone WHERE l.run_number = gone.run_number AND l.list = gone.list AND l.area_code = gone.area_code`.execute(
    owner,
  );
}
