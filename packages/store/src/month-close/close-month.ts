import { Problem } from '@jangkau/kernel';
import type pg from 'pg';
import { closeSteps } from './close-steps.ts';
import { runStep, type StepResult } from './run-step.ts';

/** What to close and who asks. */
export interface CloseOptions {
  /** 'YYYY-MM'. */
  month: string;
  /** Date of today in the branch's zone, 'YYYY-MM-DD': a month is closed when it is over. */
  today: string;
  by: string;
  /** Does everything and takes it back: counts and examples are those of a real close. */
  dryRun?: boolean;
  onStep?: (step: StepResult, done: number, total: number) => void;
  signal?: AbortSignal;
}

/** What closing a month came to. */
export interface CloseResult {
  month: string;
  dryRun: boolean;
  /** The month was closed before: nothing was done, the steps are those of that close. */
  already: boolean;
  steps: StepResult[];
}

/**
 * Closes a month in one transaction: changes that fall due, expiries, suspensions on the 1st after an unpaid
 * month, REHAB stages, bills of the next month. A crash leaves nothing of it and it can be run again; a
 * closed month closed again changes nothing. Postings of payments wait meanwhile.
 * @throws Problem 'month-not-over', 'month-out-of-order'
 */
export async function closeMonth(pool: pg.Pool, options: CloseOptions): Promise<CloseResult> {
  const { month, dryRun = false } = options;
  const first = `${month}-01`;
  const next = nextMonth(month);
  if (!dryRun && options.today < next) throw new Problem('month-not-over', { month });
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL work_mem = '192MB'`);
    await client.query('SELECT pg_advisory_xact_lock(7031, 1)');
    const before = await standing(client, first);
    if (before.closed) {
      await client.query('ROLLBACK');
      return { month, dryRun, already: true, steps: before.steps };
    }
    if (before.latest !== null && nextMonth(before.latest) !== first)
      throw new Problem('month-out-of-order', { month, expected: nextMonth(before.latest).slice(0, 7) });
    await client.query('SELECT ledger_years($1, $1)', [Number(next.slice(0, 4))]);
    const steps: StepResult[] = [];
    for (const step of closeSteps) {
      options.signal?.throwIfAborted();
      const result = await runStep(client, step, {
        month: first,
        next,
        by: options.by,
        cause: `close:${month}`,
      });
      steps.push(result);
      options.onStep?.(result, steps.length, closeSteps.length);
    }
    await client.query(
      `INSERT INTO month_close (month, kind, closed_by, counts) VALUES ($1, 'close', $2, $3)`,
      [first, options.by, JSON.stringify(steps)],
    );
    await client.query(dryRun ? 'ROLLBACK' : 'COMMIT');
    return { month, dryRun, already: false, steps };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** First day of the month after 'YYYY-MM' or 'YYYY-MM-DD', as a date. */
function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
}

interface Standing {
  closed: boolean;
  steps: StepResult[];
  /** The last closed month as a date. */
  latest: string | null;
}

async function standing(client: pg.PoolClient, first: string): Promise<Standing> {
  const { rows } = await client.query<{ month: string; kind: string; counts: StepResult[] }>(
    `SELECT DISTINCT ON (month) month::text, kind, counts FROM month_close ORDER BY month DESC, id DESC`,
  );
  const closed = rows.filter(({ kind }) => kind === 'close');
  const own = closed.find(({ month }) => month === first);
  return { closed: own !== undefined, steps: own?.counts ?? [], latest: closed[0]?.month ?? null };
}
