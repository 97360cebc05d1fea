import { createHash } from 'node:crypto';
import { Problem } from '@jangkau/kernel';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { type RefusedRow, readSettlementFile } from './settlement-file.ts';

/** A settlement file of a bank. */
export interface SettlementImport {
  bank: string;
  name: string;
  text: string;
  by: string;
  today: string;
  timeZone: string;
}

/** What became of the rows of a file: rows = posted + repeated + suspended + quarantined. */
export interface SettlementReport {
  fileId: number;
  /** The same file was imported before: nothing was done. */
  already: boolean;
  rows: number;
  posted: number;
  repeated: number;
  suspended: number;
  quarantined: number;
  amountRead: number;
  amountPosted: number;
  amountQuarantined: number;
  reactivated: number;
  refused: RefusedRow[];
}

/**
 * Imports a settlement file in one transaction. Rows that cannot be read, or contradict a payment known by
 * their reference, are set aside with line and reason. The same file twice changes nothing; a file that
 * repeats single payments counts them as repeated.
 * @throws Problem 'column-missing'
 */
export async function importSettlement(db: Db, file: SettlementImport): Promise<SettlementReport> {
  const read = readSettlementFile(file.text, file.bank);
  if ('missing' in read) throw new Problem('column-missing', { file: file.name, column: read.missing });
  const digest = createHash('sha256').update(`${file.bank}\n${file.text}`).digest();
  return db.transaction().execute(async (tx) => {
    const known = await sql<SettlementReport>`${standing} WHERE sha256 = ${digest}`.execute(tx);
    if (known.rows[0])
      return { ...known.rows[0], already: true, refused: await refusedRows(tx, known.rows[0].fileId) };
    // The number first, as payments and quarantine name it; its row comes when the counts are known.
    const { rows: numbers } = await sql<{ id: number }>`
      SELECT nextval(pg_get_serial_sequence('payment_file', 'id'))::int AS id`.execute(tx);
    const fileId = numbers[0]?.id as number;
    const posted = await sql<{ line: number; outcome: string; reactivated: boolean }>`
      SELECT n.line, p.outcome, p.reactivated
      FROM jsonb_to_recordset(${JSON.stringify(read.notices)}::jsonb)
        AS n (line int, bank text, reference text, va text, amount int, "paidAt" timestamptz)
      CROSS JOIN LATERAL post_payment(n.bank, n.reference, n.va, n.amount, n."paidAt", ${file.timeZone}, 'file',
        ${fileId}::int, ${file.today}::date) p`.execute(tx);
    const outcomes = new Map(posted.rows.map((row) => [row.line, row.outcome]));
    const conflicts = read.notices.filter(({ line }) => outcomes.get(line) === 'conflict');
    const count = (outcome: string) => posted.rows.filter((row) => row.outcome === outcome).length;
    const amountOf = (wanted: (outcome: string | undefined) => boolean) =>
      read.notices.reduce((sum, { line, amount }) => sum + (wanted(outcomes.get(line)) ? amount : 0), 0);
    const refused = [
      ...read.refused,
      ...conflicts.map(
        ({ line }): RefusedRow => ({ line, column: 'reference', reason: 'contradicts-known' }),
      ),
    ];
    const counts = {
      posted: count('posted'),
      repeated: count('repeated'),
      suspended: count('suspense'),
      quarantined: refused.length,
    };
    const { rows } = await sql<SettlementReport>`
      INSERT INTO payment_file (id, name, sha256, bank, imported_by, rows_read, posted, repeated, suspended, quarantined,
        amount_read, amount_posted, amount_quarantined)
      OVERRIDING SYSTEM VALUE
      VALUES (${fileId}, ${file.name}, ${digest}, ${file.bank}, ${file.by}, ${read.rows}, ${counts.posted}, ${counts.repeated},
        ${counts.suspended}, ${counts.quarantined}, ${amountOf(() => true)},
        ${amountOf((outcome) => outcome === 'posted' || outcome === 'suspense')}, ${amountOf((outcome) => outcome === 'conflict')})
      RETURNING id AS "fileId"`.execute(tx);
    if (!rows[0]) throw new Error('the file was not entered');
    await sql`INSERT INTO payment_quarantine (file_id, line, reason, column_name)
      SELECT ${fileId}, line, reason, "column" FROM jsonb_to_recordset(${JSON.stringify(refused)}::jsonb)
        AS r (line int, reason text, "column" text)`.execute(tx);
    const { rows: report } = await sql<SettlementReport>`${standing} WHERE id = ${fileId}`.execute(tx);
    const reactivated = posted.rows.filter((row) => row.reactivated).length;
    return { ...(report[0] as SettlementReport), reactivated, already: false, refused };
  });
}

const standing = sql`SELECT id AS "fileId", rows_read AS rows, posted, repeated, suspended, quarantined,
  amount_read::float8 AS "amountRead", amount_posted::float8 AS "amountPosted",
  amount_quarantined::float8 AS "amountQuarantined", 0 AS reactivated FROM payment_file`;

async function refusedRows(db: Db, fileId: number): Promise<RefusedRow[]> {
  const { rows } = await sql<RefusedRow>`SELECT line, column_name AS column, reason FROM payment_quarantine
    WHERE file_id = ${fileId} ORDER BY line`.execute(db);
  return rows;
}
