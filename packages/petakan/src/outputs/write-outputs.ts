import { appendFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Engine, sqlString } from '@jangkau/linkage';
import { neutraliseFormulaSql } from '@jangkau/registers';
import { MILLION } from '../results-table.ts';

/** A probability in millionths as text with six decimals: the same bytes on every machine. */
function millionths(value: string): string {
  return `printf('%d.%06d', ${value} // ${MILLION}, ${value} % ${MILLION})`;
}

const INACTIVE_KIND = `CASE WHEN m.segment IN ('PBPU', 'BP', 'PBPU MANDIRI', 'MANDIRI') THEN 'arrears'
  WHEN m.segment IS NULL THEN 'unknown' ELSE 'lapsed' END`;

/** The kind of inactivity of a member row `m`: contributions owed, or a segment left with no new payer. */
export const inactiveKind = `CASE WHEN m.status = 'NONAKTIF' THEN ${INACTIVE_KIND} END`;

const inactiveColumns = `${neutraliseFormulaSql('t.id')} AS no_penduduk, ${neutraliseFormulaSql('m.id')} AS no_kartu, ${inactiveKind} AS kind,
  m.segment AS segmen, m.class AS kelas, t.village AS kode_desa, ${neutraliseFormulaSql('t.banjar')} AS banjar`;

/**
 * Writes what the exact links alone decide, the bulk of links.csv and inactive.csv, while scoring keeps the
 * other hand busy; writeOutputs appends the rest. The links carry their identifiers and stand in the order of a register.
 */
export async function writeExactOutputs(engine: Engine, out: string): Promise<void> {
  const copy = (name: string, sql: string) =>
    engine.run(`COPY (${sql}) TO ${sqlString(join(out, name))} (HEADER, DELIMITER ',')`);
  await copy(
    'links.csv',
    `SELECT ${neutraliseFormulaSql('e.left_id')} AS no_penduduk, ${neutraliseFormulaSql('e.right_id')} AS no_kartu, x.probability, 'nik' AS tier
     FROM exact_links e JOIN exact_probability x USING (accepted)`,
  );
  await copy(
    'inactive.csv',
    `SELECT ${inactiveColumns} FROM exact_links e JOIN members m ON m.rowid = e.k_right JOIN residents t ON t.rowid = e.k_left
     WHERE m.status = 'NONAKTIF' ORDER BY e.k_left`,
  );
}

/** Writes the lists of a run as CSV files into `out`, after writeExactOutputs. */
export async function writeOutputs(engine: Engine, out: string): Promise<void> {
  const append = async (name: string, sql: string) => {
    const rest = join(out, `${name}.rest`);
    await engine.run(`COPY (${sql}) TO ${sqlString(rest)} (FORMAT csv, HEADER false, DELIMITER ',')`);
    await appendFile(join(out, name), await readFile(rest));
    await rm(rest);
  };
  const copy = (name: string, sql: string) =>
    engine.run(`COPY (${sql}) TO ${sqlString(join(out, name))} (HEADER, DELIMITER ',')`);
  const text = neutraliseFormulaSql;
  await copy(
    'uncovered.csv',
    `SELECT ${text('t.id')} AS no_penduduk, ${millionths('u.p')} AS p_uncovered, t.village AS kode_desa, ${text('t.banjar')} AS banjar,
       ${text('m.id')} AS best_no_kartu, u.reason
     FROM uncovered_resident u JOIN residents t ON t.rowid = u.k LEFT JOIN members m ON m.rowid = u.best_k
     ORDER BY u.p DESC, t.id`,
  );
  await append(
    'links.csv',
    `SELECT ${text('t.id')}, ${text('m.id')}, ${millionths('l.posterior')}, l.tier FROM residue_resident l
     JOIN residents t ON t.rowid = l.k JOIN members m ON m.rowid = l.card_k ORDER BY l.k`,
  );
  await append(
    'inactive.csv',
    `SELECT ${inactiveColumns} FROM residue_resident l JOIN members m ON m.rowid = l.card_k JOIN residents t ON t.rowid = l.k
     WHERE m.status = 'NONAKTIF' ORDER BY l.k`,
  );
  await copy(
    'duplicates.csv',
    `SELECT ${text('m.id')} AS no_kartu, ${text('o.id')} AS same_person_as, ${text('t.id')} AS no_penduduk, d.reason
     FROM duplicate_member d JOIN members m ON m.rowid = d.k LEFT JOIN members o ON o.rowid = d.other_k
     LEFT JOIN residents t ON t.rowid = d.resident_k ORDER BY m.id`,
  );
  await copy(
    'duplicate_residents.csv',
    `SELECT ${text('t.id')} AS no_penduduk, ${text('o.id')} AS same_person_as, t.village AS kode_desa, o.village AS other_kode_desa
     FROM duplicate_resident d JOIN residents t ON t.rowid = d.k JOIN residents o ON o.rowid = d.other_k ORDER BY t.id`,
  );
  await copy(
    'unmatched_members.csv',
    `SELECT ${text('m.id')} AS no_kartu, m.village AS kode_desa, m.segment AS segmen, m.status
     FROM unmatched_member u JOIN members m ON m.rowid = u.k ORDER BY m.id`,
  );
  await copy(
    'quarantine.csv',
    `SELECT 'residents' AS register, ${['file', 'line', 'column', 'reason', 'row'].map((c) => (c === 'row' ? `${text('"row"')} AS "row"` : `"${c}"`)).join(', ')} FROM residents_quarantine
     UNION ALL SELECT 'members', ${['file', 'line', 'column', 'reason', 'row'].map((c) => (c === 'row' ? text('"row"') : `"${c}"`)).join(', ')} FROM members_quarantine
     ORDER BY 1, 2, 3`,
  );
  await copy(
    'villages.csv',
    `SELECT kode_desa, residents, linked, ${decimal('uncovered')} AS uncovered, ${decimal('low')} AS uncovered_low, ${decimal('high')} AS uncovered_high,
       printf('%.6f', coverage) AS coverage, members, inactive FROM village_result ORDER BY kode_desa`,
  );
  await engine.run(`
    COPY (SELECT t.id AS no_penduduk, m.id AS no_kartu, s.weight, s.posterior, s.linked, s.pattern, s.rules
      FROM scored s JOIN residents t ON t.rowid = s.k_left JOIN members m ON m.rowid = s.k_right
      WHERE s.posterior > 0.0005 OR s.linked OR (s.k_left, s.k_right) IN (SELECT (u.k, q.best_right) FROM uncovered_resident u JOIN residue_result q ON q.k_left = u.k)
      ORDER BY t.rowid, s.posterior DESC, m.id)
    TO ${sqlString(join(out, 'evidence.parquet'))} (FORMAT parquet)`);
}

function decimal(value: string): string {
  return `printf('%.1f', ${value})`;
}
