import type { Outcome } from '@jangkau/pesiar';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { Scope } from '../scope.ts';
import { say, type ToSay } from './say.ts';

/** What a later mapping settled. */
export interface FollowedRun {
  /** Cases that solved themselves, by bucket. */
  closed: Partial<Record<Outcome, number>>;
  /** Outcomes given back to the linkage as decisions about pairs. */
  labels: number;
}

interface Solved {
  caseId: string;
  exit: boolean;
  memberId: number | null;
  segment: string | null;
  since: string | null;
}

/**
 * After a mapping: closes cases whose person is found with an active card, and gives what visits found out back to
 * the linkage. Works as the owner, in the caller's transaction.
 */
export async function followRun(db: Db, run: number, at: string): Promise<FollowedRun> {
  const { rows } = await sql<Solved>`
    SELECT c.case_id AS "caseId", coalesce(c.exit_status IN ('waiting', 'approved'), false) AS exit, m.id AS "memberId",
      coalesce(s.segment, r.segment) AS segment, s.since
    FROM pesiar_case c
    JOIN resident_result r ON r.run_number = ${run} AND r.no_penduduk = c.resident_no
    JOIN member_result k ON k.run_number = ${run} AND k.member_key = r.member_key
    LEFT JOIN member m ON m.card = k.no_kartu
    LEFT JOIN member_status s ON s.member_id = m.id
    WHERE c.bucket IS NULL AND c.run_number < ${run} AND r.member_key IS NOT NULL AND r.inactive_kind IS NULL
      AND (s.active IS NULL OR s.active)
    UNION ALL
    SELECT c.case_id, false, c.subject_member_id, s.segment, s.since
    FROM pesiar_case c
    JOIN member m ON m.id = c.subject_member_id
    JOIN member_status s ON s.member_id = m.id
    JOIN member_result k ON k.run_number = ${run} AND k.no_kartu = m.card AND k.bucket = 'linked'
    WHERE c.bucket IS NULL AND c.run_number < ${run} AND c.resident_no IS NULL AND s.active
    ORDER BY 1`.execute(db);
  const words = rows.map((solved): ToSay => {
    const { caseId } = solved;
    // Cover that was asked for has begun: that is a registration and not a person who was covered all along.
    if (solved.exit)
      return {
        caseId,
        kind: 'activated',
        body: {
          memberId: solved.memberId,
          segment: solved.segment ?? '',
          from: solved.since ?? at.slice(0, 10),
          how: 'mapping',
        },
      };
    return { caseId, kind: 'closed', body: { bucket: 'already-active', how: 'mapping' } };
  });
  await say(db, Scope.system(), at, words);
  await sql`
    UPDATE pesiar_application SET status = CASE WHEN status = 'approved' THEN 'active' ELSE 'withdrawn' END,
      decided_at = coalesce(decided_at, ${at}), decided_by = coalesce(decided_by, 'sistem')
    WHERE status IN ('waiting', 'approved') AND case_id = ANY (${rows.map(({ caseId }) => caseId)}::uuid[])`.execute(
    db,
  );
  const closed: Partial<Record<Outcome, number>> = {};
  for (const { kind } of words) {
    const bucket = kind === 'activated' ? 'registered' : 'already-active';
    closed[bucket] = (closed[bucket] ?? 0) + 1;
  }
  return { closed, labels: await labelOutcomes(db) };
}

/**
 * What visits found out about doubtful pairs, as decisions that later mappings obey: the person has this card, or has
 * none. Each case speaks once; a reviewer's word on the pair stands over it.
 */
async function labelOutcomes(db: Db): Promise<number> {
  const { rows } = await sql`
    INSERT INTO decision (officer, no_penduduk, no_kartu, verdict, note, run_id, resident_key, member_key, resident_name,
      member_name, area_code)
    SELECT c.last_visit_by, r.no_penduduk, k.no_kartu,
      CASE WHEN c.bucket IN ('already-active', 'arrears', 'lapsed') THEN 'same' ELSE 'different' END,
      'Hasil kunjungan PESIAR', run.id, r.resident_key, k.member_key, r.name, k.name, c.area_code
    FROM pesiar_case c
    JOIN run ON run.number = c.run_number
    JOIN resident_result r ON r.run_number = c.run_number AND r.no_penduduk = c.resident_no
    JOIN member_result k ON k.run_number = c.run_number AND k.member_key = r.best_member_key
    WHERE c.reason IN ('doubtful-match', 'uncovered') AND c.identity = 'same-person' AND c.last_visit_by IS NOT NULL
      AND (c.bucket IN ('already-active', 'arrears', 'lapsed', 'registered') OR c.last_result = 'found-uncovered')
      AND NOT EXISTS (SELECT FROM decision d WHERE d.no_penduduk = r.no_penduduk AND d.no_kartu = k.no_kartu)
    ORDER BY c.case_id
    RETURNING 1`.execute(db);
  return rows.length;
}
