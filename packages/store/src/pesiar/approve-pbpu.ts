import { monthlyContribution, virtualAccount } from '@jangkau/contributions';
import { isCardNumber } from '@jangkau/kernel';
import { firstPaymentWindow, householdBill, monthOf, parseDate, type Segment } from '@jangkau/membership';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Db } from '../database/connect.ts';
import { rulesOn } from '../rules/rule-settings.ts';
import { clientDb } from './client-db.ts';
import { type Deciding, keepVerdicts, waitingForms } from './decision.ts';
import { type EnrolledMember, enrolPeople, newHousehold } from './enrol-people.ts';
import type { FormApplicant, FormDetail } from './form-people.ts';

/** What verifying an application came to. */
export type PbpuApproval =
  | { outcome: 'gone' }
  /** Somebody of the family card is missing on the form (Peraturan BPJS 4/2014: the whole KK). */
  | { outcome: 'family-incomplete'; missing: { residentNo: string; name: string }[] }
  /** Everybody on the form is covered already: the case is to be closed as active. */
  | { outcome: 'already-active' }
  | { outcome: 'approved'; amount: number; va: string; from: string; until: string; people: number };

/**
 * Verifies an application for PBPU: the whole family card is on it, its people are entered and wait for the first
 * payment to the virtual account, within the window of days. In the caller's transaction, as the owner.
 */
export async function approvePbpu(
  client: pg.PoolClient,
  deciding: Deciding,
  order: { form: string; note?: string | undefined },
): Promise<PbpuApproval> {
  const db = clientDb(client);
  const [form] = await waitingForms(db, 'officer', [order.form]);
  if (!form) return { outcome: 'gone' };
  const missing = await missingOfFamily(db, form, deciding.today);
  if (missing.length > 0) return { outcome: 'family-incomplete', missing };
  const active = await activeAlready(db, form);
  const billed = form.people.filter(
    ({ coveredIn, nik }) => ownBill(coveredIn) && !(nik !== null && active.has(nik)),
  );
  if (billed.length === 0) return { outcome: 'already-active' };
  const { pbiEndedOn, ppuEndedOn } = form.body;
  const { membership } = await rulesOn(db, deciding.today);
  const window = firstPaymentWindow(
    {
      registeredOn: parseDate(deciding.today),
      ...(pbiEndedOn && { pbiEndedOn: parseDate(pbiEndedOn) }),
      ...(ppuEndedOn && { ppuEndedOn: parseDate(ppuEndedOn) }),
    },
    membership,
  );
  const account = await openAccount(client, form, billed, {
    today: deciding.today,
    until: window.until.toString(),
    waitWaived: window.waitWaived,
  });
  await keepVerdicts(db, deciding, [
    {
      form,
      verdict: 'approved',
      reasons: [],
      note: order.note,
      startsOn: window.from.toString(),
      payUntil: window.until.toString(),
      ...account,
    },
  ]);
  return {
    outcome: 'approved',
    amount: account.amount,
    va: account.va,
    from: window.from.toString(),
    until: window.until.toString(),
    people: billed.length,
  };
}

