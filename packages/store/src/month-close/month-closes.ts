import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import type { StepResult } from './run-step.ts';

/** A close or an undo that was done. */
export interface MonthCloseRow {
  month: string;
  kind: 'close' | 'undo';
  closedAt: string;
  closedBy: string;
  steps: StepResult[];
}

/** Closes that were done, newest first. */
export async function monthCloses(db: Db, limit: number): Promise<MonthCloseRow[]> {
  const { rows } = await sql<MonthCloseRow>`
    SELECT to_char(month, 'YYYY-MM') AS month, kind, to_json(closed_at) #>> '{}' AS "closedAt", closed_by AS "closedBy",
      counts AS steps
    FROM month_close ORDER BY id DESC LIMIT ${limit}`.execute(db);
  return rows;
}

/** The month to be closed next, and the one whose close may be taken back. Undefined without bills; null when none may. */
export async function closableMonths(db: Db): Promise<{ next: string | undefined; undoable: string | null }> {
  const { rows } = await sql<{ next: string | null; undoable: string | null }>`
    SELECT to_char(ledger_open_month(), 'YYYY-MM') AS next,
      (SELECT CASE WHEN kind = 'close' AND marks IS NOT NULL THEN to_char(month, 'YYYY-MM') END
       FROM month_close ORDER BY id DESC LIMIT 1) AS undoable`.execute(db);
  return { next: rows[0]?.next ?? undefined, undoable: rows[0]?.undoable ?? null };
}
