import type pg from 'pg';

/** What of the identity of a member can be corrected. */
export type IdentityField = 'name' | 'nik' | 'born' | 'sex' | 'address' | 'phone';

const columns: Readonly<Record<IdentityField, string>> = {
  name: 'name = $2',
  nik: 'nik = $2::bigint',
  born: 'born = $2::date',
  sex: 'sex = $2',
  address: 'address = $2',
  phone: 'phone = $2',
};

/**
 * Corrects one field; what stood there before (NIK with all its digits), or 'taken' when another living member has that
 * NIK. As the owner.
 */
export async function correctIdentity(
  client: pg.ClientBase,
  order: { memberId: number; field: IdentityField; value: string },
): Promise<{ before: string | null } | 'taken'> {
  const { memberId, field, value } = order;
  if (field === 'nik') {
    const { rows } = await client.query(
      `SELECT FROM member m JOIN member_status s ON s.member_id = m.id
       WHERE m.nik = $2::bigint AND m.id <> $1 AND s.inactive_kind IS DISTINCT FROM 'ended' LIMIT 1`,
      [memberId, value],
    );
    if (rows.length > 0) return 'taken';
  }
  const shown = field === 'nik' ? `lpad(nik::text, 16, '0')` : `${field}::text`;
  const { rows } = await client.query<{ before: string | null }>(
    `SELECT ${shown} AS before FROM member WHERE id = $1 FOR UPDATE`,
    [memberId],
  );
  await client.query(`UPDATE member SET ${columns[field]} WHERE id = $1`, [memberId, value]);
  if (field === 'name')
    await client.query(
      `INSERT INTO name_word (word, people)
       SELECT lower(word), count(*) FROM regexp_split_to_table($1, '[^[:alpha:]]+') word WHERE length(word) > 1 GROUP BY 1
       ON CONFLICT (word) DO UPDATE SET people = name_word.people + excluded.people`,
      [value],
    );
  return { before: rows[0]?.before ?? null };
}
