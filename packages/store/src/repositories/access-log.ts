import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import type { Scope } from '../scope.ts';

type AccessAction = 'read-person' | 'read-member' | 'unmask' | 'search' | 'export' | 'print' | 'read-file';

export interface Access {
  action: AccessAction;
  runId: string;
  residentKey?: number | null | undefined;
  memberKey?: number | null | undefined;
  /** List and filters; never a number of a person. */
  subject?: string | undefined;
  reason?: string | undefined;
  requestId?: string | undefined;
}

/** Written before the record is shown: a reading that cannot be recorded does not happen. */
export class AccessLog {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async add(scope: Scope, access: Access): Promise<void> {
    await sql`
      INSERT INTO access_log (officer, action, run_id, resident_key, member_key, subject, reason, request_id)
      VALUES (${scope.officer}, ${access.action}, ${access.runId}, ${access.residentKey ?? null},
        ${access.memberKey ?? null}, ${access.subject ?? null}, ${access.reason ?? null},
        ${access.requestId ?? null})`.execute(this.#db);
  }
}
