import type { ErasureCounts } from '@jangkau/privacy';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { isPerson, type PersonKeys } from './person-keys.ts';

/** Rows an erasure would remove, or removed. */
export type ErasedRows = Omit<ErasureCounts, 'files'>;

/** What an erasure of this person would remove from the results of mappings. */
export async function countErasable(system: Db, person: PersonKeys): Promise<ErasedRows> {
  const { rows } = await sql<ErasedRows>`
    WITH r AS (SELECT run_number, resident_key FROM resident_result WHERE ${isPerson(person)})
    SELECT (SELECT count(*)::int FROM r) AS residents,
      (SELECT count(*)::int FROM candidate_result c JOIN r USING (run_number, resident_key)) AS candidates,
      (SELECT count(*)::int FROM compared_resident c ${comparedRuns}
        WHERE (a.number, c.a_key) IN (SELECT * FROM r) OR (b.number, c.b_key) IN (SELECT * FROM r)) AS comparisons,
      (SELECT count(*)::int FROM decision
        WHERE no_penduduk = ${person.noPenduduk} AND resident_name = ${person.name}) AS decisions`.execute(
    system,
  );
  return rows[0] as ErasedRows;
}

/** Folders of mappings that found this person, with the number each knows them by. */
export async function runFoldersOf(
  system: Db,
  person: PersonKeys,
): Promise<{ directory: string; noPenduduk: string; nik: string | null }[]> {
  const { rows } = await sql<{ directory: string; noPenduduk: string; nik: string | null }>`
    SELECT run.directory, r.no_penduduk AS "noPenduduk", r.nik::text AS nik
    FROM resident_result r JOIN run ON run.number = r.run_number WHERE ${isPerson(person, 'r')}`.execute(
    system,
  );
  return rows;
}

/**
 * Takes a person out of the results of every mapping: the row of the resident, the cards it was compared with,
 * comparisons of mappings, and the names, numbers and words of decisions about them. Lengths of lists follow;
 * counts of areas are figures of nobody and stay. Must run as the owner, in a transaction.
 */
export async function eraseResident(
  owner: Db,
  person: PersonKeys,
  requestNumber: number,
): Promise<ErasedRows> {
  const counts = await countErasable(owner, person);
  await sql`
    UPDATE list_count l SET n = l.n - gone.n FROM (
      SELECT run_number, list, area_code, count(*)::int AS n FROM (
        SELECT run_number, area_code, unnest(ARRAY['all',
          CASE WHEN member_key IS NULL THEN 'uncovered' ELSE 'linked' END,
          CASE WHEN inactive_kind IS NOT NULL THEN 'inactive' END,
          CASE WHEN p_uncovered > 0.05 AND p_uncovered < 0.95 THEN 'doubtful' END]) AS list
        FROM resident_result WHERE ${isPerson(person)}
      ) lists WHERE list IS NOT NULL GROUP BY 1, 2, 3
    ) gone WHERE l.run_number = gone.run_number AND l.list = gone.list AND l.area_code = gone.area_code`.execute(
    owner,
  );
  await sql`
    DELETE FROM compared_resident c USING run_comparison x JOIN run a ON a.id = x.run_a JOIN run b ON b.id = x.run_b
    WHERE x.run_a = c.run_a AND x.run_b = c.run_b AND (
      (a.number, c.a_key) IN (SELECT run_number, resident_key FROM resident_result WHERE ${isPerson(person)})
      OR (b.number, c.b_key) IN (SELECT run_number, resident_key FROM resident_result WHERE ${isPerson(person)}))`.execute(
    owner,
  );
  await sql`
    DELETE FROM candidate_result c USING resident_result r
    WHERE c.run_number = r.run_number AND c.resident_key = r.resident_key AND ${isPerson(person, 'r')}`.execute(
    owner,
  );
  await sql`
    UPDATE member_result m SET resident_key = NULL FROM resident_result r
    WHERE m.run_number = r.run_number AND m.resident_key = r.resident_key AND ${isPerson(person, 'r')}`.execute(
    owner,
  );
  await sql`DELETE FROM resident_result WHERE ${isPerson(person)}`.execute(owner);
  const erased = `dihapus-${requestNumber}`;
  await sql`
    UPDATE decision SET no_penduduk = ${erased}, no_kartu = ${erased}, resident_name = '-', member_name = '-', note = NULL
    WHERE no_penduduk = ${person.noPenduduk} AND resident_name = ${person.name}`.execute(owner);
  return counts;
}

const comparedRuns = sql`JOIN run a ON a.id = c.run_a JOIN run b ON b.id = c.run_b`;
