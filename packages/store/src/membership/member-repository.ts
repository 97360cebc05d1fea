import { maskPhone } from '@jangkau/kernel';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { restrictedMembers } from '../privacy/restricted-members.ts';
import { type MemberRow, maskMember, memberColumns } from './member-row.ts';

/** A stretch of time in one state. */
export interface Spell {
  from: string;
  /** First day of the next; null: still so. */
  to: string | null;
  segment: string;
  class: number;
  payer: string | null;
  active: boolean;
  inactiveKind: string | null;
  reason: string;
}

/** A fact as it was recorded. */
export interface FactRow {
  kind: string;
  on: string;
  recordedAt: string;
  segment: string | null;
  cause: string | null;
  source: string;
  reference: string | null;
  withdrawn: boolean;
}

/** Everything of a member but money. */
export interface MembershipDetail {
  member: MemberRow & {
    address: string | null;
    phone: string | null;
    payer: string | null;
    role: string | null;
  };
  /** The member's data are not to be worked with. */
  restricted: boolean;
  dueOn: string | null;
  dueReason: string | null;
  household: MemberRow[];
  spells: Spell[];
  facts: FactRow[];
}

/** Members one may see. */
export class MemberRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** A member with family, spells and facts; undefined outside one's reach. */
  async find(memberId: number): Promise<MembershipDetail | undefined> {
    const { rows } = await sql<
      MembershipDetail['member'] & { dueOn: string | null; dueReason: string | null }
    >`
      SELECT ${memberColumns}, m.address, m.phone, s.role, s.due_on AS "dueOn", s.due_reason AS "dueReason",
        (SELECT p.name FROM payer p WHERE p.id = s.payer_id) AS payer
      FROM member m JOIN member_status s ON s.member_id = m.id WHERE m.id = ${memberId}`.execute(this.#db);
    const found = rows[0];
    if (!found) return undefined;
    const { dueOn, dueReason, ...member } = found;
    return {
      member: {
        ...maskMember(member),
        address: member.address,
        phone: member.phone && maskPhone(member.phone),
        payer: member.payer,
        role: member.role,
      },
      restricted: (await restrictedMembers(this.#db)).includes(memberId),
      dueOn,
      dueReason,
      household: await this.household(member.householdId),
      spells: await this.#spells(memberId),
      facts: await this.#facts(memberId),
    };
  }

  /** The key of a member by card number. */
  async keyOfCard(card: string): Promise<number | undefined> {
    const { rows } = await sql<{ id: number }>`SELECT id FROM member WHERE card = ${card}`.execute(this.#db);
    return rows[0]?.id;
  }

  /** Members of a family that one may see. */
  async household(householdId: number): Promise<MemberRow[]> {
    const { rows } = await sql<MemberRow>`
      SELECT ${memberColumns} FROM member_status s JOIN member m ON m.id = s.member_id
      WHERE s.household_id = ${householdId} ORDER BY m.born NULLS LAST, m.id`.execute(this.#db);
    return rows.map(maskMember);
  }

  /** Numbers of a member in full; undefined outside one's reach. */
  async numbers(
    memberId: number,
  ): Promise<{ card: string; nik: string | null; kk: string | null; phone: string | null } | undefined> {
    const { rows } = await sql<{ card: string; nik: string | null; kk: string | null; phone: string | null }>`
      SELECT m.card, m.nik::text AS nik, h.kk::text AS kk, m.phone
      FROM member m JOIN member_status s ON s.member_id = m.id JOIN household h ON h.id = s.household_id
      WHERE m.id = ${memberId}`.execute(this.#db);
    return rows[0];
  }

  /** States one after the other. What is noted later holds from its day on; what changes nothing is not a spell. */
  async #spells(memberId: number): Promise<Spell[]> {
    const { rows } = await sql<Spell>`
      WITH standing AS (
        SELECT * FROM status_change c WHERE member_id = ${memberId} AND NOT EXISTS (
          SELECT FROM status_change d WHERE d.member_id = c.member_id AND d.id > c.id AND d.valid_on <= c.valid_on)
      ), told AS (
        SELECT *, ROW(segment, class, payer_id, active, inactive_kind, reason)
          IS NOT DISTINCT FROM lag(ROW(segment, class, payer_id, active, inactive_kind, reason)) OVER (ORDER BY valid_on) AS again
        FROM standing
      )
      SELECT valid_on AS "from", lead(valid_on) OVER (ORDER BY valid_on) AS "to", segment, class,
        (SELECT p.name FROM payer p WHERE p.id = c.payer_id) AS payer, active, inactive_kind AS "inactiveKind", reason
      FROM told c WHERE NOT again ORDER BY valid_on`.execute(this.#db);
    return rows;
  }

  async #facts(memberId: number): Promise<FactRow[]> {
    const { rows } = await sql<FactRow>`
      SELECT f.kind, f.valid_on AS "on", to_json(f.recorded_at) #>> '{}' AS "recordedAt", f.segment, f.cause, f.source,
        f.reference, EXISTS (SELECT FROM membership_fact w WHERE w.withdraws = f.id) AS withdrawn
      FROM membership_fact f WHERE f.member_id = ${memberId} ORDER BY f.valid_on, f.id`.execute(this.#db);
    return rows;
  }
}
