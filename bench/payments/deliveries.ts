import type pg from 'pg';

/** A payment as a bank tells of it. */
export interface Notice {
  bank: string;
  reference: string;
  va: string;
  amount: number;
  paidAt: string;
}

/** Payments of so many bills, and their deliveries: each one to three times, shuffled, the same at every run. */
export async function deliveriesOf(
  pool: pg.Pool,
  wanted: number,
): Promise<{ notices: Notice[]; deliveries: Notice[] }> {
  const { rows } = await pool.query<{ va: string; amount: number }>(
    `SELECT '88888' || right(min(m.card), 11) AS va, sum(l.amount)::int AS amount
     FROM bill_line l JOIN member m ON m.id = l.member_id GROUP BY l.household_id, l.month
     ORDER BY md5(l.household_id::text || l.month) LIMIT $1`,
    [wanted],
  );
  const notices = rows.map((row, i) => ({
    bank: ['BRI', 'BNI', 'BCA'][i % 3] as string,
    reference: `B${i}`,
    va: row.va,
    amount: row.amount,
    paidAt: `2026-10-${String(1 + (i % 28)).padStart(2, '0')}T03:00:00Z`,
  }));
  let seed = 12_345;
  const random = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return seed / 4_294_967_296;
  };
  const deliveries = notices.flatMap((notice) =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => notice),
  );
  for (let i = deliveries.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [deliveries[i], deliveries[j]] = [deliveries[j] as Notice, deliveries[i] as Notice];
  }
  return { notices, deliveries };
}

/** What the notifications came to in the ledger. */
export async function postedBy(pool: pg.Pool): Promise<{ payments: number; amount: number; placed: number }> {
  const { rows } = await pool.query<{ payments: number; amount: number; placed: number }>(
    `SELECT count(*)::int AS payments, sum(p.amount)::float8 AS amount,
       (SELECT sum(a.amount)::float8 FROM allocation a JOIN payment q ON q.id = a.payment_id WHERE q.channel = 'notification')
       + coalesce((SELECT sum(h.amount)::float8 FROM holding h JOIN payment q ON q.id = h.payment_id WHERE q.channel = 'notification'), 0) AS placed
     FROM payment p WHERE p.channel = 'notification'`,
  );
  return rows[0] as { payments: number; amount: number; placed: number };
}
