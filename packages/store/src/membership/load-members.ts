import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Problem } from '@jangkau/kernel';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { proveLedger } from '../ledger/prove-ledger.ts';
import { ledgerSteps, registerSteps, stageTable } from './load-steps.ts';

/** A member register to begin with. */
export interface LoadMembersOptions {
  /** CSV as packages/demo writes it (historyColumns) or `jangkau members import` prepares it. */
  file: string;
  /** Date of the file, 'YYYY-MM-DD'. */
  asOf: string;
  /** Who has paid gets this many months of bills; who owes, all that is owed. */
  ledgerMonths: number;
  /** What the facts say of where they come from. */
  source: string;
  /** Spreads members over the FKTPs of their district: for made-up registers, which name none. */
  spreadOverFacilities?: boolean;
  /** Published numbers of residents that go with it, of the whole ('') or of villages. */
  population?: readonly { asOf: string; source: string; areaCode?: string; residents: number }[];
  onProgress?: (fraction: number) => void;
  signal?: AbortSignal;
}

/** What was loaded. */
export interface LoadedMembers {
  members: number;
  households: number;
  bills: number;
  payments: number;
}

// Checked all at once afterwards instead of row by row.
const foreignKeys: readonly [table: string, name: string, definition: string][] = [
  ['membership_fact', 'membership_fact_member_fk', 'FOREIGN KEY (member_id) REFERENCES member (id)'],
  ['membership_fact', 'membership_fact_household_fk', 'FOREIGN KEY (household_id) REFERENCES household (id)'],
  ['membership_fact', 'membership_fact_payer_fk', 'FOREIGN KEY (payer_id) REFERENCES payer (id)'],
  ['status_change', 'status_change_member_fk', 'FOREIGN KEY (member_id) REFERENCES member (id)'],
  ['member_status', 'member_status_member_fk', 'FOREIGN KEY (member_id) REFERENCES member (id)'],
  ['member_status', 'member_status_household_fk', 'FOREIGN KEY (household_id) REFERENCES household (id)'],
  ['bill', 'bill_household_fk', 'FOREIGN KEY (household_id) REFERENCES household (id)'],
  ['payment', 'payment_household_fk', 'FOREIGN KEY (household_id) REFERENCES household (id)'],
  ['allocation', 'allocation_payment_fk', 'FOREIGN KEY (payment_id) REFERENCES payment (id)'],
];
const rowTriggers: readonly [table: string, trigger: string][] = [
  ['payment', 'payment_is_distributed'],
  ['adjustment', 'adjustment_is_distributed'],
  ['allocation', 'allocation_follows'],
  ['bill_line', 'bill_line_has_bill'],
];

const placeholderTypes = {
  before: 'integer',
  asOf: 'date',
  months: 'integer',
  source: 'text',
  spread: 'boolean',
} as const;

const loadedTables = [
  'member',
  'household',
  'member_status',
  'membership_fact',
  'status_change',
  'bill',
  'bill_line',
  'payment',
  'allocation',
];

/**
 * Loads a whole member register with its past into an empty database, in one transaction: members and
 * families, facts and states, bills, payments and what they paid for. Checks of single rows are made for all
 * rows at the end.
 * @throws Problem 'register-not-empty', 'reconciliation-failed'
 */
export async function loadMembers(pool: pg.Pool, options: LoadMembersOptions): Promise<LoadedMembers> {
  return inLoad(pool, async (client) => {
    const { rows } = await client.query('SELECT EXISTS (SELECT FROM member) AS filled');
    if (rows[0].filled) throw new Problem('register-not-empty');
    await client.query(stageTable);
    const columns = await headerOf(options.file);
    await pipeline(
      createReadStream(options.file, { highWaterMark: 1 << 20 }),
      client.query(
        copyFrom(
          `COPY stage (${columns.join(', ')}) FROM STDIN (FORMAT csv, HEADER true, FORCE_NOT_NULL (area_code))`,
        ),
      ),
      { signal: options.signal as AbortSignal },
    );
    await loadStage(client, { ...options, paidBefore: 2, bulk: true });
    await client.query(
      `INSERT INTO population_figure (as_of, source, area_code, residents)
       SELECT "asOf", source, coalesce("areaCode", ''), residents
       FROM jsonb_to_recordset($1) AS p ("asOf" date, source text, "areaCode" text, residents int)
       ON CONFLICT DO NOTHING`,
      [JSON.stringify(options.population ?? [])],
    );
    const counts = await client.query<LoadedMembers>(`SELECT (SELECT count(*)::int FROM member) AS members,
      (SELECT count(*)::int FROM household) AS households, (SELECT count(*)::int FROM bill) AS bills,
      (SELECT count(*)::int FROM payment) AS payments`);
    return counts.rows[0] as LoadedMembers;
  });
}

