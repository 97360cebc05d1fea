import type pg from 'pg';

/**
 * Members as many as a branch has, made by the database itself: the real tables with their indexes, row
 * security and families of four; most are covered, one in nine is not, as in the branch. NIKs and cards
 * follow from the number of the member.
 */
export async function fillRegister(pool: pg.Pool, members: number): Promise<void> {
  const { rows } = await pool.query('SELECT EXISTS (SELECT FROM member) AS filled');
  if (rows[0].filled) return;
  const client = await pool.connect();
  const run = (text: string) => client.query(text, text.includes('$1') ? [members] : []);
  try {
    await run('BEGIN');
    await run(`SET LOCAL work_mem = '256MB'`);
    await run(`SET LOCAL session_replication_role = replica`);
    const area = `'51.' || (ARRAY['71.01', '71.02', '03.02', '02.05'])[1 + h % 4] || '.10' || lpad((1 + h % 9)::text, 2, '0')`;
    await run(`INSERT INTO facility (code, name, level, area_code)
      SELECT '2271010' || i, 'Puskesmas Contoh ' || i, 'FKTP', '51.71.01' FROM generate_series(1, 4) i`);
    await run(
      `INSERT INTO household (id, area_code) SELECT h, ${area} FROM generate_series(1, $1::int / 4 + 1) h`,
    );
    await run(`INSERT INTO member (id, card, nik, name, sex, born, area_code, fktp)
      SELECT i, lpad(i::text, 13, '0'), ${nikSql('i')}, 'ANGGOTA ' || chr(65 + i % 26) || chr(65 + i / 26 % 26) || ' CONTOH',
        CASE WHEN i % 2 = 0 THEN 'P' ELSE 'L' END, date '1950-01-01' + i % 25000, ${area}, '2271010' || (1 + i % 4)
      FROM (SELECT i, i / 4 + 1 AS h FROM generate_series(1, $1::int) i) x`);
    const segment = `(ARRAY['PBPU', 'PBI_APBN', 'PBPU_PEMDA', 'PPU_BU', 'PPU_BU'])[1 + h % 5]`;
    const active = 'h % 9 <> 0';
    const reason = `CASE ${segment} WHEN 'PBPU' THEN CASE WHEN ${active} THEN 'PAID' ELSE 'ARREARS' END
      WHEN 'PBI_APBN' THEN CASE WHEN ${active} THEN 'STATE_PAYS' ELSE 'PBI_REMOVED' END
      WHEN 'PBPU_PEMDA' THEN CASE WHEN ${active} THEN 'REGION_PAYS' ELSE 'PEMDA_REMOVED' END
      ELSE CASE WHEN ${active} THEN 'EMPLOYER_PAYS' ELSE 'EMPLOYMENT_ENDED' END END`;
    const kind = `CASE WHEN ${active} THEN NULL WHEN ${segment} = 'PBPU' THEN 'arrears' ELSE 'lapsed' END`;
    const people = `(SELECT i, i / 4 + 1 AS h FROM generate_series(1, $1::int) i) x`;
    await run(`INSERT INTO member_status (member_id, household_id, area_code, segment, class, role, active, inactive_kind, since, reason)
      SELECT i, h, ${area}, ${segment}, 3, 'payer', ${active}, ${kind}, date '2026-09-01', ${reason} FROM ${people}`);
    await run(`INSERT INTO status_change (member_id, valid_on, segment, class, active, inactive_kind, reason, cause)
      SELECT i, date '2026-09-01', ${segment}, 3, ${active}, ${kind}, ${reason}, 'uji' FROM ${people}`);
    // Bills of the running month and the two before it; whoever is covered has paid.
    for (const month of ['2026-09-01', '2026-10-01', '2026-11-01']) {
      await run(`INSERT INTO bill (month, household_id, people, amount, issued_on)
        SELECT '${month}', h, 4, 140000, '${month}' FROM generate_series(1, $1::int / 4 + 1) h WHERE h % 5 = 0`);
      await run(`INSERT INTO bill_line (month, member_id, household_id, segment, class, amount)
        SELECT '${month}', i, h, 'PBPU', 3, 35000 FROM ${people} WHERE h % 5 = 0`);
      await run(`INSERT INTO allocation (month, member_id, step, household_id, due, paid_before, amount, paid_after, payment_id)
        SELECT '${month}', i, 1, h, 35000, 0, 35000, 35000, 0 FROM ${people} WHERE h % 5 = 0 AND ${active}`);
    }
    await run('COMMIT');
    await run('VACUUM ANALYZE');
  } finally {
    client.release();
  }
}

/** NIK of a member of the made-up register: serial 9000 and above. */
function nikSql(i: string): string {
  return `(517101::bigint * 10000000000 + (1 + ${i} / 12 % 28)::bigint * 100000000 + (1 + ${i} % 12)::bigint * 1000000
    + (${i} / 336 % 100)::bigint * 10000 + 9000 + ${i} / 33600)`;
}

/** The same NIK, for those who ask. */
export function nikOf(i: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = 1 + (Math.floor(i / 12) % 28);
  return `517101${two(day)}${two(1 + (i % 12))}${two(Math.floor(i / 336) % 100)}${9000 + Math.floor(i / 33_600)}`;
}

/** Card of a member of the made-up register. */
export function cardOf(i: number): string {
  return String(i).padStart(13, '0');
}
