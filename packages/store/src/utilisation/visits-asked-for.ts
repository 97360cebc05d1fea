import type pg from 'pg';

/** What a program asks for: the visits of one member, or those of its facility. */
export interface VisitsQuestion {
  credentialId: number;
  /** Undefined: of the facility the client speaks for. */
  card?: string;
  from: string;
  to: string;
  levels?: readonly string[];
  requestId: string;
  address: string;
}

/** A visit that stands, as hospitals see it. */
export interface VisitRow {
  /** False: the credential does not hold. The only row then. */
  allowed: boolean;
  card: string;
  name: string;
  facility: string;
  facility_name: string | null;
  reference: string;
  day: string;
  level: 'FKTP' | 'RJTL' | 'RITL';
  class: number;
  discharged_on: string | null;
}

/** Visits, newest first, at most 2000. The question is in the audit before the answer is given. */
export async function visitsAskedFor(pool: pg.Pool, question: VisitsQuestion): Promise<VisitRow[]> {
  const { rows } = await pool.query<VisitRow>({
    name: 'visits_asked_for',
    text: 'SELECT * FROM visits_asked_for($1::bigint, $2::text, $3::date, $4::date, $5::text[], $6::uuid, $7::text)',
    values: [
      question.credentialId,
      question.card ?? null,
      question.from,
      question.to,
      question.levels ?? null,
      question.requestId,
      question.address,
    ],
  });
  return rows;
}
