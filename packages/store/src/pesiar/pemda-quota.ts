import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** What a regional government pays for in a month, and what of it is taken. */
export interface QuotaState {
  regency: string;
  month: string;
  /** Heads agreed; null when no quota was set. */
  heads: number | null;
  /** Rupiah a month; null without a limit. */
  budget: number | null;
  reference: string | null;
  /** Rupiah the region pays a head and month. */
  share: number;
  /** Heads covered now, and those who will be from a day that is already decided. */
  active: number;
  planned: number;
  /** Heads still free; null without a quota and budget. */
  left: number | null;
}

/** The quota of a regency in the month of a day, and what is left of it. Reads members: as the owner or the system. */
export async function quotaState(db: Db, regency: string, day: string, share: number): Promise<QuotaState> {
  const { rows } = await sql<{
    heads: number | null;
    budget: string | null;
    reference: string | null;
    active: number;
    planned: number;
  }>`
    SELECT q.heads, q.budget, q.reference,
      (SELECT count(*)::int FROM member_status s JOIN payer p ON p.id = s.payer_id
       WHERE p.kind = 'pemda' AND p.code = ${regency} AND s.active AND s.segment = 'PBPU_PEMDA') AS active,
      (SELECT count(DISTINCT f.member_id)::int FROM membership_fact f
       JOIN payer p ON p.id = f.payer_id JOIN member_status s ON s.member_id = f.member_id
       WHERE p.kind = 'pemda' AND p.code = ${regency} AND f.kind = 'enrolled' AND f.cover_from > ${day}::date
         AND s.due_reason = 'PLANNED' AND NOT (s.active AND s.payer_id = p.id)
         AND NOT EXISTS (SELECT FROM membership_fact w WHERE w.withdraws = f.id)) AS planned
    FROM (SELECT 1) one
    LEFT JOIN LATERAL (
      SELECT * FROM pemda_quota WHERE regency = ${regency} AND month <= date_trunc('month', ${day}::date)
      ORDER BY month DESC, id DESC LIMIT 1) q ON true`.execute(db);
  const found = rows[0] as NonNullable<(typeof rows)[0]>;
  const budget = found.budget === null ? null : Number(found.budget);
  const limits = [
    ...(found.heads === null ? [] : [found.heads]),
    ...(budget === null ? [] : [Math.floor(budget / share)]),
  ];
  return {
    regency,
    month: `${day.slice(0, 7)}-01`,
    heads: found.heads,
    budget,
    reference: found.reference,
    share,
    active: found.active,
    planned: found.planned,
    left: limits.length === 0 ? null : Math.max(0, Math.min(...limits) - found.active - found.planned),
  };
}

/** Sets what a regency pays for from a month on. */
export async function setQuota(
  db: Db,
  by: string,
  quota: { regency: string; month: string; heads: number; budget: number | null; reference: string },
): Promise<void> {
  await sql`INSERT INTO pemda_quota (regency, month, heads, budget, reference, set_by)
    VALUES (${quota.regency}, ${quota.month}, ${quota.heads}, ${quota.budget}, ${quota.reference}, ${by})`.execute(
    db,
  );
}
