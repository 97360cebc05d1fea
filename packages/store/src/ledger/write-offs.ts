import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** A proposal to write arrears off, or to take such a relief back, and what became of it. */
export interface WriteOff {
  id: string;
  memberId: number;
  householdId: number;
  /** The relief it takes back; null: a proposal of relief. */
  undoes: string | null;
  reading: string;
  /** 'YYYY-MM', oldest first. */
  months: string[];
  amount: number;
  reason: string;
  legalBasis: string;
  proposedBy: string;
  proposedAt: string;
  state: 'waiting' | 'approved' | 'refused';
  note: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  /** The entry in the ledger, and what was relieved by it. */
  adjustmentId: string | null;
  relieved: number | null;
  /** The relief was taken back since. */
  undone: boolean;
}

/** What could be written off of a family today. */
export interface OpenWriteOff {
  months: string[];
  amount: number;
}

const columns = sql`
  w.id::text AS id, w.member_id AS "memberId", w.household_id AS "householdId", w.undoes::text AS undoes, w.reading,
  (SELECT array_agg(to_char(m, 'YYYY-MM') ORDER BY m) FROM unnest(w.months) m) AS months, w.amount, w.reason,
  w.legal_basis AS "legalBasis", w.proposed_by AS "proposedBy", to_json(w.proposed_at) #>> '{}' AS "proposedAt",
  coalesce(d.verdict, 'waiting') AS state, d.note, d.decided_by AS "decidedBy", to_json(d.decided_at) #>> '{}' AS "decidedAt",
  d.adjustment_id::text AS "adjustmentId", j.amount AS relieved,
  EXISTS (SELECT FROM adjustment u WHERE u.undoes = d.adjustment_id) AS undone`;
const tables = sql`
  write_off w LEFT JOIN write_off_decision d ON d.write_off_id = w.id LEFT JOIN adjustment j ON j.id = d.adjustment_id`;

/** Write-offs of arrears by four eyes: proposed by one, decided by another. */
export const WriteOffs = {
  /** Proposals about a family, the latest first. */
  async ofFamily(db: Db, householdId: number): Promise<WriteOff[]> {
    const { rows } = await sql<WriteOff>`
      SELECT ${columns} FROM ${tables} WHERE w.household_id = ${householdId} ORDER BY w.id DESC LIMIT 50`.execute(
      db,
    );
    return rows;
  },

  /** Proposals nobody has decided on, the oldest first. */
  async waiting(db: Db, limit: number): Promise<WriteOff[]> {
    const { rows } = await sql<WriteOff>`
      SELECT ${columns} FROM ${tables} WHERE d.write_off_id IS NULL ORDER BY w.id LIMIT ${limit}`.execute(db);
    return rows;
  },

  /** One proposal; undefined outside one's reach. */
  async find(db: Db, id: string): Promise<WriteOff | undefined> {
    const { rows } = await sql<WriteOff>`
      SELECT ${columns} FROM ${tables} WHERE w.id = ${id}::bigint`.execute(db);
    return rows[0];
  },

  /** What a reading lets be written off of a family's ended months. */
  async open(db: Db, householdId: number, reading: string, today: string): Promise<OpenWriteOff> {
    const { rows } = await sql<OpenWriteOff>`
      SELECT coalesce(array_agg(DISTINCT to_char(month, 'YYYY-MM') ORDER BY to_char(month, 'YYYY-MM')), '{}') AS months,
        coalesce(sum(due - paid), 0)::int AS amount
      FROM lines_to_write_off(${householdId}::int, ${reading}, ${today}::date)`.execute(db);
    return rows[0] as OpenWriteOff;
  },

  /** Enters a proposal; its author is whoever the scope is. */
  async propose(
    db: Db,
    proposal: Pick<
      WriteOff,
      'memberId' | 'householdId' | 'undoes' | 'reading' | 'months' | 'amount' | 'reason' | 'legalBasis'
    > & { by: string },
  ): Promise<string> {
    const { rows } = await sql<{ id: string }>`
      INSERT INTO write_off (household_id, member_id, undoes, reading, months, amount, reason, legal_basis, proposed_by)
      VALUES (${proposal.householdId}, ${proposal.memberId}, ${proposal.undoes}::bigint, ${proposal.reading},
        (SELECT array_agg((m || '-01')::date) FROM unnest(${proposal.months}::text[]) m), ${proposal.amount},
        ${proposal.reason}, ${proposal.legalBasis}, ${proposal.by})
      RETURNING id::text AS id`.execute(db);
    return (rows[0] as { id: string }).id;
  },

  /** Puts an approved proposal in the ledger; false when there is nothing left to enter. */
  async approve(
    system: Db,
    order: { id: string; reading: string; today: string; by: string; note: string },
  ): Promise<boolean> {
    const { rows } = await sql<{ posted: string | null }>`
      SELECT post_write_off(${order.id}::bigint, ${order.reading}, ${order.today}::date, ${order.by}, ${order.note})::text AS posted`.execute(
      system,
    );
    return rows[0]?.posted != null;
  },

  async refuse(system: Db, order: { id: string; by: string; note: string }): Promise<void> {
    await sql`
      INSERT INTO write_off_decision (write_off_id, verdict, note, decided_by)
      VALUES (${order.id}::bigint, 'refused', ${order.note}, ${order.by})`.execute(system);
  },
};
