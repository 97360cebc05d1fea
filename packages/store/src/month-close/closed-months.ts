import type pg from 'pg';
import type { StepResult } from './run-step.ts';

/** The last keys of what a close writes. */
export type LastKeys = Record<string, number>;

interface Close {
  /** 'YYYY-MM'. */
  month: string;
  kind: 'close' | 'undo';
  steps: StepResult[];
  marks: { before: LastKeys; after: LastKeys } | null;
}

/** First day of the month after 'YYYY-MM'. */
export function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
}

/** Which months are closed, newest first; which were taken back at some time; and what was done last. */
export async function closedMonths(
  client: pg.PoolClient,
): Promise<{ standing: Close[]; undone: Set<string>; latest: Close | undefined }> {
  const { rows } = await client.query<Close>(
    `SELECT to_char(month, 'YYYY-MM') AS month, kind, counts AS steps, marks FROM month_close ORDER BY id DESC`,
  );
  const newest = rows.filter(({ month }, i) => rows.findIndex((row) => row.month === month) === i);
  return {
    standing: newest.filter(({ kind }) => kind === 'close').sort((a, b) => (a.month < b.month ? 1 : -1)),
    undone: new Set(rows.filter(({ kind }) => kind === 'undo').map(({ month }) => month)),
    latest: rows[0],
  };
}

/** The keys the next row of each table comes after. */
export async function lastKeys(client: pg.PoolClient): Promise<LastKeys> {
  const tables = ['status_change', 'membership_fact', 'payment', 'adjustment', 'rehab_event'];
  const { rows } = await client.query<{ keys: LastKeys }>(
    `SELECT jsonb_build_object(${tables
      .map((table) => `'${table}', (SELECT coalesce(max(id), 0) FROM ${table})`)
      .join(', ')}) AS keys`,
  );
  return rows[0]?.keys as LastKeys;
}
