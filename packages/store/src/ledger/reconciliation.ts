import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** A day of one bank: what its file says against what its notifications said. */
export interface ReconciledDay {
  day: string;
  bank: string;
  /** Payments first known by notification, by file, entered at a counter. */
  notified: { n: number; amount: number };
  filed: { n: number; amount: number };
  counter: { n: number; amount: number };
  allocated: number;
  deposits: number;
  suspense: number;
  /** money in - (allocated + deposits + suspense): 0, or the ledger is broken. */
  difference: number;
}

/** Money that belongs to no family yet. */
export interface SuspenseRow {
  holdingId: string;
  bank: string;
  reference: string;
  va: string | null;
  amount: number;
  paidOn: string;
  reason: string;
}

/** Money in by day and bank, and where it went. */
export async function reconciliation(db: Db, from: string, to: string): Promise<ReconciledDay[]> {
  const { rows } = await sql<Omit<ReconciledDay, 'difference'> & { total: number }>`
    SELECT p.paid_on AS day, p.bank,
      ${part('notification')} AS notified, ${part('file')} AS filed, ${part('counter')} AS counter,
      sum(p.amount)::float8 AS total, sum(x.allocated)::float8 AS allocated,
      coalesce(sum(h.amount) FILTER (WHERE h.kind = 'deposit'), 0)::float8 AS deposits,
      coalesce(sum(h.amount) FILTER (WHERE h.kind = 'suspense'), 0)::float8 AS suspense
    FROM payment p
    LEFT JOIN holding h ON h.payment_id = p.id
    CROSS JOIN LATERAL (SELECT coalesce(sum(a.amount), 0) AS allocated FROM allocation a WHERE a.payment_id = p.id) x
    WHERE p.paid_on BETWEEN ${from}::date AND ${to}::date AND p.channel <> 'holding' AND p.channel <> 'opening'
    GROUP BY p.paid_on, p.bank ORDER BY p.paid_on DESC, p.bank`.execute(db);
  return rows.map(({ total, ...day }) => ({
    ...day,
    difference: total - day.allocated - day.deposits - day.suspense,
  }));
}

/** Relief of a kind, and the taking back of relief, in some days. */
export interface ReliefOfKind {
  kind: string;
  n: number;
  amount: number;
  /** What of it stands on bills; the same amount, or the ledger is broken. */
  allocated: number;
}

/** Relief by kind, by the day it counts from. */
export async function reliefByKind(db: Db, from: string, to: string): Promise<ReliefOfKind[]> {
  const { rows } = await sql<ReliefOfKind>`
    SELECT j.kind, count(*)::int AS n, sum(j.amount)::float8 AS amount, coalesce(sum(x.allocated), 0)::float8 AS allocated
    FROM adjustment j
    CROSS JOIN LATERAL (SELECT sum(a.amount) AS allocated FROM allocation a WHERE a.adjustment_id = j.id) x
    WHERE j.on_date BETWEEN ${from}::date AND ${to}::date GROUP BY j.kind ORDER BY j.kind`.execute(db);
  return rows;
}

function part(channel: string) {
  return sql`jsonb_build_object('n', count(*) FILTER (WHERE p.channel = ${channel}),
    'amount', coalesce(sum(p.amount) FILTER (WHERE p.channel = ${channel}), 0))`;
}

/** Open suspense, oldest first; account numbers are shown, they are what officers search by. */
export async function openSuspense(db: Db, limit: number): Promise<SuspenseRow[]> {
  const { rows } = await sql<SuspenseRow>`
    SELECT h.id::text AS "holdingId", p.bank, p.reference, p.va, h.amount, p.paid_on AS "paidOn", h.reason
    FROM open_holding h JOIN payment p ON p.id = h.payment_id
    WHERE h.kind = 'suspense' ORDER BY p.paid_on, h.id LIMIT ${limit}`.execute(db);
  return rows;
}
