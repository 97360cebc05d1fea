import { once } from 'node:events';
import type { MembershipSettings } from '@jangkau/membership';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { rulesWith } from '../rules/rule-settings.ts';
import { inLoad, loadStage } from './load-members.ts';
import { stageTable } from './load-steps.ts';
import { type RefusedMember, type RegisteredMember, readMemberRegister } from './member-register-file.ts';
import { overAge } from './over-age.ts';

/** A member register to be taken in. */
export interface ImportMembersOptions {
  /** CSV with the canonical names of member columns. */
  file: string;
  /** Day of the file, 'YYYY-MM-DD'. */
  asOf: string;
  /** What the facts say of where they come from. */
  source: string;
  onProgress?: (fraction: number) => void;
  signal?: AbortSignal;
}

/** What became of every row: rows = added + changed + unchanged + quarantined. */
export interface ImportedMembers {
  rows: number;
  added: number;
  /** Known cards whose identity or contact was brought up to date. */
  changed: number;
  unchanged: number;
  quarantined: RefusedMember[];
  /** Known cards of which the file says something else. Not taken over: lists, payments and moves change these. */
  differs: { segment: number; state: number; family: number };
}

const incomingTable = `
  CREATE TEMP TABLE incoming (
    line integer, card text COLLATE "C", nik bigint, kk bigint, name text, sex text, born date, area_code text, address text,
    phone text, segment text, class smallint, active boolean, unpaid_months smallint, registered_on date, inactive_since date
  ) ON COMMIT DROP`;

/**
 * Takes a member register in, in one transaction. Cards that are not known become members, in the family of their
 * KK number, with the facts, the bill of this month and the arrears the file tells of; of known cards identity and
 * contact are brought up to date. The same file twice changes nothing.
 * @throws Problem 'column-missing', 'file-empty'
 */
export async function importMembers(pool: pg.Pool, options: ImportMembersOptions): Promise<ImportedMembers> {
  return inLoad(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock(7031, 1)');
    await client.query(incomingTable);
    const read = await copyRows(client, options);
    await client.query('CREATE INDEX ON incoming (card)');
    await client.query('ANALYZE incoming');
    options.onProgress?.(0.3);
    const differs = await one<ImportedMembers['differs']>(client, differences);
    const changed = await one<{ known: number; changed: number }>(client, identity);
    await client.query(stageTable);
    const before = await one<{ member: number; household: number }>(
      client,
      `SELECT coalesce((SELECT max(id) FROM member), 0) AS member, coalesce((SELECT max(id) FROM household), 0) AS household`,
    );
    await client.query(`ALTER TABLE stage ALTER COLUMN id RESTART WITH ${before.member + 1}`);
    const rules = await rulesWith(client, options.asOf);
    const staged = await client.query(newMembers(rules.membership), [options.asOf, before.household]);
    const added = staged.rowCount ?? 0;
    if (added > 0)
      await loadStage(client, {
        asOf: options.asOf,
        ledgerMonths: 1,
        paidBefore: 0,
        source: options.source,
        bulk: before.member === 0,
        onProgress: (fraction) => options.onProgress?.(0.4 + 0.6 * fraction),
        ...(options.signal && { signal: options.signal }),
      });
    return {
      rows: read.rows,
      added,
      changed: changed.changed,
      unchanged: changed.known - changed.changed,
      quarantined: read.quarantined,
      differs,
    };
  });
}

