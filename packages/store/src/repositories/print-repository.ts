import { maskKk, maskNik, maskNumbersIn } from '@jangkau/kernel';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { restrictedKeys } from '../privacy/restricted-keys.ts';
import type { Scope } from '../scope.ts';

export interface PrintPerson {
  residentKey: number;
  banjar: string | null;
  name: string;
  sex: 'L' | 'P' | null;
  born: string | null;
  address: string | null;
  relation: string | null;
  household: string | null;
  nik: string | null;
  kind: 'uncovered' | 'inactive';
  reason: string | null;
  inactiveKind: string | null;
  pUncovered: number | null;
}

/** Lists for agents who go from door to door. */
export class PrintRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Uncovered and inactive residents of a village by banjar, households together; at most `limit`. */
  async village(
    scope: Scope,
    run: number,
    village: string,
    banjar: string | undefined,
    limit: number,
  ): Promise<PrintPerson[]> {
    const { rows } = await sql<PrintPerson>`
      SELECT r.resident_key AS "residentKey", r.banjar, r.name, r.sex, r.born, r.address, r.relation,
        r.kk::text AS household, r.nik::text AS nik,
        CASE WHEN r.member_key IS NULL THEN 'uncovered' ELSE 'inactive' END AS kind, r.reason,
        r.inactive_kind AS "inactiveKind", r.p_uncovered AS "pUncovered"
      FROM resident_result r
      WHERE r.run_number = ${run} AND r.area_code = ${village} AND ${scope.within(sql.ref('r.area_code'), sql.ref('r.banjar'))}
        AND (r.member_key IS NULL OR r.inactive_kind IS NOT NULL)
        AND ${banjar === undefined ? sql`true` : banjar === '' ? sql`r.banjar IS NULL` : sql`r.banjar = ${banjar}`}
      ORDER BY r.banjar NULLS LAST, r.address, r.kk, r.born, r.resident_key LIMIT ${limit}`.execute(this.#db);
    const { residents } = await restrictedKeys(this.#db, run);
    const printed = rows.filter((row) => !residents.has(row.residentKey));
    return printed.map((row) => ({
      ...row,
      household: row.household && maskKk(row.household),
      nik: row.nik && maskNik(row.nik),
      address: row.address && maskNumbersIn(row.address),
    }));
  }
}
