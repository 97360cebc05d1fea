import type { CaseState, ExitKind, FactOfKind } from '@jangkau/pesiar';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** Who decides about a form. */
export type Desk = 'dinas-sosial' | 'employer' | 'officer';

const deskOf: Readonly<Record<ExitKind, Desk>> = {
  pemda: 'dinas-sosial',
  pbi: 'dinas-sosial',
  ppu: 'employer',
  pbpu: 'officer',
  newborn: 'officer',
  reactivation: 'officer',
};

/** Puts a form that was handed in on its desk; an earlier one of the case that still waits is withdrawn. */
export async function addApplication(
  db: Db,
  state: CaseState,
  { id, at, by, body }: FactOfKind<'registered'>,
): Promise<void> {
  const { area, banjar } = state.subject;
  await sql`
    UPDATE pesiar_application SET status = 'withdrawn', decided_at = ${at}, decided_by = ${by}
    WHERE case_id = ${state.caseId} AND status = 'waiting'`.execute(db);
  await sql`
    INSERT INTO pesiar_application (form, case_id, exit, desk, status, area_code, banjar, employer_code, employer_name,
      people, class, bank, handed_in_at, handed_in_by)
    VALUES (${id}, ${state.caseId}, ${body.exit}, ${deskOf[body.exit]}, 'waiting', ${area}, ${banjar},
      ${body.employer?.code ?? null}, ${body.employer?.name ?? null}, ${Math.max(1, body.people.length)},
      ${body.class ?? null}, ${body.bank ?? null}, ${at}, ${by})`.execute(db);
}
