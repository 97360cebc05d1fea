import type { CaseFactKind, FactOfKind } from '@jangkau/pesiar';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import type { Scope } from '../scope.ts';
import { type AppendedFact, appendCaseFacts } from './append-case-facts.ts';
import { newIds } from './new-ids.ts';

/** Something the office or the server has to say about a case. */
export type ToSay = {
  [K in CaseFactKind]: { caseId: string; kind: K; body: FactOfKind<K>['body'] };
}[CaseFactKind];

/** Appends facts of the office as of the present version of their cases. */
export async function say(
  db: Db,
  scope: Scope,
  at: string,
  words: readonly ToSay[],
): Promise<AppendedFact[]> {
  if (words.length === 0) return [];
  await sql`SELECT pg_advisory_xact_lock(7040)`.execute(db);
  const ids = await newIds(db, words.length);
  const { rows } = await sql<{ caseId: string; version: number }>`
    SELECT case_id AS "caseId", version FROM pesiar_case
    WHERE case_id = ANY (${words.map(({ caseId }) => caseId)}::uuid[])`.execute(db);
  const versions = new Map(rows.map(({ caseId, version }) => [caseId, version]));
  return appendCaseFacts(
    db,
    scope,
    words.map(({ caseId, kind, body }, i) => {
      const base = versions.get(caseId) ?? 0;
      versions.set(caseId, base + 1);
      return { id: ids[i], caseId, kind, body, at, by: scope.username, device: null, base } as never;
    }),
    { office: true },
  );
}
