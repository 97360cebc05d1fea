import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import type { Scope } from '../scope.ts';

/** A photograph or signature as it is kept. */
export interface KeptAttachment {
  mime: string;
  bytes: Buffer;
  sealed: boolean;
}

/** Keeps what was photographed for a case, once by its hash. False when the case is out of reach. */
export async function addAttachment(
  db: Db,
  scope: Scope,
  file: { caseId: string; sha256: string; mime: string; size: number; bytes: Buffer; sealed: boolean },
): Promise<boolean> {
  const { rows } = await sql<{ area: string; banjar: string | null }>`
    SELECT area_code AS area, banjar FROM pesiar_case WHERE case_id = ${file.caseId}::uuid`.execute(db);
  const [found] = rows;
  if (!found) return false;
  await sql`
    INSERT INTO attachment (case_id, sha256, mime, size, bytes, sealed, added_by, area_code, banjar)
    VALUES (${file.caseId}, ${file.sha256}, ${file.mime}, ${file.size}, ${file.bytes}, ${file.sealed}, ${scope.username},
      ${found.area}, ${found.banjar}) ON CONFLICT DO NOTHING`.execute(db);
  return true;
}

/** What was photographed; undefined out of reach. */
export async function findAttachment(
  db: Db,
  caseId: string,
  sha256: string,
): Promise<KeptAttachment | undefined> {
  const { rows } = await sql<KeptAttachment>`
    SELECT mime, bytes, sealed FROM attachment WHERE case_id = ${caseId}::uuid AND sha256 = ${sha256}`.execute(
    db,
  );
  return rows[0];
}
