import { appendFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Engine, sqlString } from '@jangkau/linkage';
import { neutraliseFormulaSql } from '@jangkau/registers';
import { MILLION } from '../results-table.ts';

/** A probability in millionths as text with six decimals: the same bytes on every machine. */
function millionths(value: string): string {
  return `printf('%d.%06d', ${value} // ${MILLION}, ${value} % ${MILLION})`;
}

/** The columns of inactive.csv, from a row of `inactive_exact` or `inactive_residue`. */
const inactiveColumns = `${neutraliseFormulaSql('id')} AS no_penduduk, ${neutraliseFormulaSql('card')} AS no_kartu, kind,
  segment AS segmen, class AS kelas, village AS kode_desa, ${neutraliseFormulaSql('banjar')} AS banjar`;

/**
 * Writes what the exact links alone decide, the bulk of links.csv and inactive.csv, while scoring keeps the
 * other hand busy; writeOutputs appends the rest. In the order of the register of residents: a join gives none.
 */
export async function writeExactOutputs(engine: Engine, out: string): Promise<void> {
  const lists = await engine.rows<{ accepted: number; probability: string }>(
    'SELECT * FROM exact_probability',
  );
  const probability = lists.map((l) => `WHEN ${l.accepted} THEN ${sqlString(l.probability)}`).join(' ');
  const copy = (name: string, sql: string) =>
    engine.run(`COPY (${sql}) TO ${sqlString(join(out, name))} (HEADER, DELIMITER ',')`);
  await copy(
    'links.csv',
    `SELECT ${neutraliseFormulaSql('e.left_id')} AS no_penduduk, ${neutraliseFormulaSql('e.right_id')} AS no_kartu, CASE e.accepted ${probability} END AS probability, 'nik' AS tier
     FROM exact_links e ORDER BY e.k_left`,
  );
  await copy('inactive.csv', `SELECT ${inactiveColumns} FROM inactive_exact ORDER BY k`);
}

/** Writes the lists of a run as CSV files into `out`, after writeExactOutputs. */
export async function writeOutputs(engine: Engine, out: string): Promise<void> {
  const append = (name: string, sql: string) => async (on: Engine) => {
    const rest = join(out, `${name}.rest`);
    await on.run(`COPY (${sql}) TO ${sqlString(rest)} (FORMAT csv, HEADER false, DELIMITER ',')`);
    await appendFile(join(out, name), await readFile(rest));
    await rm(rest);
  };
  const copy = (name: string, sql: string) => (on: Engine) =>
    on.run(`COPY (${sql}) TO ${sqlString(join(out, name))} (HEADER, DELIMITER ',')`);
  const text = neutraliseFormulaSql;
  await engine.abreast<void>([
    (on) =>
      on.run(`
    COPY (SELECT t.id AS no_penduduk, m.id AS no_kartu, s.weight, s.posterior, s.linked, s.pattern, s.rules
      FROM scored s JOIN residue_left t ON t.k = s.k_left JOIN residue_right m ON m.k = s.k_right
      WHERE s.posterior > 0.0005 OR s.linked OR (s.k_left, s.k_right) IN (SELECT (u.k, q.best_right) FROM uncovered_resident u JOIN residue_result q ON q.k_left = u.k)
      ORDER BY t.k, s.posterior DESC, m.id)
    TO ${sqlString(join(out, 'evidence.parquet'))} (FORMAT parquet)`),
    copy(
      'uncovered.csv',
      `SELECT ${text('t.id')} AS no_penduduk, ${millionths('u.p')} AS p_uncovered, t.village AS kode_desa, ${text('t.banjar')} AS banjar,
       ${text('m.id')} AS best_no_kartu, u.reason
     FROM uncovered_resident u JOIN residue_left t ON t.k = u.k LEFT JOIN residue_right m ON m.k = u.best_k
     ORDER BY u.p DESC, t.id`,
    ),
    append(
      'links.csv',
      `SELECT ${text('t.id')}, ${text('m.id')}, ${millionths('l.posterior')}, l.tier FROM residue_resident l
     JOIN residue_left t ON t.k = l.k JOIN residue_right m ON m.k = l.card_k ORDER BY l.k`,
    ),
    append('inactive.csv', `SELECT ${inactiveColumns} FROM inactive_residue ORDER BY k`),
    copy(
      'duplicates.csv',
      `SELECT ${text('m.id')} AS no_kartu, ${text('coalesce(e.right_id, o.id)')} AS same_person_as,
       ${text('coalesce(e.left_id, t.id)')} AS no_penduduk, d.reason
     FROM duplicate_member d JOIN residue_right m ON m.k = d.k
     LEFT JOIN (SELECT * FROM exact_links WHERE k_left IN (SELECT resident_k FROM duplicate_member)) e ON e.k_left = d.resident_k
     LEFT JOIN residue_left t ON t.k = d.resident_k LEFT JOIN residue_right o ON o.k = d.other_k ORDER BY m.id`,
    ),
    copy(
      'duplicate_residents.csv',
      `SELECT ${text('t.id')} AS no_penduduk, ${text('o.id')} AS same_person_as, t.village AS kode_desa, o.village AS other_kode_desa
     FROM duplicate_resident d JOIN residents t ON t.rowid = d.k JOIN residents o ON o.rowid = d.other_k ORDER BY t.id`,
    ),
    copy(
      'unmatched_members.csv',
      `SELECT ${text('m.id')} AS no_kartu, m.village AS kode_desa, m.segment AS segmen, m.status
     FROM unmatched_member u JOIN residue_right m ON m.k = u.k ORDER BY m.id`,
    ),
    copy(
      'quarantine.csv',
      `SELECT 'residents' AS register, ${['file', 'line', 'column', 'reason', 'row'].map((c) => (c === 'row' ? `${text('"row"')} AS "row"` : `"${c}"`)).join(', ')} FROM residents_quarantine
     UNION ALL SELECT 'members', ${['file', 'line', 'column', 'reason', 'row'].map((c) => (c === 'row' ? text('"row"') : `"${c}"`)).join(', ')} FROM members_quarantine
     ORDER BY 1, 2, 3`,
    ),
    copy(
      'villages.csv',
      `SELECT kode_desa, residents, linked, ${decimal('uncovered')} AS uncovered, ${decimal('low')} AS uncovered_low, ${decimal('high')} AS uncovered_high,
       printf('%.6f', coverage) AS coverage, members, inactive FROM village_result ORDER BY kode_desa`,
    ),
  ]);
}

function decimal(value: string): string {
  return `printf('%.1f', ${value})`;
}