/** Enters people who pay for themselves in a family of their own, and says where and how much to pay first. */
export async function openAccount(
  client: pg.PoolClient,
  form: FormDetail,
  people: readonly FormApplicant[],
  terms: { today: string; until: string; waitWaived: boolean },
): Promise<{ members: EnrolledMember[]; householdId: number; amount: number; va: string }> {
  const roomClass = form.body.class ?? 3;
  const householdId = await newHousehold(client, people[0]?.kk ?? null, form.area);
  const dueOn = parseDate(terms.until).add({ days: 1 }).toString();
  const members = await enrolPeople(client, form, people, {
    segment: 'PBPU',
    class: roomClass,
    reason: 'AWAITING_FIRST_PAYMENT',
    dueOn,
    today: terms.today,
    householdId,
  });
  const ids = members.map(({ memberId }) => memberId);
  // Who was in the register before joins the new bill; a debt of an earlier bill stays where it is.
  await client.query(
    `WITH turned AS (
       UPDATE member_status SET household_id = $2, segment = 'PBPU', class = $3, payer_id = NULL, active = false, inactive_kind = 'lapsed',
         since = $4::date, reason = 'AWAITING_FIRST_PAYMENT', due_on = $5::date, due_reason = 'APPLICATION_LAPSED'
       WHERE member_id = ANY ($1) AND NOT active AND household_id <> $2 RETURNING *
     )
     INSERT INTO status_change (member_id, valid_on, segment, class, active, inactive_kind, reason, cause)
     SELECT member_id, since, segment, class, false, 'lapsed', reason, 'pesiar' FROM turned`,
    [ids, householdId, roomClass, terms.today, dueOn],
  );
  await client.query(
    `INSERT INTO membership_fact (member_id, kind, valid_on, segment, class, household_id, wait_waived, source, reference)
     SELECT member_id, 'enrolled', $2::date, 'PBPU', $3, $4, $5, 'pesiar', 'form:' || $6
     FROM member_status WHERE member_id = ANY ($1) AND household_id = $4 ORDER BY member_id`,
    [ids, terms.today, roomClass, householdId, terms.waitWaived, form.form],
  );
  const { amount } = monthlyContribution(
    { segment: 'PBPU', roomClass, people: members.length },
    monthOf(parseDate(terms.today)),
  );
  const card = members[0]?.card ?? '';
  if (!isCardNumber(card)) throw new Error('a new member has no card');
  return { members, householdId, amount, va: virtualAccount(card, { bank: form.body.bank ?? 'bri' }) };
}

function ownBill(coveredIn: string | null): boolean {
  return coveredIn === null || coveredIn === 'PBPU' || coveredIn === 'BP';
}

/** NIK of those on the form who are covered by the member register, whatever the form says. */
async function activeAlready(db: Db, form: FormDetail): Promise<Set<string>> {
  const { rows } = await sql<{ nik: string }>`
    SELECT lpad(m.nik::text, 16, '0') AS nik FROM member m JOIN member_status s ON s.member_id = m.id
    WHERE s.active AND m.nik = ANY (${form.people.flatMap(({ nik }) => nik ?? [])}::bigint[])`.execute(db);
  return new Set(rows.map(({ nik }) => nik));
}

/** People of the applicants' family cards by the newest register who are neither on the form nor covered elsewhere. */
async function missingOfFamily(
  db: Db,
  form: FormDetail,
  today: string,
): Promise<{ residentNo: string; name: string }[]> {
  const cards = [...new Set(form.people.flatMap(({ kk }) => kk ?? []))];
  if (cards.length === 0) return [];
  const { rows } = await sql<{ residentNo: string; name: string; coveredIn: Segment | null }>`
    SELECT r.no_penduduk AS "residentNo", r.name,
      CASE WHEN r.member_key IS NOT NULL AND r.inactive_kind IS NULL THEN coalesce(r.segment, 'PPU_BU') END AS "coveredIn"
    FROM resident_result r
    WHERE r.run_number = (SELECT max(number) FROM run WHERE state = 'done') AND r.kk = ANY (${cards}::bigint[])`.execute(
    db,
  );
  const named = new Set(form.people.flatMap(({ residentNo }) => residentNo ?? []));
  const household = rows.map(({ residentNo, coveredIn }) => ({
    id: residentNo,
    coveredIn: coveredIn === 'PBPU' || coveredIn === 'BP' ? ('PPU_BU' as const) : coveredIn,
  }));
  const { missing } = householdBill(household, named, parseDate(today));
  return rows
    .filter(({ residentNo }) => missing.includes(residentNo))
    .map(({ residentNo, name }) => ({ residentNo, name }));
}