/** One transaction for rows in great numbers. */
export async function inLoad<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL work_mem = '192MB'`);
    await client.query(`SET LOCAL maintenance_work_mem = '512MB'`);
    await client.query(`SET LOCAL synchronous_commit = off`);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    // A COPY that was cut off leaves the connection in doubt.
    client.release(true);
  }
}

/** How the table `stage` becomes members, families, facts, states, bills and payments. */
export interface StageOrder extends Pick<LoadMembersOptions, 'asOf' | 'ledgerMonths' | 'source'> {
  /** Months before the arrears of a family that are entered as paid. */
  paidBefore: number;
  /** The tables are empty: indexes and checks of single rows are made at the end, all at once. */
  bulk: boolean;
  spreadOverFacilities?: boolean;
  onProgress?: (fraction: number) => void;
  signal?: AbortSignal;
}

/**
 * Loads what stands in the table `stage` inside the caller's transaction.
 * @throws Problem 'reconciliation-failed'
 */
export async function loadStage(client: pg.PoolClient, options: StageOrder): Promise<void> {
  const steps = [...registerSteps, ...ledgerSteps];
  let done = 0;
  const report = () => options.onProgress?.(++done / (steps.length + 2));
  const restore = options.bulk ? await withoutChecks(client) : undefined;
  await client.query('ANALYZE stage');
  report();
  await client.query('SELECT ledger_years(2024, $1)', [Number(options.asOf.slice(0, 4)) + 1]);
  const values = {
    asOf: options.asOf,
    months: String(options.ledgerMonths),
    before: String(options.paidBefore),
    source: options.source,
    spread: String(options.spreadOverFacilities ?? false),
  };
  for (const step of steps) {
    options.signal?.throwIfAborted();
    const used: string[] = [];
    const text = step.replace(/(?<!:):(asOf|months|before|source|spread)\b/g, (_, name: string) => {
      if (!used.includes(name)) used.push(name);
      const type = placeholderTypes[name as keyof typeof placeholderTypes];
      return `$${used.indexOf(name) + 1}::${type}`;
    });
    await client.query(
      text,
      used.map((name) => values[name as keyof typeof values]),
    );
    report();
  }
  if (restore) await restore();
  for (const table of loadedTables) await client.query(`ANALYZE ${table}`);
  report();
}

/** Leaves out indexes and checks of single rows; what is returned makes and checks them again, all at once. */
async function withoutChecks(client: pg.PoolClient): Promise<() => Promise<void>> {
  for (const [table, name] of foreignKeys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const [table, trigger] of rowTriggers)
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${trigger}`);
  const indexes = await dropIndexes(client);
  return async () => {
    // What is checked at the end of the transaction is checked now: tables with open checks take no index.
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    for (const index of indexes) await client.query(index);
    for (const [table, name, definition] of foreignKeys)
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
    for (const [table, trigger] of rowTriggers)
      await client.query(`ALTER TABLE ${table} ENABLE TRIGGER ${trigger}`);
    const proofs = await proveLedger(client, '2014-01-01', [
      'payments-distributed',
      'adjustments-distributed',
      'lines-add-up',
      'bills-are-their-lines',
    ]);
    const fault = proofs.find(({ faults }) => faults > 0);
    if (fault)
      throw new Problem('reconciliation-failed', { equation: fault.id, left: fault.faults, right: 0 });
  };
}

/** Indexes of empty tables are made at the end, all at once. Returns the statements that make them again. */
async function dropIndexes(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
     FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
     WHERE c.oid = ANY ($1::regclass[]) AND NOT i.indisunique
     ORDER BY 1`,
    [loadedTables],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition.replace(' ON ONLY ', ' ON '));
}

async function headerOf(file: string): Promise<string[]> {
  for await (const chunk of createReadStream(file, { end: 4095, encoding: 'utf8' })) {
    const names = String(chunk).split('\n', 1)[0]?.trim().split(',') ?? [];
    const odd = names.find((name) => !/^[a-z_]+$/.test(name));
    if (odd !== undefined) throw new Problem('column-unknown', { column: odd, file });
    return names;
  }
  throw new Problem('file-empty', { file });
}
