import {
  addMonths,
  type Fact,
  monthOf,
  monthRange,
  parseDate,
  parseMonth,
  type Segment,
} from '@jangkau/membership';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

interface FactRow {
  member_id: number;
  id: string;
  kind: string;
  on: string;
  recorded_at: string;
  segment: Segment | null;
  role: 'payer' | 'spouse' | 'child' | 'extra' | null;
  cover_from: string | null;
  owed_from: string | null;
  wait_waived: boolean | null;
  cause: string | null;
  proof: boolean | null;
  withdraws: string | null;
  months: string[] | null;
}

/**
 * Everything that is known of some members as the pure rules take it: what was recorded, their births, and
 * the months the ledger says are paid, on the day the last rupiah of each came in. `statusOn` of it is what
 * member_status has to say.
 */
export async function memberFacts(db: Db, memberIds: readonly number[]): Promise<Map<number, Fact[]>> {
  const ids = [...memberIds];
  const { rows } = await sql<FactRow>`
    SELECT member_id, id::text, kind, valid_on AS "on", recorded_at::text, segment, role, cover_from, owed_from, wait_waived,
      cause, proof, withdraws::text, NULL::text[] AS months
    FROM membership_fact WHERE member_id = ANY (${ids}::int[])
    UNION ALL
    SELECT id, 'born', 'born', born, born::text, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM member WHERE id = ANY (${ids}::int[]) AND born IS NOT NULL
    UNION ALL
    SELECT member_id, 'paid-' || settled_on, 'paid', settled_on, settled_on::text, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
      array_agg(to_char(month, 'YYYY-MM') ORDER BY month)
    FROM (
      SELECT a.member_id, a.month, max(coalesce(p.paid_on, j.on_date)) AS settled_on
      FROM allocation a LEFT JOIN payment p ON p.id = a.payment_id LEFT JOIN adjustment j ON j.id = a.adjustment_id
      -- A bill that is not asked for since its close was taken back has not been paid.
      WHERE a.member_id = ANY (${ids}::int[])
        AND NOT coalesce(j.kind = 'close-redone' OR (j.kind = 'close-undone' AND j.undoes IS NULL), false)
      GROUP BY a.member_id, a.month HAVING sum(a.amount) = max(a.due)
    ) settled GROUP BY member_id, settled_on
    ORDER BY member_id, 4, kind, segment, months`.execute(db);
  const facts = new Map<number, Fact[]>(ids.map((id) => [id, []]));
  for (const row of rows) {
    const own = facts.get(row.member_id);
    own?.push(asFact(row));
    const before = paidBefore(row);
    if (before) own?.push(before);
  }
  return facts;
}

/** Months of an enrolment before the ledger begins: the register it was loaded from took them as paid. */
function paidBefore(row: FactRow): Fact | undefined {
  if (row.kind !== 'enrolled' || row.owed_from === null || row.owed_from.slice(0, 7) <= row.on.slice(0, 7))
    return undefined;
  const on = parseDate(row.on);
  const months = monthRange(monthOf(on), addMonths(parseMonth(row.owed_from.slice(0, 7)), -1));
  return { id: `before-${row.id}`, kind: 'paid', on, recordedAt: row.recorded_at, months };
}

function asFact(row: FactRow): Fact {
  const base = { id: row.id, on: parseDate(row.on), recordedAt: row.recorded_at, kind: row.kind };
  if (row.kind === 'paid') return { ...base, months: (row.months ?? []).map(parseMonth) } as Fact;
  if (row.kind === 'withdrawn') return { ...base, factId: row.withdraws } as Fact;
  if (row.kind === 'left') return { ...base, cause: row.cause, proof: row.proof ?? false } as Fact;
  if (row.kind !== 'enrolled') return base as Fact;
  return {
    ...base,
    segment: row.segment,
    ...(row.role && { role: row.role }),
    ...(row.cover_from && { coverFrom: parseDate(row.cover_from) }),
    ...(row.owed_from && { owedFrom: parseMonth(row.owed_from.slice(0, 7)) }),
    ...(row.wait_waived !== null && { waitWaived: row.wait_waived }),
  } as Fact;
}
