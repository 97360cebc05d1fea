import type pg from 'pg';

/** Something that must hold in the ledger, and how often it does not. */
export interface LedgerProof {
  id: string;
  labelId: string;
  labelEn: string;
  /** Rows looked at. */
  checked: number;
  faults: number;
}

interface Check {
  id: string;
  labelId: string;
  labelEn: string;
  /** One row: checked, faults. $1 is the day up to which the ledger is complete. */
  sql: string;
}

const checks: readonly Check[] = [
  {
    id: 'payments-distributed',
    labelId: 'Setiap rupiah pembayaran ada tempatnya',
    labelEn: 'Every rupiah of every payment is accounted for',
    sql: `SELECT count(*) AS checked, count(*) FILTER (WHERE p.amount <> coalesce(a.amount, 0) + coalesce(h.amount, 0)) AS faults
      FROM payment p
      LEFT JOIN (SELECT payment_id, sum(amount) AS amount FROM allocation GROUP BY payment_id) a ON a.payment_id = p.id
      LEFT JOIN holding h ON h.payment_id = p.id WHERE $1::date IS NOT NULL`,
  },
  {
    id: 'adjustments-distributed',
    labelId: 'Setiap rupiah penyesuaian ada tempatnya',
    labelEn: 'Every rupiah of every adjustment is accounted for',
    sql: `SELECT count(*) AS checked, count(*) FILTER (WHERE a.amount IS DISTINCT FROM l.amount) AS faults
      FROM adjustment a
      LEFT JOIN (SELECT adjustment_id, sum(amount) AS amount FROM allocation WHERE adjustment_id IS NOT NULL GROUP BY adjustment_id) l
        ON l.adjustment_id = a.id WHERE $1::date IS NOT NULL`,
  },
  {
    id: 'money-in-is-money-placed',
    labelId: 'Uang masuk = alokasi + titipan dan dana belum dikenal',
    labelEn: 'Money in = allocations + deposits and suspense',
    sql: `SELECT 1 AS checked, (
        coalesce((SELECT sum(amount) FROM payment WHERE channel <> 'holding'), 0) <>
        coalesce((SELECT sum(amount) FROM allocation WHERE payment_id IS NOT NULL), 0)
          + coalesce((SELECT sum(amount) FROM open_holding), 0))::int AS faults WHERE $1::date IS NOT NULL`,
  },
  {
    id: 'lines-add-up',
    labelId: 'Tidak ada baris tagihan dibayar lebih atau putus rantainya',
    labelEn: 'No line is overpaid, no chain is broken',
    sql: `SELECT count(*) AS checked, count(*) FILTER (WHERE x.amount <> x.paid_after OR x.steps <> x.last_step OR x.due IS DISTINCT FROM l.amount) AS faults
      FROM (
        SELECT month, member_id, sum(amount) AS amount, count(*) AS steps, max(step) AS last_step, max(due) AS due,
          (array_agg(paid_after ORDER BY step DESC))[1] AS paid_after
        FROM allocation GROUP BY month, member_id
      ) x LEFT JOIN bill_line l ON l.month = x.month AND l.member_id = x.member_id WHERE $1::date IS NOT NULL`,
  },
  {
    id: 'bills-are-their-lines',
    labelId: 'Tagihan = jumlah barisnya',
    labelEn: 'A bill is the sum of its lines',
    sql: `SELECT count(*) AS checked, count(*) FILTER (WHERE (b.people, b.amount) IS DISTINCT FROM (l.people, l.amount)) AS faults
      FROM bill b FULL JOIN (
        SELECT month, household_id, issue, count(*) AS people, sum(amount) AS amount FROM bill_line GROUP BY month, household_id, issue
      ) l ON l.month = b.month AND l.household_id = b.household_id AND l.issue = b.issue WHERE $1::date IS NOT NULL`,
  },
  {
    id: 'arrears-are-the-ledger',
    labelId: 'Tunggakan tiap peserta = baris yang belum dibayar',
    labelEn: 'Arrears of every member are the unpaid lines',
    sql: `SELECT count(*) AS checked, count(*) FILTER (
        WHERE (s.arrears_months, s.arrears_amount) IS DISTINCT FROM (coalesce(o.months, 0), coalesce(o.amount, 0))) AS faults
      FROM member_status s LEFT JOIN (
        SELECT l.member_id, count(*) AS months, sum(l.amount - coalesce(a.paid, 0)) AS amount
        FROM bill_line l
        LEFT JOIN (SELECT month, member_id, sum(amount) AS paid FROM allocation GROUP BY month, member_id) a
          ON a.month = l.month AND a.member_id = l.member_id
        WHERE l.month < least(date_trunc('month', $1::date)::date, ledger_open_month()) AND coalesce(a.paid, 0) < l.amount
        GROUP BY l.member_id
      ) o ON o.member_id = s.member_id`,
  },
  {
    id: 'states-are-the-ledger',
    labelId: 'Aktif atau menunggak sesuai uang yang masuk',
    labelEn: 'Who pays for themselves is covered as the money says',
    // A month that is over and not closed suspends nobody yet, except who paid something meanwhile.
    sql: `SELECT count(*) AS checked, count(*) FILTER (WHERE s.active <> h.active AND s.active <> coalesce(o.active, h.active)) AS faults
      FROM household_standing((SELECT array_agg(DISTINCT household_id) FROM bill), $1::date) h
      LEFT JOIN household_standing(
        (SELECT array_agg(DISTINCT household_id) FROM bill WHERE $1::date >= ledger_open_month() + interval '1 month'),
        (ledger_open_month() + interval '1 month')::date - 1) o ON o.household_id = h.household_id
      JOIN member_status s ON s.household_id = h.household_id
      WHERE s.segment IN ('PBPU', 'BP') AND (s.active OR s.inactive_kind = 'arrears')`,
  },
  {
    id: 'states-are-noted',
    labelId: 'Keadaan terakhir peserta = perubahan terakhir yang dicatat',
    labelEn: 'The present state of a member is the last change noted',
    sql: `SELECT count(*) AS checked, count(*) FILTER (WHERE (c.active, c.segment) IS DISTINCT FROM (s.active, s.segment)) AS faults
      FROM member_status s LEFT JOIN (
        SELECT DISTINCT ON (member_id) member_id, active, segment FROM status_change ORDER BY member_id, id DESC
      ) c ON c.member_id = s.member_id WHERE $1::date IS NOT NULL`,
  },
];

/**
 * Works all balances out again from bills and payments and compares them with what is kept.
 * @param onDay the day up to which payments are in, 'YYYY-MM-DD'; arrears are those of closed months
 * @param only ids of the checks to make; all when absent
 */
export async function proveLedger(
  client: pg.ClientBase | pg.Pool,
  onDay: string,
  only?: readonly string[],
): Promise<LedgerProof[]> {
  const proofs: LedgerProof[] = [];
  for (const { sql, ...check } of checks) {
    if (only && !only.includes(check.id)) continue;
    const { rows } = await (client as pg.Pool).query<{ checked: string; faults: string }>(sql, [onDay]);
    proofs.push({ ...check, checked: Number(rows[0]?.checked), faults: Number(rows[0]?.faults) });
  }
  return proofs;
}
