import { Problem } from '@jangkau/kernel';
import type pg from 'pg';
import { rulesWith } from '../rules/rule-settings.ts';
import { hasAid } from './class-three-aid.ts';
import type { CloseStep } from './close-step.ts';
import { closeSteps } from './close-steps.ts';
import { closedMonths, lastKeys, monthAfter } from './closed-months.ts';
import { payerBills, undoPayerBills } from './payer-bills.ts';
import { runStep, type StepResult } from './run-step.ts';
import { laterChanges, undoSteps } from './undo-steps.ts';

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
  /** The month stood like this before: nothing was done, the steps are those of then. */
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
  const next = monthAfter(month);
  if (!dryRun && options.today < next) throw new Problem('month-not-over', { month });
  return inLedger(pool, dryRun, async (client) => {
    const closed = await closedMonths(client);
    const own = closed.standing.find((close) => close.month === month);
    if (own) return { month, dryRun, already: true, steps: own.steps };
    const latest = closed.standing[0]?.month;
    if (latest !== undefined && monthAfter(latest) !== `${month}-01`)
      throw new Problem('month-out-of-order', { month, expected: monthAfter(latest).slice(0, 7) });
    await client.query('SELECT ledger_years($1, $1)', [Number(next.slice(0, 4))]);
    const before = await lastKeys(client);
    await client.query('TRUNCATE close_image');
    await client.query(`SET LOCAL jangkau.closing = 'on'`);
    if (closed.undone.has(month)) await client.query(lookAgain);
    const rules = await rulesWith(client, next);
    const steps = await runSteps(
      client,
      [
        ...closeSteps({
          wasUndone: closed.undone.has(month),
          hadAid: await hadAid(client, month),
          next,
          rules,
        }),
        payerBills(next, rules.contributions),
      ],
      { ...options, cause: `close:${month}` },
      next,
    );
    await client.query(
      `INSERT INTO month_close (month, kind, closed_by, counts, marks) VALUES ($1, 'close', $2, $3, $4)`,
      [`${month}-01`, options.by, JSON.stringify(steps), { before, after: await lastKeys(client) }],
    );
    return { month, dryRun, already: false, steps };
  });
}

/**
 * Takes the last close back in one transaction, as a run of its own: what it wrote stays, counter-entries stand
 * beside it. Money that came in stays where it is. The month can be closed again, and then comes to what a close
 * that was never taken back would have come to.
 * @throws Problem 'month-not-closed', 'close-followed-by-changes'
 */
export async function undoClose(pool: pg.Pool, options: CloseOptions): Promise<CloseResult> {
  const { month, dryRun = false } = options;
  return inLedger(pool, dryRun, async (client) => {
    const { latest } = await closedMonths(client);
    if (latest?.kind !== 'close' || latest.month !== month || !latest.marks)
      throw new Problem('month-not-closed', { month });
    const { rows } = await client.query<{ members: number }>(laterChanges, [latest.marks.after]);
    const members = rows[0]?.members ?? 0;
    if (members > 0) throw new Problem('close-followed-by-changes', { month, members });
    await client.query(lookAgain);
    // First of all, so that what looks for the open month finds this one.
    const undo = await client.query<{ id: number }>(
      `INSERT INTO month_close (month, kind, closed_by, counts) VALUES ($1, 'undo', $2, '[]') RETURNING id`,
      [`${month}-01`, options.by],
    );
    const more = { ...options, cause: `undo:${month}` };
    const steps = await runSteps(
      client,
      [...undoSteps(await hadAid(client, month)), undoPayerBills],
      more,
      monthAfter(month),
    );
    await client.query('TRUNCATE close_image');
    await client.query('UPDATE month_close SET counts = $2 WHERE id = $1', [
      undo.rows[0]?.id,
      JSON.stringify(steps),
    ]);
    return { month, dryRun, already: false, steps };
  });
}

/** What was just written is joined as a whole: planned by the statistics of before it, that would take hours. */
const lookAgain = 'ANALYZE bill, bill_line, allocation, adjustment, member_status';

async function hadAid(client: pg.PoolClient, month: string): Promise<boolean> {
  const { rows } = await client.query<{ hasAid: boolean }>(hasAid, [`${month}-01`]);
  return rows[0]?.hasAid ?? false;
}

/** One transaction that keeps postings out; a dry run takes back everything it did. */
async function inLedger(
  pool: pg.Pool,
  dryRun: boolean,
  work: (client: pg.PoolClient) => Promise<CloseResult>,
): Promise<CloseResult> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL work_mem = '192MB'`);
    await client.query('SELECT pg_advisory_xact_lock(7031, 1)');
    const result = await work(client);
    await client.query(dryRun || result.already ? 'ROLLBACK' : 'COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function runSteps(
  client: pg.PoolClient,
  steps: readonly CloseStep[],
  { month, today, by, cause, signal, onStep }: CloseOptions & { cause: string },
  next: string,
): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    signal?.throwIfAborted();
    const result = await runStep(client, step, { month: `${month}-01`, next, today, by, cause });
    results.push(result);
    onStep?.(result, results.length, steps.length);
  }
  return results;
}
