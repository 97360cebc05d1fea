import { monthlyContribution } from '@jangkau/contributions';
import {
  addMonths,
  firstDay,
  monthOf,
  monthsBetween,
  newbornRegistration,
  parseDate,
} from '@jangkau/membership';
import type pg from 'pg';
import { rulesOn } from '../rules/rule-settings.ts';
import { openAccount } from './approve-pbpu.ts';
import { clientDb } from './client-db.ts';
import { type Deciding, keepVerdicts, waitingForms } from './decision.ts';
import { enrolPeople } from './enrol-people.ts';
import type { FormApplicant, FormDetail } from './form-people.ts';

/** What registering a newborn came to. */
export type NewbornApproval =
  | { outcome: 'gone' }
  | { outcome: 'mother-unknown' }
  | { outcome: 'birth-date-missing' }
  | { outcome: 'nik-needed' }
  /** The baby stands in the family already, perhaps as 'Bayi Ny. ...': to be updated, not registered again. */
  | { outcome: 'newborn-in-register' }
  /** The Pemda pays for the mother and its agreement does not cover newborns by itself: to be proposed. */
  | { outcome: 'newborn-needs-proposal' }
  /** Covered with the mother: at once, or with her payer's next list. */
  | { outcome: 'covered'; segment: string; from: string }
  | { outcome: 'approved'; amount: number; va: string; until: string; inTime: boolean };

interface Mother {
  memberId: number;
  householdId: number;
  segment: string;
  class: 1 | 2 | 3;
  payerId: number | null;
  active: boolean;
}

/**
 * Registers a newborn with its mother: covered at once where the state, the Pemda or an employer pays for her; else by
 * payment, within 28 days of birth, or with the contributions from birth on (Perpres 82/2018 Pasal 16, 28, 46). In the
 * caller's transaction, as the owner.
 */
export async function approveNewborn(
  client: pg.PoolClient,
  deciding: Deciding,
  order: {
    form: string;
    motherMemberId?: number | undefined;
    note?: string | undefined;
    /** Whether the agreement with the Pemda covers a newborn with its mother. */
    withPemda: boolean;
  },
): Promise<NewbornApproval> {
  const db = clientDb(client);
  const [form] = await waitingForms(db, 'officer', [order.form]);
  if (!form) return { outcome: 'gone' };
  const mother = await findMother(client, form, order.motherMemberId ?? form.body.motherMemberId ?? null);
  if (!mother) return { outcome: 'mother-unknown' };
  const baby = form.people.at(-1);
  if (!baby?.born) return { outcome: 'birth-date-missing' };
  if (await standsAlready(client, mother, baby)) return { outcome: 'newborn-in-register' };
  const today = parseDate(deciding.today);
  const registration = newbornRegistration(
    parseDate(baby.born),
    today,
    (await rulesOn(db, deciding.today)).membership,
  );
  if (registration.needsNik && baby.nik === null) return { outcome: 'nik-needed' };
  if (mother.active && mother.segment === 'PBPU_PEMDA' && !order.withPemda)
    return { outcome: 'newborn-needs-proposal' };
  if (mother.active && mother.segment !== 'PBPU' && mother.segment !== 'BP') {
    const [member] = await enrolPeople(client, form, [baby], {
      segment: mother.segment as 'PBI_APBN',
      class: mother.class,
      reason: 'AWAITING_COVER_START',
      dueOn: null,
      today: deciding.today,
      householdId: mother.householdId,
    });
    const role = mother.segment.startsWith('PPU') ? 'child' : null;
    await client.query(
      `WITH fact AS (
         INSERT INTO membership_fact (member_id, kind, valid_on, segment, class, payer_id, household_id, role, source, reference)
         VALUES ($1, 'enrolled', $2::date, $3, $4, $5, $6, $7, 'pesiar', 'form:' || $8)
       ), turned AS (
         UPDATE member_status SET active = true, inactive_kind = NULL, since = $2::date, payer_id = $5, role = $7,
           reason = CASE $3 WHEN 'PBI_APBN' THEN 'STATE_PAYS' WHEN 'PBPU_PEMDA' THEN 'REGION_PAYS' ELSE 'EMPLOYER_PAYS' END
         WHERE member_id = $1 RETURNING *
       )
       INSERT INTO status_change (member_id, valid_on, segment, class, payer_id, active, reason, cause)
       SELECT member_id, since, segment, class, payer_id, true, reason, 'pesiar' FROM turned`,
      [
        member?.memberId,
        deciding.today,
        mother.segment,
        mother.class,
        mother.payerId,
        mother.householdId,
        role,
        form.form,
      ],
    );
    await keepVerdicts(db, deciding, [
      {
        form,
        verdict: 'approved',
        reasons: [],
        note: order.note,
        startsOn: deciding.today,
        members: member ? [member] : [],
      },
    ]);
    return { outcome: 'covered', segment: mother.segment, from: deciding.today };
  }
  // A bill of the family for this month may be there already and never changes: the baby pays on its own until the 1st.
  const roomClass = form.body.class ?? mother.class;
  const until = registration.inTime ? registration.payBy : today.add({ days: 30 });
  const account = await openAccount(client, { ...form, body: { ...form.body, class: roomClass } }, [baby], {
    today: deciding.today,
    until: until.toString(),
    waitWaived: true,
  });
  const owed = registration.inTime ? 0 : monthsBetween(registration.owedFrom, monthOf(today));
  let amount = account.amount;
  for (let i = 0; i < owed; i++) {
    const month = addMonths(registration.owedFrom, i);
    const { amount: due } = monthlyContribution({ segment: 'PBPU', roomClass, people: 1 }, month);
    amount += due;
    await client.query(
      `WITH billed AS (INSERT INTO bill (month, household_id, people, amount, issued_on) VALUES ($1, $2, 1, $3, $4))
       INSERT INTO bill_line (month, member_id, household_id, segment, class, amount) VALUES ($1, $5, $2, 'PBPU', $6, $3)`,
      [
        firstDay(month).toString(),
        account.householdId,
        due,
        deciding.today,
        account.members[0]?.memberId,
        roomClass,
      ],
    );
  }
  if (owed > 0)
    await client.query(
      'UPDATE member_status SET arrears_months = $2, arrears_amount = $3 WHERE member_id = $1',
      [account.members[0]?.memberId, owed, amount - account.amount],
    );
  await keepVerdicts(db, deciding, [
    {
      form,
      verdict: 'approved',
      reasons: [],
      note: order.note,
      startsOn: deciding.today,
      payUntil: until.toString(),
      ...account,
      amount,
      joinsHouseholdId: mother.householdId,
    },
  ]);
  return {
    outcome: 'approved',
    amount,
    va: account.va,
    until: until.toString(),
    inTime: registration.inTime,
  };
}

