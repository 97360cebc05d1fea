import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Problem } from '@jangkau/kernel';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { intakeSteps, manyRows, stageTable } from './intake-steps.ts';

/** A visit as a facility reports it. */
export interface VisitMessage {
  /** Number of the visit at its facility: counts once. */
  reference: string;
  facility: string;
  level: 'FKTP' | 'RJTL' | 'RITL';
  kind: 'sick' | 'healthy';
  /** One of the two. */
  card?: string | undefined;
  nik?: string | undefined;
  /** Day of the visit or of admission, 'YYYY-MM-DD'. */
  day: string;
  dischargedOn?: string | undefined;
  act: 'add' | 'correct' | 'cancel';
}

/** What became of a message. */
export type VisitOutcome = 'added' | 'repeated' | 'corrected' | 'cancelled' | 'refused';

export interface TakenVisit {
  /** Place of the message, from 0; line of a file, from 1. */
  line: number;
  outcome: VisitOutcome;
  /** Why it was refused. */
  reason: string | null;
}

/** Who reports, and when. */
export interface VisitSource {
  source: 'api' | 'sep' | 'file';
  /** The only facility the sender may speak for; null: any. */
  facility: string | null;
  today: string;
}

/** Rows of a file: rows = added + repeated + corrected + cancelled + refused. */
export interface VisitFileReport extends Record<VisitOutcome, number> {
  fileId: number;
  /** The same file was imported before: nothing was done. */
  already: boolean;
  rows: number;
  reasons: Record<string, number>;
  /** The first of the refused rows; all of them are kept in visit_quarantine. */
  quarantine: { line: number; reason: string }[];
}

/** A file of visits to enter. */
export interface VisitFileOrder {
  by: string;
  today: string;
  /** The file as it came, when `file` was rewritten from it. */
  original?: string;
  /**
   * The file has no header, and each row begins with its line in the original and ends with what is wrong with it, if
   * anything is.
   */
  numbered?: boolean;
  onStep?: (done: number, total: number) => void;
}

type Run = <Row>(text: string, values?: unknown[]) => Promise<Row[]>;

/**
 * Enters messages in one transaction; repeats, late arrivals and any order are harmless. On the owner's pool,
 * as other loading is: what is judged stands in tables of the moment.
 */
export async function takeVisits(
  pool: pg.Pool,
  messages: readonly VisitMessage[],
  from: VisitSource,
): Promise<TakenVisit[]> {
  return inTransaction(pool, async (run) => {
    await run(stageTable);
    await run(
      `INSERT INTO visit_stage SELECT x.place::integer, x.card, x.nik::bigint, x.day::date, x.level, x.kind, x.facility,
         x.reference, x."dischargedOn"::date, x.act
       FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (card text, nik text, day text, level text, kind text, facility text,
         reference text, "dischargedOn" text, act text)) WITH ORDINALITY AS x (card, nik, day, level, kind, facility,
         reference, "dischargedOn", act, place)`,
      [JSON.stringify(messages)],
    );
    await enter(run, messages.length, from);
    return run<TakenVisit>(
      `SELECT line - 1 AS line, outcome, CASE WHEN outcome = 'refused' THEN refusal END AS reason FROM visit_judged ORDER BY line`,
    );
  });
}

