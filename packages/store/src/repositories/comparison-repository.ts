import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { inArea, type Scope } from '../scope.ts';

export type ComparisonKind = 'newly-uncovered' | 'resolved' | 'changed';

export interface ComparisonCounts {
  newlyUncovered: number;
  newlyUncoveredNewResidents: number;
  resolved: number;
  changed: number;
  stillUncovered: number;
  gone: number;
}

/** The earlier and the later run. */
export interface ComparedRuns {
  a: { id: string; number: number };
  b: { id: string; number: number };
}

/** A resident of the later run and the same of the earlier one, if it was there. */
export interface ComparedKeys {
  a: number | null;
  b: number;
}

/**
 * Residents of two runs side by side, matched by the village register's own number. Numbers that the import
 * made up of lines (baris-12@7) say nothing across runs and are left out.
 */
export class ComparisonRepository {
  readonly #db: Db;
  readonly #system: Db;

  /** `system` compares whole registers, whoever asks first; `db` reads what the asker may see of it. */
  constructor(db: Db, system: Db) {
    this.#db = db;
    this.#system = system;
  }

  /** Ordered by village and name in the later run, after the resident with key `after` of that run. */
  async page(
    scope: Scope,
    runs: ComparedRuns,
    filter: { kind: ComparisonKind; area?: string | undefined; after?: number | undefined; limit: number },
  ): Promise<ComparedKeys[]> {
    await this.#prepare(runs);
    const position = filter.after === undefined ? undefined : await this.#position(runs, filter.after);
    const after = position
      ? sql`(area_code, name, b_key) > (${position.area_code}, ${position.name}, ${filter.after}::int)`
      : sql`true`;
    const { rows } = await sql<ComparedKeys>`
      SELECT a_key AS a, b_key AS b FROM compared_resident
      WHERE ${seen(scope, runs, filter.area)} AND kind = ${filter.kind} AND ${after}
      ORDER BY area_code, name, b_key LIMIT ${filter.limit + 1}`.execute(this.#db);
    return rows;
  }

  /** How many of each kind. */
  async counts(scope: Scope, runs: ComparedRuns, area: string | undefined): Promise<ComparisonCounts> {
    await this.#prepare(runs);
    const { rows } = await sql<ComparisonCounts>`
      SELECT count(*) FILTER (WHERE kind = 'newly-uncovered')::int AS "newlyUncovered",
        count(*) FILTER (WHERE kind = 'newly-uncovered' AND a_key IS NULL)::int AS "newlyUncoveredNewResidents",
        count(*) FILTER (WHERE kind = 'resolved')::int AS resolved,
        count(*) FILTER (WHERE kind = 'changed')::int AS changed,
        count(*) FILTER (WHERE kind = 'still-uncovered')::int AS "stillUncovered",
        count(*) FILTER (WHERE kind = 'gone')::int AS gone
      FROM compared_resident WHERE ${seen(scope, runs, area)}`.execute(this.#db);
    return rows[0] as ComparisonCounts;
  }

  /** Compares the runs unless it has been done; others who ask meanwhile wait. */
  async #prepare({ a, b }: ComparedRuns): Promise<void> {
    const done = async (db: Db) => {
      const { rows } = await sql`
        SELECT FROM run_comparison WHERE run_a = ${a.id} AND run_b = ${b.id}`.execute(db);
      return rows.length > 0;
    };
    if (await done(this.#system)) return;
    await this.#system.transaction().execute(async (tx) => {
      await sql`SELECT pg_advisory_xact_lock(${a.number}::int, ${b.number}::int)`.execute(tx);
      if (await done(tx)) return;
      await sql`SET LOCAL statement_timeout = '10min'`.execute(tx);
      await sql`SET LOCAL work_mem = '128MB'`.execute(tx);
      await sql`INSERT INTO run_comparison (run_a, run_b) VALUES (${a.id}, ${b.id})`.execute(tx);
      await sql`
        INSERT INTO compared_resident (run_a, run_b, kind, area_code, name, a_key, b_key)
        SELECT ${a.id}, ${b.id}, kind, coalesce(b_area, a_area), coalesce(b_name, a_name), a_key, b_key
        FROM (
          SELECT *, CASE
            WHEN b_key IS NULL THEN 'gone'
            WHEN b_card IS NULL AND (a_key IS NULL OR a_card IS NOT NULL) THEN 'newly-uncovered'
            WHEN b_card IS NULL THEN 'still-uncovered'
            WHEN a_key IS NOT NULL AND a_card IS NULL THEN 'resolved'
            WHEN a_card <> b_card THEN 'changed'
          END AS kind
          FROM (${residentsOf(a.number, 'a')}) a FULL JOIN (${residentsOf(b.number, 'b')}) b USING (no_penduduk)
        ) compared WHERE kind IS NOT NULL`.execute(tx);
    });
  }

  async #position(runs: ComparedRuns, key: number): Promise<{ area_code: string; name: string } | undefined> {
    const { rows } = await sql<{ area_code: string; name: string }>`
      SELECT area_code, name FROM resident_result
      WHERE run_number = ${runs.b.number} AND resident_key = ${key}`.execute(this.#db);
    return rows[0];
  }
}

function seen(scope: Scope, { a, b }: ComparedRuns, area: string | undefined): RawBuilder<unknown> {
  const code = sql.ref('area_code');
  return sql`run_a = ${a.id} AND run_b = ${b.id} AND ${scope.within(code)}
    AND ${area ? inArea(code, area) : sql`true`}`;
}

/** Residents of a run with the number of their card; columns begin with the letter of the run. */
function residentsOf(run: number, letter: 'a' | 'b'): RawBuilder<unknown> {
  const named = (column: string) => sql.ref(`${letter}_${column}`);
  return sql`
    SELECT r.no_penduduk, r.resident_key AS ${named('key')}, r.area_code AS ${named('area')},
      r.name AS ${named('name')}, m.no_kartu AS ${named('card')}
    FROM resident_result r
    LEFT JOIN member_result m ON m.run_number = ${run} AND m.member_key = r.member_key
    WHERE r.run_number = ${run} AND r.no_penduduk NOT LIKE '%baris-%@%'`;
}
