import { maskCard, maskNik } from '@jangkau/kernel';
import { sql } from 'kysely';

/** A member in a list; numbers masked. */
export interface MemberRow {
  memberId: number;
  householdId: number;
  name: string;
  sex: 'L' | 'P' | null;
  born: string | null;
  card: string;
  nik: string | null;
  areaCode: string | null;
  village: string | null;
  segment: string;
  class: number;
  active: boolean;
  inactiveKind: 'arrears' | 'lapsed' | 'ended' | null;
  reason: string;
  since: string;
  arrearsMonths: number;
  arrearsAmount: number;
}

/** Columns of a MemberRow; tables m (member) and s (member_status). */
export const memberColumns = sql`
  m.id AS "memberId", s.household_id AS "householdId", m.name, m.sex, m.born, m.card, m.nik::text AS nik,
  nullif(m.area_code, '') AS "areaCode", (SELECT a.name FROM area a WHERE a.code = m.area_code) AS village,
  s.segment, s.class, s.active, s.inactive_kind AS "inactiveKind", s.reason, s.since,
  s.arrears_months AS "arrearsMonths", s.arrears_amount AS "arrearsAmount"`;

/** A row with its numbers masked. */
export function maskMember(row: MemberRow): MemberRow {
  return {
    ...row,
    nik: row.nik && maskNik(row.nik),
    card: maskCard(row.card),
  };
}