async function inTransaction<Result>(
  pool: pg.Pool,
  work: (run: Run, client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  const run: Run = async <Row>(text: string, values: unknown[] = []) =>
    (await client.query(text, values)).rows as Row[];
  try {
    await run('BEGIN');
    const result = await work(run, client);
    await run('COMMIT');
    client.release();
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    // A COPY that was cut off leaves the connection in doubt.
    client.release(true);
    throw error;
  }
}

/** Header of a file of visits. */
export const visitFileColumns = [
  'kartu',
  'nik',
  'tanggal',
  'tingkat',
  'jenis',
  'faskes',
  'nomor',
  'tanggal_pulang',
  'tindakan',
] as const;

/**
 * Enters a CSV file with the columns of `visitFileColumns` in one transaction. The same file twice changes
 * nothing.
 * @throws Problem 'column-missing' for another header, 'file-empty'; PostgreSQL's error when a row of a file that is
 *   not `numbered` has too many or too few values
 */
export async function importVisits(
  pool: pg.Pool,
  file: string,
  options: VisitFileOrder,
): Promise<VisitFileReport> {
  const original = options.original ?? file;
  const sha256 = await digestOf(original);
  if (!options.numbered) await assertHeader(file);
  return inTransaction(pool, async (run, client) => {
    await run(`SET LOCAL work_mem = '192MB'`);
    await run('SELECT pg_advisory_xact_lock(7041, 0)');
    const [known] = await run<VisitFileReport>(
      `SELECT id AS "fileId", true AS already, rows_read AS rows, added, repeated, corrected, cancelled, refused, '{}'::jsonb AS reasons, '[]'::jsonb AS quarantine
       FROM visit_file WHERE sha256 = $1`,
      [sha256],
    );
    if (known) return known;
    await run(
      `CREATE TEMP TABLE visit_text (line integer GENERATED ALWAYS AS IDENTITY (START 2), ${visitFileColumns.map((name) => `${name} text`).join(', ')}, fault text) ON COMMIT DROP`,
    );
    await pipeline(
      createReadStream(file, { highWaterMark: 1 << 20 }),
      client.query(
        copyFrom(
          options.numbered
            ? `COPY visit_text (line, ${visitFileColumns.join(', ')}, fault) FROM STDIN (FORMAT csv)`
            : `COPY visit_text (${visitFileColumns.join(', ')}) FROM STDIN (FORMAT csv, HEADER true)`,
        ),
      ),
    );
    await run(stageTable);
    await run(`INSERT INTO visit_stage SELECT line,
        CASE WHEN length(kartu) = 13 AND kartu !~ '[^0-9]' THEN kartu END, CASE WHEN length(nik) = 16 AND nik !~ '[^0-9]' THEN nik::bigint END,
        ${dayOf('tanggal')}, upper(tingkat),
        CASE lower(coalesce(jenis, 'sakit')) WHEN 'sakit' THEN 'sick' WHEN 'sehat' THEN 'healthy' ELSE 'other' END, faskes, nomor,
        ${dayOf('tanggal_pulang')},
        CASE lower(coalesce(tindakan, 'tambah')) WHEN 'tambah' THEN 'add' WHEN 'koreksi' THEN 'correct' WHEN 'batal' THEN 'cancel' ELSE 'other' END,
        coalesce(fault, CASE WHEN tanggal_pulang <> '' AND ${dayOf('tanggal_pulang')} IS NULL THEN 'discharge-impossible' END)
      FROM visit_text`);
    const [{ rows = 0, first = 0, last = 0 } = {}] = await run<{ rows: number; first: number; last: number }>(
      `SELECT count(*)::int AS rows, extract(year FROM min(day))::int AS first, extract(year FROM max(day))::int AS last FROM visit_stage`,
    );
    if (rows > 0)
      await run('SELECT visit_years($1, $2)', [
        first ?? 2020,
        Math.min(last ?? 2020, Number(options.today.slice(0, 4)) + 1),
      ]);
    await enter(run, rows, { source: 'file', facility: null, today: options.today }, options.onStep);
    const counts: Record<VisitOutcome, number> = {
      added: 0,
      repeated: 0,
      corrected: 0,
      cancelled: 0,
      refused: 0,
    };
    const reasons: Record<string, number> = {};
    for (const row of await run<{ outcome: VisitOutcome; refusal: string; n: number }>(
      `SELECT outcome, CASE WHEN outcome = 'refused' THEN refusal END AS refusal, count(*)::int AS n FROM visit_judged GROUP BY 1, 2`,
    )) {
      counts[row.outcome] += row.n;
      if (row.outcome === 'refused') reasons[row.refusal] = row.n;
    }
    const [{ id: fileId = 0 } = {}] = await run<{ id: number }>(
      `INSERT INTO visit_file (name, sha256, imported_by, rows_read, added, repeated, corrected, cancelled, refused)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      [
        basename(original),
        sha256,
        options.by,
        rows,
        counts.added,
        counts.repeated,
        counts.corrected,
        counts.cancelled,
        counts.refused,
      ],
    );
    await run(
      `INSERT INTO visit_quarantine (file_id, line, reason) SELECT $1, line, refusal FROM visit_judged WHERE outcome = 'refused'`,
      [fileId],
    );
    const quarantine = await run<{ line: number; reason: string }>(
      `SELECT line, reason FROM visit_quarantine WHERE file_id = $1 ORDER BY line LIMIT ${mostShown}`,
      [fileId],
    );
    return { fileId, already: false, rows, ...counts, reasons, quarantine };
  });
}

const mostShown = 20;

/**
 * SQL: a day written YYYY-MM-DD, with a midnight behind it if need be. Any other way might be read as another day.
 * Without a pattern that counts: there are millions of them.
 */
function dayOf(column: string): string {
  return `CASE WHEN length(${column}) IN (10, 19) AND substr(${column}, 5, 1) = '-' AND substr(${column}, 8, 1) = '-'
    AND left(${column}, 4) COLLATE "C" BETWEEN '1900' AND '2999' AND substr(${column}, 11) IN ('', ' 00:00:00')
    AND pg_input_is_valid(${column}, 'date') THEN ${column}::date END`;
}

/** Runs the steps of an intake on what was staged. Deliveries about one facility come one by one. */
async function enter(
  run: Run,
  rows: number,
  { source, facility, today }: VisitSource,
  onStep?: (done: number, total: number) => void,
): Promise<void> {
  if (rows < manyRows) {
    await run('SELECT pg_advisory_xact_lock_shared(7041, 0)');
    await run(
      `SELECT pg_advisory_xact_lock(7042, hashtext(facility)) FROM (SELECT DISTINCT facility FROM visit_stage WHERE facility IS NOT NULL ORDER BY 1) f`,
    );
  } else await run('SELECT pg_advisory_xact_lock(7041, 0)');
  const values: Record<string, unknown> = { own: facility, today, source };
  const types: Record<string, string> = { own: 'text', today: 'date', source: 'text' };
  const steps = intakeSteps(rows);
  for (const [i, step] of steps.entries()) {
    const used: string[] = [];
    const text = step.replace(/(?<!:):(own|today|source)\b/g, (_, name: string) => {
      if (!used.includes(name)) used.push(name);
      return `$${used.indexOf(name) + 1}::${types[name]}`;
    });
    await run(
      text,
      used.map((name) => values[name]),
    );
    onStep?.(i + 1, steps.length);
  }
}

async function digestOf(file: string): Promise<Buffer> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest();
}

async function assertHeader(file: string): Promise<void> {
  for await (const chunk of createReadStream(file, { end: 4095, encoding: 'utf8' })) {
    const header = String(chunk)
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/, 1)[0]
      ?.trim()
      .toLowerCase();
    if (header === visitFileColumns.join(',')) return;
    const names = header?.split(',') ?? [];
    throw new Problem('column-missing', {
      file: basename(file),
      column: visitFileColumns.find((name) => !names.includes(name)) ?? visitFileColumns.join(','),
    });
  }
  throw new Problem('file-empty', { file: basename(file) });
}
