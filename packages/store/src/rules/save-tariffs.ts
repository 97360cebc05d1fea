import { householdTariffs } from '@jangkau/contributions';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/**
 * Writes the tariffs of packages/contributions into the database, where bills are made set by set. The
 * package is the source: rows that are there stay, and one that differs is an error, not a change.
 * @throws Error when the database has another amount for a date
 */
export async function saveTariffs(owner: Db): Promise<void> {
  const rows = tariffRows();
  await sql`INSERT INTO tariff (segment, class, valid_from, valid_to, amount, legal_basis)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r (segment text, class smallint, valid_from date, valid_to date, amount integer, legal_basis text)
    ON CONFLICT (segment, class, valid_from) DO UPDATE SET valid_to = excluded.valid_to, legal_basis = excluded.legal_basis
    WHERE tariff.amount = excluded.amount`.execute(owner);
  const { rows: kept } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM tariff t JOIN jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r (segment text, class smallint, valid_from date, amount integer)
      ON (t.segment, t.class, t.valid_from, t.amount) = (r.segment, r.class, r.valid_from, r.amount)`.execute(
    owner,
  );
  if (kept[0]?.n !== rows.length)
    throw new Error('tariffs in the database differ from those of this version');
}

/** A row of the table `tariff`. */
interface TariffRow {
  segment: string;
  class: number;
  valid_from: string;
  valid_to: string | null;
  amount: number;
  legal_basis: string;
}

/** Every tariff a household pays, by segment, class and month. */
function tariffRows(): TariffRow[] {
  return householdTariffs.flatMap(({ validFrom, validTo, legalBasis, value }) =>
    ['PBPU', 'BP'].flatMap((segment) =>
      value.paid.map((amount, i) => ({
        segment,
        class: i + 1,
        valid_from: validFrom,
        valid_to: validTo ?? null,
        amount,
        legal_basis: legalBasis,
      })),
    ),
  );
}
