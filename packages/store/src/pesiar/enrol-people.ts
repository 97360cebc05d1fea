import type pg from 'pg';
import type { FormApplicant, FormDetail } from './form-people.ts';

/** How newly entered people stand until their cover begins. */
export interface Waiting {
  segment: 'PBPU' | 'PBPU_PEMDA' | 'PPU_BU' | 'PBI_APBN';
  class: 1 | 2 | 3;
  reason: 'AWAITING_FIRST_PAYMENT' | 'AWAITING_COVER_START';
  /** First day on which waiting is over without success, YYYY-MM-DD; null when nothing ends it. */
  dueOn: string | null;
  today: string;
  /** A family that is there already; a new one otherwise. */
  householdId?: number | undefined;
}

/** Somebody of a form in the member register. */
export interface EnrolledMember {
  memberId: number;
  householdId: number;
  card: string;
  residentNo: string | null;
  name: string;
  /** Was in the register before. */
  known: boolean;
}

/**
 * Enters the people of a form in the member register, or finds them there by card or NIK. Those who are new get a card
 * of the branch's own series and wait without cover. One form, one family: the family of somebody who is known, or a
 * new one. In the caller's transaction, as the owner.
 */
export async function enrolPeople(
  client: pg.ClientBase,
  form: FormDetail,
  people: readonly FormApplicant[],
  waiting: Waiting,
): Promise<EnrolledMember[]> {
  const niks = people.flatMap(({ nik }) => nik ?? []);
  const ids = people.flatMap(({ memberId }) => memberId ?? []);
  const { rows: known } = await client.query<{
    memberId: number;
    householdId: number;
    card: string;
    nik: string | null;
    kk: string | null;
  }>(
    `SELECT DISTINCT ON (m.nik, CASE WHEN m.nik IS NULL THEN m.id END) m.id AS "memberId", s.household_id AS "householdId",
       m.card, lpad(m.nik::text, 16, '0') AS nik, h.kk::text AS kk
     FROM member m JOIN member_status s ON s.member_id = m.id JOIN household h ON h.id = s.household_id
     WHERE (m.nik = ANY ($1::bigint[]) OR m.id = ANY ($2::int[])) AND s.inactive_kind IS DISTINCT FROM 'ended'
     ORDER BY m.nik, CASE WHEN m.nik IS NULL THEN m.id END, s.active DESC, m.id`,
    [niks, ids],
  );
  let householdId = waiting.householdId;
  const enrolled: EnrolledMember[] = [];
  for (const person of people) {
    const found = known.find(
      ({ memberId, nik }) => memberId === person.memberId || (nik !== null && nik === person.nik),
    );
    if (found) {
      const { memberId, card } = found;
      enrolled.push({
        memberId,
        householdId: found.householdId,
        card,
        residentNo: person.residentNo,
        name: person.name,
        known: true,
      });
      continue;
    }
    householdId ??= await newHousehold(client, person.kk, form.area);
    enrolled.push({ ...(await newMember(client, form, person, householdId, waiting)), known: false });
  }
  return enrolled;
}

/** A family of its own for billing. */
export async function newHousehold(client: pg.ClientBase, kk: string | null, area: string): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    'INSERT INTO household (kk, area_code) VALUES ($1::bigint, $2) RETURNING id',
    [kk, area],
  );
  return rows[0]?.id as number;
}

async function newMember(
  client: pg.ClientBase,
  form: FormDetail,
  person: FormApplicant,
  householdId: number,
  waiting: Waiting,
): Promise<Omit<EnrolledMember, 'known'>> {
  const { rows } = await client.query<{ memberId: number; card: string }>(
    `WITH added AS (
       INSERT INTO member (card, nik, name, sex, born, area_code, address, phone)
       VALUES ('0008' || lpad(nextval('own_card_seq')::text, 9, '0'), $1::bigint, $2, $3, $4, $5, $6, $7)
       RETURNING id, card, area_code
     ), stands AS (
       INSERT INTO member_status (member_id, household_id, area_code, segment, class, active, inactive_kind, since, reason,
         due_on, due_reason)
       SELECT id, $8, area_code, $9, $10, false, 'lapsed', $11::date, $12, $13::date,
         CASE WHEN $13::date IS NOT NULL THEN 'APPLICATION_LAPSED' END FROM added
     ), noted AS (
       INSERT INTO status_change (member_id, valid_on, segment, class, active, inactive_kind, reason, cause)
       SELECT id, $11::date, $9, $10, false, 'lapsed', $12, 'pesiar' FROM added
     )
     SELECT id AS "memberId", card FROM added`,
    [
      person.nik,
      person.name,
      person.sex,
      person.born,
      form.area,
      form.address,
      form.body.phone ?? null,
      householdId,
      waiting.segment,
      waiting.class,
      waiting.today,
      waiting.reason,
      waiting.dueOn,
    ],
  );
  const { memberId, card } = rows[0] as { memberId: number; card: string };
  return { memberId, card, householdId, residentNo: person.residentNo, name: person.name };
}
