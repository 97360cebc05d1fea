import type { FactOfKind, FormPerson } from '@jangkau/pesiar';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** Somebody on a form with the numbers that belong to it. */
export interface FormApplicant {
  residentNo: string | null;
  /** Already in the member register. */
  memberId: number | null;
  name: string;
  sex: 'L' | 'P' | null;
  born: string | null;
  nik: string | null;
  kk: string | null;
  relation: FormPerson['relation'];
  coveredIn: string | null;
}

/** A form with everything its desk needs. */
export interface FormDetail {
  form: string;
  caseId: string;
  area: string;
  banjar: string | null;
  address: string | null;
  householdKey: string | null;
  handedInAt: string;
  body: FactOfKind<'registered'>['body'];
  people: FormApplicant[];
  subjectMemberId: number | null;
  /** Newborn: thirteen digits of the mother's card as typed. */
  motherCard: string | null;
}

/**
 * A form with the people on it: numbers as typed on the form, or as the newest register has them. Without people on
 * it, it is about the one the case is about. Reads numbers: for desks and letters, as the owner or the system.
 */
export async function formDetail(db: Db, form: string): Promise<FormDetail | undefined> {
  const { rows } = await sql<{
    caseId: string;
    area: string;
    banjar: string | null;
    address: string | null;
    householdKey: string | null;
    handedInAt: Date;
    body: FactOfKind<'registered'>['body'];
    name: string;
    sex: 'L' | 'P' | null;
    born: string | null;
    residentNo: string | null;
    memberId: number | null;
  }>`
    SELECT c.case_id AS "caseId", c.area_code AS area, c.banjar, c.address, c.household_key AS "householdKey",
      f.at AS "handedInAt", f.body, c.name, c.sex, c.born, c.resident_no AS "residentNo", c.subject_member_id AS "memberId"
    FROM case_fact f JOIN pesiar_case c ON c.case_id = f.case_id WHERE f.id = ${form}::uuid AND f.kind = 'registered'`.execute(
    db,
  );
  const [found] = rows;
  if (!found) return undefined;
  const self: FormPerson = { ...found, relation: 'head' };
  const listed = found.body.people.length > 0 ? found.body.people : [self];
  const numbers = await sql<{ residentNo: string; nik: string | null; kk: string | null }>`
    SELECT DISTINCT ON (r.no_penduduk) r.no_penduduk AS "residentNo", lpad(r.nik::text, 16, '0') AS nik,
      lpad(r.kk::text, 16, '0') AS kk
    FROM resident_result r JOIN run ON run.number = r.run_number AND run.state = 'done'
    WHERE r.no_penduduk = ANY (${listed.flatMap((one) => one.residentNo ?? [])}) ORDER BY r.no_penduduk, r.run_number DESC`.execute(
    db,
  );
  const typed = await sql<{ path: string; value: string }>`
    SELECT path, lpad(value::text, 16, '0') AS value FROM case_number WHERE fact_id = ${form}::uuid
    UNION ALL
    SELECT 'case.' || n.path, lpad(n.value::text, 16, '0') FROM case_number n JOIN case_fact f ON f.id = n.fact_id
    WHERE n.case_id = ${found.caseId}::uuid AND f.kind = 'identified'`.execute(db);
  const typedAt = new Map(typed.rows.map(({ path, value }) => [path, value]));
  const register = new Map(numbers.rows.map((row) => [row.residentNo, row]));
  const people = listed.map((one, i): FormApplicant => {
    const known = one.residentNo === null ? undefined : register.get(one.residentNo);
    const isSubject = one.residentNo !== null ? one.residentNo === found.residentNo : one.name === found.name;
    return {
      residentNo: one.residentNo,
      memberId: isSubject ? found.memberId : null,
      name: one.name,
      sex: one.sex,
      born: one.born,
      nik:
        typedAt.get(`people.${i}.nik`) ??
        known?.nik ??
        (isSubject ? (typedAt.get('case.nik') ?? null) : null),
      kk: known?.kk ?? typedAt.get('kk') ?? typedAt.get('case.kk') ?? null,
      relation: one.relation,
      coveredIn: one.coveredIn ?? null,
    };
  });
  const { body, caseId, area, banjar, address, householdKey, memberId } = found;
  return {
    form,
    caseId,
    area,
    banjar,
    address,
    householdKey,
    handedInAt: found.handedInAt.toISOString(),
    body,
    people,
    subjectMemberId: memberId,
    motherCard: typedAt.get('motherCard')?.slice(-13) ?? null,
  };
}
