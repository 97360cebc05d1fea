import { maskCard, maskKk, maskNik, maskNumbersIn, maskPhone, maskRegisterNumber } from '@jangkau/kernel';
import { type RawBuilder, sql } from 'kysely';

/** A record of either register as people see it: numbers of persons masked. */
export interface PersonRecord {
  key: number;
  id: string;
  nik: string | null;
  kk: string | null;
  name: string;
  sex: 'L' | 'P' | null;
  birthplace: string | null;
  born: string | null;
  areaCode: string | null;
  village: string | null;
  district: string | null;
  regency: string | null;
  banjar: string | null;
  address: string | null;
  relation: string | null;
  occupation: string | null;
  phone: string | null;
  segment: string | null;
  class: string | null;
  status: string | null;
  inactiveKind: 'arrears' | 'lapsed' | 'ended' | 'unknown' | null;
}

/** Masks the numbers of a record that came from the database, those in its address too. */
export function masked(record: PersonRecord, register: 'resident' | 'member'): PersonRecord {
  return {
    ...record,
    id: register === 'member' ? maskCard(record.id) : maskRegisterNumber(record.id),
    nik: record.nik && maskNik(record.nik),
    kk: record.kk && maskKk(record.kk),
    phone: record.phone && maskPhone(record.phone),
    address: record.address && maskNumbersIn(record.address),
  };
}

/** Names of the areas of `code`, as a lateral join called `place`. */
export function placeOf(code: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`LEFT JOIN LATERAL (
    SELECT (SELECT name FROM area WHERE area.code = ${code}) AS village,
      (SELECT name FROM area WHERE area.code = left(${code}, 8)) AS district,
      (SELECT name FROM area WHERE area.code = left(${code}, 5)) AS regency
  ) place ON true`;
}

/** Columns of a PersonRecord from resident_result `r` with `place`; the card's data stay with the card. */
export const residentRecord = sql`
  r.resident_key AS key, r.no_penduduk AS id, r.nik::text AS nik, r.kk::text AS kk, r.name, r.sex, r.birthplace,
  r.born, nullif(r.area_code, '') AS "areaCode", place.village, place.district, place.regency, r.banjar,
  r.address, r.relation, r.occupation, r.phone, NULL AS segment, NULL AS class, NULL AS status,
  NULL AS "inactiveKind"`;

/** Columns of a PersonRecord from member_result `m` with `place`. */
export const memberRecord = sql`
  m.member_key AS key, m.no_kartu AS id, m.nik::text AS nik, m.kk::text AS kk, m.name, m.sex, NULL AS birthplace,
  m.born, nullif(m.area_code, '') AS "areaCode", place.village, place.district, place.regency, NULL AS banjar,
  m.address, NULL AS relation, NULL AS occupation, m.phone, m.segment, m.class, m.status,
  m.inactive_kind AS "inactiveKind"`;
