import type pg from 'pg';
import { enterVisits, judgeVisits, type VisitSource } from './enter-visits.ts';
import { stageTable } from './intake-steps.ts';
import { visitTransaction } from './visit-transaction.ts';

/** A visit as a facility reports it. */
export interface VisitMessage {
  /** Number of the visit at its facility: counts once. */
  reference: string;
  facility: string;
  level: 'FKTP' | 'RJTL' | 'RITL';
  kind: 'sick' | 'healthy';
  /** One of the two. */
  card?: string | undefined;
  nik?: string | undefined;
  /** Day of the visit or of admission, 'YYYY-MM-DD'. */
  day: string;
  dischargedOn?: string | undefined;
  act: 'add' | 'correct' | 'cancel';
}

/** What became of a message. */
export type VisitOutcome = 'added' | 'repeated' | 'corrected' | 'cancelled' | 'refused';

export interface TakenVisit {
  /** Place of the message, from 0; line of a file, from 1. */
  line: number;
  outcome: VisitOutcome;
  /** Why it was refused. */
  reason: string | null;
}

/**
 * Enters messages in one transaction; repeats, late arrivals and any order are harmless. On the owner's pool,
 * as other loading is: what is judged stands in tables of the moment.
 */
export async function takeVisits(
  pool: pg.Pool,
  messages: readonly VisitMessage[],
  from: VisitSource,
): Promise<TakenVisit[]> {
  return visitTransaction(pool, async (run) => {
    await run(stageTable);
    await run(
      `INSERT INTO visit_stage SELECT x.place::integer, x.card, x.nik::bigint, x.day::date, x.level, x.kind, x.facility,
         x.reference, x."dischargedOn"::date, x.act
       FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (card text, nik text, day text, level text, kind text, facility text,
         reference text, "dischargedOn" text, act text)) WITH ORDINALITY AS x (card, nik, day, level, kind, facility,
         reference, "dischargedOn", act, place)`,
      [JSON.stringify(messages)],
    );
    await judgeVisits(run, messages.length, from);
    await enterVisits(run, from);
    return run<TakenVisit>(
      `SELECT line - 1 AS line, outcome, CASE WHEN outcome = 'refused' THEN refusal END AS reason FROM visit_judged ORDER BY line`,
    );
  });
}
