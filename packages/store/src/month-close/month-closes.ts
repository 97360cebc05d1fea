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

/** The month to be closed next: after the last closed one, or the last one that has bills. Undefined without bills. */
export async function nextToClose(db: Db): Promise<string | undefined> {
  const { rows } = await sql<{ month: string | null }>`
    SELECT to_char(coalesce(
      (SELECT max(c.month) + interval '1 month' FROM (
        SELECT DISTINCT ON (month) month, kind FROM month_close ORDER BY month, id DESC) c WHERE c.kind = 'close'),
      (SELECT max(month) FROM bill)), 'YYYY-MM') AS month`.execute(db);
  return rows[0]?.month ?? undefined;
}
