import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** A family as tests describe it. */
export interface FamilyFixture {
  /** Last four digits of the cards, one a person. */
  people: readonly number[];
  segment?: string;
  class?: 1 | 2 | 3;
  area?: string;
  active?: boolean;
  since?: string;
  /** Months billed, 'YYYY-MM'; the first `paid` of them were paid on their 5th. */
  months?: readonly string[];
  paid?: number;
}

const tariffs: Record<number, number> = { 1: 150_000, 2: 100_000, 3: 35_000 };

/** Card of a made-up member. */
export function cardOf(number: number): string {
  return `0009${String(number).padStart(9, '0')}`;
}

/** Virtual account of a made-up member. */
export function vaOf(number: number): string {
  return `88888${cardOf(number).slice(2)}`;
}

/** Enters tariffs as they are since 2021, for tests of the ledger alone. */
export async function addTariffs(db: Db): Promise<void> {
  for (const segment of ['PBPU', 'BP'])
    for (const [roomClass, amount] of Object.entries(tariffs))
      await sql`INSERT INTO tariff (segment, class, valid_from, amount, legal_basis)
        VALUES (${segment}, ${Number(roomClass)}, '2021-01-01', ${amount}, 'Perpres 64/2020 Pasal 34')
        ON CONFLICT DO NOTHING`.execute(db);
}

/** Enters a family with its bills and what it paid. Returns the key of the household and of its members. */
export async function addFamily(
  db: Db,
  family: FamilyFixture,
): Promise<{ household: number; members: number[] }> {
  const {
    segment = 'PBPU',
    area = '51.71.01.1002',
    active = true,
    since = '2024-01-01',
    months = [],
  } = family;
  const roomClass = family.class ?? 3;
  return db.transaction().execute(async (tx) => {
    const one = async <Row>(query: ReturnType<typeof sql<Row>>) => (await query.execute(tx)).rows[0] as Row;
    const { id: household } = await one(
      sql<{ id: number }>`INSERT INTO household (area_code) VALUES (${area}) RETURNING id`,
    );
    const members: number[] = [];
    for (const [i, number] of family.people.entries()) {
      const { id } = await one(sql<{ id: number }>`
        INSERT INTO member (card, nik, name, sex, born, area_code)
        VALUES (${cardOf(number)}, ${`5171014101${String(70 + (number % 30)).padStart(2, '0')}0000`}::bigint,
          ${`ANGGOTA ${number}`}, 'P', '1990-01-01', ${area}) RETURNING id`);
      members.push(id);
      const self = segment === 'PBPU' || segment === 'BP';
      const reason = self ? (active ? 'PAID' : 'ARREARS') : 'EMPLOYER_PAYS';
      const kind = active ? null : 'arrears';
      await sql`INSERT INTO membership_fact (member_id, kind, valid_on, segment, class, household_id, role, owed_from, source)
        VALUES (${id}, 'enrolled', ${since}, ${segment}, ${roomClass}, ${household}, ${i === 0 ? 'payer' : 'child'},
          ${months[0] ? `${months[0]}-01` : null}, 'test')`.execute(tx);
      await sql`INSERT INTO member_status (member_id, household_id, area_code, segment, class, role, active, inactive_kind, since, reason)
        VALUES (${id}, ${household}, ${area}, ${segment}, ${roomClass}, ${i === 0 ? 'payer' : 'child'}, ${active}, ${kind}, ${since}, ${reason})`.execute(
        tx,
      );
      await sql`INSERT INTO status_change (member_id, valid_on, segment, class, active, inactive_kind, reason, cause)
        VALUES (${id}, ${since}, ${segment}, ${roomClass}, ${active}, ${kind}, ${reason}, 'test')`.execute(
        tx,
      );
    }
    const each = tariffs[roomClass] as number;
    for (const [i, month] of months.entries()) {
      const day = `${month}-01`;
      await sql`INSERT INTO bill (month, household_id, people, amount, issued_on)
        VALUES (${day}, ${household}, ${members.length}, ${each * members.length}, ${day})`.execute(tx);
      for (const member of members)
        await sql`INSERT INTO bill_line (month, member_id, household_id, segment, class, amount)
          VALUES (${day}, ${member}, ${household}, ${segment}, ${roomClass}, ${each})`.execute(tx);
      if (i < (family.paid ?? 0)) {
        const paidOn = `${month}-05`;
        const { id } = await one(sql<{ id: string }>`
          INSERT INTO payment (bank, reference, va, household_id, amount, paid_on, paid_at, channel)
          VALUES ('UJI', ${`${household}-${month}`}, ${vaOf(family.people[0] as number)}, ${household},
            ${each * members.length}, ${paidOn}, ${`${paidOn}T02:00:00Z`}, 'opening') RETURNING id`);
        await sql`SELECT distribute_payment(${id}::bigint)`.execute(tx);
      }
    }
    return { household, members };
  });
}

/** Months 'YYYY-MM' from the first to the last, both included. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let [year, month] = first.split('-').map(Number) as [number, number]; ; month++) {
    if (month > 12) {
      month = 1;
      year++;
    }
    const text = `${year}-${String(month).padStart(2, '0')}`;
    months.push(text);
    if (text >= last) return months;
  }
}
