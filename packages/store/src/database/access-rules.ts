import { matrix } from '@jangkau/access';
import { sql } from 'kysely';
import type { Db } from './connect.ts';

/** Writes the matrix into the database, where row security reads it, when it differs. */
export async function saveAccessRules(owner: Db): Promise<void> {
  const rules = Object.entries(matrix).flatMap(([action, row]) =>
    Object.entries(row)
      .filter(([, reach]) => reach !== 'none')
      .map(([role, reach]) => ({ role, action, reach })),
  );
  const wanted = sql`SELECT role, action, reach
    FROM jsonb_to_recordset(${JSON.stringify(rules)}::jsonb) AS r (role text, action text, reach text)`;
  const { rows } = await sql<{ same: boolean }>`
    SELECT NOT EXISTS ((${wanted}) EXCEPT SELECT role, action, reach FROM access_rule)
      AND NOT EXISTS (SELECT role, action, reach FROM access_rule EXCEPT (${wanted})) AS same`.execute(owner);
  if (rows[0]?.same) return;
  await owner.transaction().execute(async (tx) => {
    await sql`LOCK TABLE access_rule`.execute(tx);
    await sql`DELETE FROM access_rule`.execute(tx);
    await sql`INSERT INTO access_rule (role, action, reach) ${wanted}`.execute(tx);
  });
}
