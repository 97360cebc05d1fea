import type { FormPerson } from '@jangkau/pesiar';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** Everyone on the family card of a resident by the newest register, as a form names them. */
export async function familyOfResident(db: Db, residentNo: string): Promise<FormPerson[]> {
  const { rows } = await sql<FormPerson>`
    WITH newest AS (SELECT max(number) AS number FROM run WHERE state = 'done')
    SELECT r.no_penduduk AS "residentNo", r.name, r.sex, r.born,
      CASE WHEN r.relation ILIKE 'kepala%' THEN 'head' WHEN r.relation ILIKE 'istri%' OR r.relation ILIKE 'suami%' THEN 'spouse'
        WHEN r.relation ILIKE 'anak%' THEN 'child' WHEN r.relation ILIKE 'orang tua%' OR r.relation ILIKE 'mertua%' THEN 'parent'
        ELSE 'other' END AS relation,
      CASE WHEN r.member_key IS NOT NULL AND r.inactive_kind IS NULL THEN r.segment END AS "coveredIn"
    FROM resident_result o
    JOIN resident_result r ON r.run_number = o.run_number AND (r.resident_key = o.resident_key OR r.kk = o.kk)
    WHERE o.run_number = (SELECT number FROM newest) AND o.no_penduduk = ${residentNo}
    ORDER BY r.born NULLS LAST, r.name LIMIT 20`.execute(db);
  return rows;
}
