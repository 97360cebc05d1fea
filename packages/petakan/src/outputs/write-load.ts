import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Engine, sqlString } from '@jangkau/linkage';
import { inactiveKind } from '../inactive-links.ts';
import { MILLION } from '../results-table.ts';

/** Candidates of a resident that the person page can show. */
const CANDIDATES_SHOWN = 3;

/** Writes load/*.csv: whole rows with their results, for bulk loading into PostgreSQL. Weights include the prior. */
export async function writeLoadFiles(engine: Engine, out: string, priorWeight: number): Promise<void> {
  const folder = join(out, 'load');
  await mkdir(folder, { recursive: true });
  const copy = (name: string, sql: string) =>
    engine.run(`COPY (${sql}) TO ${sqlString(join(folder, name))} (HEADER, DELIMITER ',')`);
  const sex = (t: string) => `CASE ${t}.sex WHEN 1 THEN 'L' WHEN 2 THEN 'P' END`;
  await copy(
    'residents.csv',
    `SELECT t.rowid AS resident_key, t.id AS no_penduduk, t.nik, t.kk AS no_kk, t.nama, ${sex('t')} AS jenis_kelamin,
       t.birthplace AS tempat_lahir, t.born AS tanggal_lahir, t.village AS kode_desa, t.banjar, t.address AS alamat,
       t.relation AS hubungan_keluarga, t.occupation AS pekerjaan, t.phone AS no_hp,
       coalesce(q.p, 0) / ${MILLION} AS p_uncovered, u.reason, l.card_k AS member_key, l.posterior / ${MILLION} AS probability, l.tier,
       coalesce(q.best_k, l.card_k) AS best_member_key
     FROM residents t LEFT JOIN all_links l ON l.k = t.rowid LEFT JOIN residue_resident q ON q.k = t.rowid
     LEFT JOIN uncovered_resident u ON u.k = t.rowid ORDER BY t.rowid`,
  );
  await copy(
    'members.csv',
    `SELECT m.rowid AS member_key, m.id AS no_kartu, m.nik, m.kk AS no_kk, m.nama, ${sex('m')} AS jenis_kelamin,
       m.born AS tanggal_lahir, m.village AS kode_desa, m.address AS alamat, m.segment AS segmen, m.class AS kelas,
       m.status, m.phone AS no_hp,
       CASE WHEN l.k IS NOT NULL THEN 'linked' WHEN d.k IS NOT NULL THEN 'duplicate' ELSE 'unmatched' END AS bucket,
       coalesce(l.k, d.resident_k) AS resident_key, ${inactiveKind} AS inactive_kind
     FROM members m LEFT JOIN all_links l ON l.card_k = m.rowid LEFT JOIN duplicate_member d ON d.k = m.rowid
     ORDER BY m.rowid`,
  );
  await copy(
    'candidates.csv',
    `SELECT s.k_left AS resident_key, s.k_right AS member_key, s.posterior AS probability, s.weight + ${priorWeight} AS weight, e.evidence
     FROM scored s JOIN pattern_evidence e USING (pattern) JOIN members m ON m.rowid = s.k_right
     QUALIFY row_number() OVER (PARTITION BY s.k_left ORDER BY s.linked DESC, s.posterior DESC, s.weight DESC, m.id) <= ${CANDIDATES_SHOWN}
     ORDER BY s.k_left, s.posterior DESC, m.id`,
  );
  await engine.run(
    `COPY (SELECT * FROM read_csv(${sqlString(join(out, 'villages.csv'))}, all_varchar=true)) TO ${sqlString(join(folder, 'villages.csv'))} (HEADER, DELIMITER ',')`,
  );
}
