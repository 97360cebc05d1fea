import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** A month of a family's account. */
interface BilledMonth {
  month: string;
  people: number;
  amount: number;
  paid: number;
  /** Relief of it, by adjustments. */
  relieved: number;
  /** Day on which it was fully paid. */
  paidOn: string | null;
  lines: { memberId: number; class: number; amount: number; paid: number }[];
}

/** A payment of a family; the account number is masked. */
interface FamilyPayment {
  id: string;
  bank: string;
  reference: string;
  va: string | null;
  amount: number;
  paidOn: string;
  channel: string;
  months: string[];
  deposit: number;
}

/** A running or past plan with what was paid of each stage. */
interface RehabRow {
  id: number;
  version: string;
  registeredOn: string;
  arrearsMonths: number;
  amount: number;
  state: 'running' | 'completed' | 'lapsed' | 'cancelled';
  stages: { stage: number; dueBy: string; amount: number; paid: boolean }[];
}

/** What a family owes and paid, newest month first. */
export interface HouseholdLedger {
  householdId: number;
  months: BilledMonth[];
  payments: FamilyPayment[];
  deposit: number;
  adjustments: { kind: string; amount: number; on: string; legalBasis: string }[];
  rehab: RehabRow[];
  arrears: { months: number; amount: number; people: number; firstMonth: string | null };
  /** To be covered again, or to stay so: arrears and this month. */
  toPay: number;
}

/** The account of a family as far as one may see it. */
export async function householdLedger(db: Db, householdId: number, today: string): Promise<HouseholdLedger> {
  const thisMonth = `${today.slice(0, 7)}-01`;
  const months = await sql<BilledMonth>`
    SELECT to_char(b.month, 'YYYY-MM') AS month, b.people::int AS people, b.amount,
      coalesce(sum(x.money), 0)::int AS paid, coalesce(sum(x.relief), 0)::int AS relieved,
      CASE WHEN coalesce(sum(x.money + x.relief), 0) >= b.amount THEN max(x.last_on) END AS "paidOn",
      jsonb_agg(jsonb_build_object('memberId', l.member_id, 'class', l.class, 'amount', l.amount,
        'paid', coalesce(x.money + x.relief, 0)) ORDER BY l.member_id) AS lines
    FROM (
      SELECT month, household_id, sum(people) AS people, sum(amount)::int AS amount FROM bill
      WHERE household_id = ${householdId} GROUP BY month, household_id
    ) b
    JOIN bill_line l ON l.month = b.month AND l.household_id = b.household_id
    LEFT JOIN LATERAL (
      SELECT coalesce(sum(a.amount) FILTER (WHERE a.payment_id IS NOT NULL), 0)::int AS money,
        coalesce(sum(a.amount) FILTER (WHERE a.adjustment_id IS NOT NULL), 0)::int AS relief,
        max(coalesce(p.paid_on, j.on_date)) AS last_on
      FROM allocation a LEFT JOIN payment p ON p.id = a.payment_id LEFT JOIN adjustment j ON j.id = a.adjustment_id
      WHERE a.month = l.month AND a.member_id = l.member_id
    ) x ON true
    GROUP BY b.month, b.people, b.amount ORDER BY b.month DESC LIMIT 120`.execute(db);
  const payments = await sql<FamilyPayment>`
    SELECT p.id::text AS id, p.bank, p.reference, left(p.va, 5) || '*******' || right(p.va, 4) AS va, p.amount,
      p.paid_on AS "paidOn", p.channel,
      coalesce((SELECT array_agg(DISTINCT to_char(a.month, 'YYYY-MM')) FROM allocation a WHERE a.payment_id = p.id), '{}') AS months,
      coalesce((SELECT h.amount FROM open_holding h WHERE h.payment_id = p.id), 0) AS deposit
    FROM payment p WHERE p.household_id = ${householdId} ORDER BY p.paid_on DESC, p.id DESC LIMIT 120`.execute(
    db,
  );
  const adjustments = await sql<HouseholdLedger['adjustments'][number]>`
    SELECT kind, amount, on_date AS "on", legal_basis AS "legalBasis" FROM adjustment
    WHERE household_id = ${householdId} ORDER BY id DESC`.execute(db);
  const unpaid = months.rows.filter(({ amount, paid, relieved }) => paid + relieved < amount);
  const ended = unpaid.filter(({ month }) => `${month}-01` < thisMonth);
  const owed = (of: readonly BilledMonth[]) => of.reduce((sum, m) => sum + m.amount - m.paid - m.relieved, 0);
  return {
    householdId,
    months: months.rows,
    payments: payments.rows,
    deposit: payments.rows.reduce((sum, { deposit }) => sum + deposit, 0),
    adjustments: adjustments.rows,
    rehab: await rehabOf(db, householdId),
    arrears: {
      months: ended.length,
      amount: owed(ended),
      people: Math.max(0, ...ended.map(({ people }) => people)),
      firstMonth: ended.at(-1)?.month ?? null,
    },
    toPay: owed(unpaid.filter(({ month }) => `${month}-01` <= thisMonth)),
  };
}

async function rehabOf(db: Db, householdId: number): Promise<RehabRow[]> {
  const { rows } = await sql<RehabRow>`
    SELECT r.id, r.version, r.registered_on AS "registeredOn", r.arrears_months::int AS "arrearsMonths", r.amount,
      coalesce((SELECT e.kind FROM live_rehab_event e WHERE e.plan_id = r.id AND e.kind IN ('completed', 'lapsed', 'cancelled')
        ORDER BY e.id DESC LIMIT 1), 'running') AS state,
      (SELECT jsonb_agg(jsonb_build_object('stage', t.stage, 'dueBy', t.due_by, 'amount', t.amount, 'paid', t.upto <= paid.sum)
         ORDER BY t.stage)
       FROM (SELECT *, sum(amount) OVER (ORDER BY stage) AS upto FROM rehab_stage WHERE plan_id = r.id) t) AS stages
    FROM rehab_plan r
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(p.amount), 0) AS sum FROM payment p LEFT JOIN holding h ON h.id = p.from_holding
      WHERE p.household_id = r.household_id AND p.paid_on >= r.registered_on AND h.kind IS DISTINCT FROM 'deposit') paid
    WHERE r.household_id = ${householdId} ORDER BY r.id DESC`.execute(db);
  return rows;
}
