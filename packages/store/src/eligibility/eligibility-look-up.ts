import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** Through which door a question came. */
export type EligibilityFace = 'rest' | 'vclaim' | 'pcare' | 'fhir';

/** One question of a program. Exactly one of nik, card and key. */
export interface EligibilityQuestion {
  /** Credential the program was recognised by; looked at again with the question. */
  credentialId: number;
  nik?: string;
  card?: string;
  /** Key of the member, from an earlier answer. */
  memberId?: number;
  /** 'YYYY-MM-DD'. */
  day: string;
  /** Only what had been recorded by this moment (ISO 8601). */
  knownAt?: string;
  face: EligibilityFace;
  requestId: string;
  address: string;
}

/** What the register has of who was asked about. Dates 'YYYY-MM-DD'; numbers in full. */
export interface EligibilityRow {
  place: number;
  /** False: the credential no longer holds; nothing was looked up. */
  allowed: boolean;
  /** Null: nobody with that number. */
  member_id: number | null;
  card: string;
  /** 16 digits without leading zeros lost; null when the register has none. */
  nik: string | null;
  name: string;
  sex: 'L' | 'P' | null;
  born: string | null;
  household_id: number;
  fktp: string | null;
  fktp_name: string | null;
  role: string | null;
  segment: string | null;
  class: number | null;
  reason: string;
  since: string | null;
  arrears_months: number;
  due_on: string | null;
  due_reason: string | null;
  /** The change that takes effect by the day though the register does not show it yet. */
  planned: {
    kind: string;
    on: string;
    segment: string | null;
    class: number | null;
    cause: string | null;
    proof: boolean | null;
  } | null;
  /** First day of membership; null on faces that do not show it. */
  joined_on: string | null;
  /** Since when cover had been suspended before it came back, if that was not long ago. */
  suspended_on: string | null;
  /** Covered, and the contribution of this month is still to be paid. */
  month_unpaid: boolean;
  /** Of a family in arrears. */
  family: FamilyArrears | null;
}

/** What a family owes as far as it is billed, this month included; rupiah. */
export interface FamilyArrears {
  months: number;
  amount: number;
  deposit: number;
  /** 'YYYY-MM'; null without a bill. */
  lastBilled: string | null;
  payers: { segment: string; class: number; inactiveKind: string | null }[];
}

const statement = {
  name: 'look_up_eligibility',
  text: `SELECT * FROM look_up_eligibility($1::bigint[], $2::bigint[], $3::text[], $4::integer[], $5::date[],
    $6::timestamptz[], $7::text[], $8::uuid[], $9::text[], $10::date, $11::uuid)`,
};

/**
 * Answers questions together, in their order: one statement that looks at the credentials, looks the members
 * up and records every question. When it returns, the record is committed.
 */
export async function lookUpEligibility(
  pool: pg.Pool,
  questions: readonly EligibilityQuestion[],
  today: string,
): Promise<EligibilityRow[]> {
  const column = <T>(of: (question: EligibilityQuestion) => T) => questions.map(of);
  const { rows } = await pool.query<EligibilityRow>({
    ...statement,
    values: [
      column((q) => q.credentialId),
      column((q) => q.nik ?? null),
      column((q) => q.card ?? null),
      column((q) => q.memberId ?? null),
      column((q) => q.day),
      column((q) => q.knownAt ?? null),
      column((q) => q.face),
      column((q) => q.requestId),
      column((q) => q.address),
      today,
      randomUUID(),
    ],
  });
  return rows;
}
