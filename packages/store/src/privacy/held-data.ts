import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { isPerson, type PersonKeys } from './person-keys.ts';
import { instant } from './subject-requests.ts';

/** One kind of data held on a person: its name for people, and its rows with readable column names. */
export interface HeldData {
  section: string;
  rows: Record<string, string | number | null>[];
}

/**
 * Everything held on one person, numbers in full: it is theirs. Data of others (relatives, reviewers) stay out.
 * Read as the system, because a person may have lived in areas the officer does not see.
 */
export async function heldDataOf(system: Db, person: PersonKeys): Promise<HeldData[]> {
  const rows = async (query: ReturnType<typeof sql>) =>
    (await (query as ReturnType<typeof sql<Record<string, string | number | null>>>).execute(system)).rows;
  const mine = isPerson(person, 'r');
  const runs = sql`JOIN run ON run.number = r.run_number AND run.state = 'done'`;
  return [
    {
      section: 'Register penduduk, menurut pemetaan',
      rows: await rows(sql`
        SELECT run.number AS "pemetaan", run.as_of::text AS "keadaan_tanggal", r.no_penduduk, r.nik::text AS nik,
          r.kk::text AS no_kk, r.name AS nama, r.sex AS jenis_kelamin, r.birthplace AS tempat_lahir,
          r.born::text AS tanggal_lahir, r.area_code AS kode_desa, r.banjar, r.address AS alamat,
          r.relation AS hubungan_keluarga, r.occupation AS pekerjaan, r.phone AS no_hp
        FROM resident_result r ${runs} WHERE ${mine} ORDER BY run.number`),
    },
    {
      section: 'Hasil pemetaan',
      rows: await rows(sql`
        SELECT run.number AS "pemetaan", CASE WHEN r.member_key IS NULL THEN 'belum terdaftar' ELSE 'terhubung' END AS hasil,
          round(r.p_uncovered::numeric, 4)::float8 AS peluang_tanpa_kartu, r.reason AS alasan, r.tier AS cara,
          round(r.probability::numeric, 4)::float8 AS peluang_hubungan, r.segment AS segmen, r.class AS kelas,
          r.status, r.inactive_kind AS jenis_nonaktif
        FROM resident_result r ${runs} WHERE ${mine} ORDER BY run.number`),
    },
    {
      section: 'Kartu peserta JKN yang terhubung atau dengan NIK ini',
      rows: await rows(sql`
        SELECT run.number AS "pemetaan", m.no_kartu, m.nik::text AS nik, m.kk::text AS no_kk, m.name AS nama,
          m.sex AS jenis_kelamin, m.born::text AS tanggal_lahir, m.area_code AS kode_desa, m.address AS alamat,
          m.segment AS segmen, m.class AS kelas, m.status, m.phone AS no_hp
        FROM member_result m JOIN run ON run.number = m.run_number AND run.state = 'done'
        WHERE (m.nik = ${person.nik}::bigint AND (m.born = ${person.born}::date OR m.name = ${person.name}))
          OR (m.run_number, m.member_key) IN (
          SELECT r.run_number, r.member_key FROM resident_result r WHERE ${mine} AND r.member_key IS NOT NULL)
        ORDER BY run.number, m.no_kartu`),
    },
    {
      section: 'Keputusan peninjau tentang data ini',
      rows: await rows(sql`
        SELECT ${instant('d.at')} AS waktu, d.verdict AS putusan, d.no_kartu
        FROM decision d WHERE d.no_penduduk = ${person.noPenduduk} AND d.resident_name = ${person.name} ORDER BY d.id`),
    },
    {
      section: 'Permohonan tentang data ini',
      rows: await rows(sql`
        SELECT q.number AS nomor, ${instant('q.received_at')} AS diterima, q.kind AS jenis, q.wish AS permohonan
        FROM subject_request q WHERE q.no_penduduk = ${person.noPenduduk} AND q.register_name = ${person.name} ORDER BY q.number`),
    },
    {
      section: 'Siapa membaca data ini (peran, bukan nama)',
      rows: await rows(sql`
        SELECT ${instant('e.at')} AS waktu, e.action AS kegiatan, e.role AS peran, e.outcome AS hasil
        FROM audit_entry e JOIN (
          SELECT run.id || '/' || r.resident_key AS key FROM resident_result r ${runs} WHERE ${mine}
        ) k ON e.subject_kind = 'person' AND e.subject_key = k.key ORDER BY e.id LIMIT 5000`),
    },
  ];
}