/** Twins have one birthday, but not one name; a placeholder is named after the mother. */
async function standsAlready(
  client: pg.ClientBase,
  mother: Mother,
  baby: Pick<FormApplicant, 'name' | 'born'>,
): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT FROM member_status s JOIN member m ON m.id = s.member_id
     WHERE s.household_id = $1 AND m.born = $2::date AND s.inactive_kind IS DISTINCT FROM 'ended'
       AND (upper(m.name) = upper($3) OR m.name ~* '^(bayi|by)[. ]+(ny|nyonya)') LIMIT 1`,
    [mother.householdId, baby.born, baby.name],
  );
  return rows.length > 0;
}

/** A woman old enough: the member the officer names; else the card on the form, unless it is of another family card; else one of the family. */
async function findMother(
  client: pg.ClientBase,
  form: FormDetail,
  memberId: number | null,
): Promise<Mother | undefined> {
  const kk = form.people.find((one) => one.kk !== null)?.kk ?? null;
  const { rows } = await client.query<Mother>(
    `SELECT s.member_id AS "memberId", s.household_id AS "householdId", s.segment, s.class, s.payer_id AS "payerId", s.active
     FROM member_status s JOIN member m ON m.id = s.member_id JOIN household h ON h.id = s.household_id
     WHERE s.inactive_kind IS DISTINCT FROM 'ended' AND m.sex = 'P' AND m.born < $3::date - interval '12 years'
       AND CASE WHEN $1::int IS NOT NULL THEN s.member_id = $1
         WHEN $4::text IS NOT NULL THEN m.card = $4 AND (h.kk = $2::bigint OR h.kk IS NULL OR $2::bigint IS NULL)
         ELSE h.kk = $2::bigint END
     ORDER BY s.active DESC, m.born DESC LIMIT 1`,
    [memberId, kk, form.people.at(-1)?.born ?? null, form.motherCard],
  );
  return rows[0];
}
