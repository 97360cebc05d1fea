import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** A payer's bill of a month with what was paid of it, rupiah. */
export interface PayerBillRow {
  payerId: number;
  kind: 'state' | 'pemda' | 'employer';
  code: string;
  name: string;
  segment: 'PBI_APBN' | 'PBPU_PEMDA' | 'PPU_PN' | 'PPU_BU';
  people: number;
  /** Null for employers, whose wages the register does not have. */
  amount: number | null;
  /** The region's part; the state pays the rest. */
  fromRegion: number | null;
  paid: number;
}

/** Bills of a month ('YYYY-MM') to those who pay for others. */
export interface PayerBillsOfMonth {
  month: string | null;
  /** Months with bills, the latest first. */
  months: string[];
  items: PayerBillRow[];
  more: boolean;
  totals: Pick<PayerBillRow, 'segment' | 'people' | 'amount' | 'paid'>[];
}

const mostShown = 200;

/** Bills of a month, or of the latest that has any; the largest first, those whose name holds `name`. */
export async function payerBillsOf(
  db: Db,
  { month, name, most = mostShown }: { month?: string | undefined; name?: string | undefined; most?: number },
): Promise<PayerBillsOfMonth> {
  const { rows: known } = await sql<{ month: string }>`
    SELECT to_char(month, 'YYYY-MM') AS month FROM payer_bill GROUP BY payer_bill.month HAVING sum(people) <> 0
    ORDER BY payer_bill.month DESC LIMIT 120`.execute(db);
  const months = known.map((row) => row.month);
  const asked = month ?? months[0];
  if (asked === undefined) return { month: null, months, items: [], more: false, totals: [] };
  const bills = sql`
    SELECT p.id AS "payerId", p.kind, p.code, p.name, b.segment, b.people, b.amount, b.from_region AS "fromRegion",
      coalesce((SELECT sum(x.amount) FROM payer_payment x
        WHERE x.month = ${`${asked}-01`}::date AND x.payer_id = p.id AND x.segment = b.segment), 0)::float8 AS paid
    FROM (
      SELECT payer_id, segment, sum(people)::int AS people, sum(amount)::float8 AS amount, sum(from_region)::float8 AS from_region
      FROM payer_bill WHERE month = ${`${asked}-01`}::date GROUP BY payer_id, segment HAVING sum(people) <> 0
    ) b JOIN payer p ON p.id = b.payer_id`;
  const { rows } = await sql<PayerBillRow>`
    SELECT * FROM (${bills}) x WHERE ${name ? sql`strpos(lower(x.name), lower(${name})) > 0` : sql`true`}
    ORDER BY array_position(ARRAY['state', 'pemda', 'employer'], x.kind), x.people DESC, x.code, x.segment
    LIMIT ${most + 1}`.execute(db);
  const { rows: totals } = await sql<PayerBillsOfMonth['totals'][number]>`
    SELECT segment, sum(people)::int AS people, sum(amount)::float8 AS amount, sum(paid)::float8 AS paid
    FROM (${bills}) x GROUP BY segment ORDER BY segment`.execute(db);
  return { month: asked, months, items: rows.slice(0, most), more: rows.length > most, totals };
}

/** Enters what a payer paid; false when there is no bill of that payer, month and segment. */
export async function addPayerPayment(
  db: Db,
  payment: {
    payerId: number;
    segment: PayerBillRow['segment'];
    month: string;
    amount: number;
    paidOn: string;
    reference: string;
  },
  by: string,
): Promise<boolean> {
  const { payerId, segment, month, amount, paidOn, reference } = payment;
  const { numAffectedRows } = await sql`
    INSERT INTO payer_payment (payer_id, month, segment, amount, paid_on, reference, recorded_by)
    SELECT ${payerId}::int, ${`${month}-01`}::date, ${segment}, ${amount}::bigint, ${paidOn}::date, ${reference}, ${by}
    WHERE EXISTS (SELECT FROM payer_bill b
      WHERE b.payer_id = ${payerId} AND b.month = ${`${month}-01`}::date AND b.segment = ${segment})`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0) > 0;
}