async function copyRows(
  client: pg.PoolClient,
  { file, signal }: ImportMembersOptions,
): Promise<{ rows: number; quarantined: RefusedMember[] }> {
  const copy = client.query(copyFrom('COPY incoming FROM STDIN'));
  const quarantined: RefusedMember[] = [];
  let rows = 0;
  let text = '';
  for await (const row of readMemberRegister(file)) {
    signal?.throwIfAborted();
    rows++;
    if ('reason' in row) quarantined.push(row);
    else text += copyLine(row);
    if (text.length < 1 << 18) continue;
    if (!copy.write(text)) await once(copy, 'drain');
    text = '';
  }
  copy.end(text);
  await once(copy, 'finish');
  return { rows, quarantined };
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': ' ', '\r': ' ', '\n': ' ' };

function copyLine(member: RegisteredMember): string {
  const { line, card, nik, kk, name, sex, born, areaCode, address, phone, segment, roomClass } = member;
  const { active, unpaidMonths, registeredOn, inactiveSince } = member;
  const values = [line, card, nik, kk, name, sex, born, areaCode, address, phone, segment, roomClass];
  return `${[...values, active, unpaidMonths, registeredOn, inactiveSince]
    .map((value) =>
      value === null ? '\\N' : String(value).replace(/[\\\t\r\n]/g, (sign) => escapes[sign] ?? ''),
    )
    .join('\t')}\n`;
}

const differences = `
  SELECT count(*) FILTER (WHERE (s.segment, s.class) IS DISTINCT FROM (i.segment, i.class))::int AS segment,
    count(*) FILTER (WHERE s.active <> i.active)::int AS state,
    count(*) FILTER (WHERE i.kk IS NOT NULL AND h.kk IS DISTINCT FROM i.kk)::int AS family
  FROM incoming i JOIN member m ON m.card = i.card
  JOIN member_status s ON s.member_id = m.id JOIN household h ON h.id = s.household_id`;

// What a file leaves out stays as it is known.
const identity = `
  WITH known AS MATERIALIZED (
    SELECT m.id, i.*, (m.name, m.nik, m.sex, m.born, m.area_code, m.address, m.phone) IS DISTINCT FROM (i.name,
      coalesce(i.nik, m.nik), coalesce(i.sex, m.sex), coalesce(i.born, m.born), coalesce(nullif(i.area_code, ''), m.area_code),
      coalesce(i.address, m.address), coalesce(i.phone, m.phone)) AS other
    FROM incoming i JOIN member m ON m.card = i.card
  ), moved AS (
    UPDATE member_status s SET area_code = k.area_code FROM known k
    WHERE k.other AND s.member_id = k.id AND k.area_code <> '' AND s.area_code <> k.area_code
  ), done AS (
    UPDATE member m SET name = k.name, nik = coalesce(k.nik, m.nik), sex = coalesce(k.sex, m.sex), born = coalesce(k.born, m.born),
      area_code = coalesce(nullif(k.area_code, ''), m.area_code), address = coalesce(k.address, m.address),
      phone = coalesce(k.phone, m.phone)
    FROM known k WHERE k.other AND m.id = k.id RETURNING m.id
  )
  SELECT (SELECT count(*)::int FROM known) AS known, (SELECT count(*)::int FROM done) AS changed`;

// $1 day of the file, $2 last family key. Who owes is in arrears from the 1st after the first unpaid month; who does
// not work otherwise has lost the payer. Children of workers are covered to the month of their 21st birthday.
const newMembers = (rules: MembershipSettings) => `
  WITH fresh AS (
    SELECT i.*, date_trunc('month', $1::date)::date AS month,
      i.segment IN ('PBPU', 'BP') AND NOT i.active AND i.unpaid_months > 0 AS owes,
      i.segment IN ('PPU_PN', 'PPU_BU') AND i.born > $1::date - interval '21 years' AS child,
      coalesce(
        (SELECT min(h.id) FROM household h WHERE h.kk = i.kk) - 1,
        $2 - 1 + dense_rank() OVER (ORDER BY coalesce(i.kk::text, 'card ' || i.card))) AS household
    FROM incoming i WHERE NOT EXISTS (SELECT FROM member m WHERE m.card = i.card)
  ), dated AS (
    SELECT f.*, CASE WHEN f.owes THEN (f.month - make_interval(months => f.unpaid_months - 1))::date
      WHEN NOT f.active THEN least(coalesce(f.inactive_since, f.month), $1::date) END AS off_since
    FROM fresh f
  )
  INSERT INTO stage (card, nik, kk, name, sex, born, area_code, address, phone, household, segment, class, role, payer_kind,
    payer_code, active, inactive_kind, reason, since, registered_on, unpaid_months, paid_now, due_on, due_reason)
  SELECT d.card, d.nik, d.kk, d.name, d.sex, d.born, d.area_code, d.address, d.phone, d.household, d.segment, d.class,
    CASE WHEN d.child THEN 'child' END,
    CASE d.segment WHEN 'PBI_APBN' THEN 'state' WHEN 'PBPU_PEMDA' THEN CASE WHEN d.area_code <> '' THEN 'pemda' END END,
    CASE d.segment WHEN 'PBI_APBN' THEN 'APBN' WHEN 'PBPU_PEMDA' THEN nullif(left(d.area_code, 5), '') END,
    d.active, CASE WHEN d.active THEN NULL WHEN d.owes THEN 'arrears' ELSE 'lapsed' END,
    CASE WHEN d.active THEN CASE d.segment WHEN 'PBI_APBN' THEN 'STATE_PAYS' WHEN 'PBPU_PEMDA' THEN 'REGION_PAYS'
        WHEN 'PBPU' THEN 'PAID' WHEN 'BP' THEN 'PAID' ELSE 'EMPLOYER_PAYS' END
      WHEN d.owes THEN 'ARREARS'
      WHEN d.segment = 'PBI_APBN' THEN 'PBI_REMOVED' WHEN d.segment = 'PBPU_PEMDA' THEN 'PEMDA_REMOVED'
      WHEN d.segment IN ('PBPU', 'BP') THEN 'MOVED_OUT' ELSE 'EMPLOYMENT_ENDED' END,
    CASE WHEN d.active THEN r.on_day ELSE d.off_since END, r.on_day, d.unpaid_months, false,
    CASE WHEN d.active AND d.child THEN ${overAge('d.born', rules)} END,
    CASE WHEN d.active AND d.child THEN 'CHILD_OVER_AGE' END
  FROM dated d
  CROSS JOIN LATERAL (SELECT least(coalesce(d.registered_on, d.month),
    CASE WHEN d.owes THEN (d.off_since - interval '1 month')::date WHEN NOT d.active THEN d.off_since - 1 END, $1::date) AS on_day) r
  ORDER BY d.line`;

async function one<Row>(client: pg.PoolClient, text: string): Promise<Row> {
  const { rows } = await client.query(text);
  return rows[0] as Row;
}
