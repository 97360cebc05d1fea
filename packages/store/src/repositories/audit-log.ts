import type { Action } from '@jangkau/access';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import type { Scope } from '../scope.ts';

/** What was done or asked for. */
export interface AuditEntry {
  /** An action of the matrix, an event of signing in such as 'session.failed', or what a member did with their own data. */
  action: Action | `session.${string}` | `own.${string}`;
  /** What it was about, by key: never a number of a person. */
  subject?: { kind: string; key: string } | undefined;
  /** Code of the area it was about. */
  area?: string | null | undefined;
  /** Why, in the words of whoever did it. */
  purpose?: string | undefined;
  /** Filters and counts; never rows, names or what was searched for. */
  detail?: Record<string, unknown> | undefined;
  /** 'denied' when it was asked for and not given. */
  outcome?: 'done' | 'denied';
}

/** The audit. Entries are added, never changed; the sealer chains them afterwards. */
export const AuditLog = {
  /**
   * Adds an entry in the transaction of the act itself: what cannot be recorded does not happen. Who, in
   * which role and from where come from the scope.
   */
  async add(db: Db, scope: Scope, entry: AuditEntry): Promise<void> {
    const { subject, detail } = entry;
    await sql`
      INSERT INTO audit_entry (username, role, area, purpose, action, subject_kind, subject_key, detail, outcome,
        request_id, address)
      VALUES (${scope.username}, ${scope.roles.join(',') || null}, ${entry.area ?? null}, ${entry.purpose ?? null},
        ${entry.action}, ${subject?.kind ?? null}, ${subject?.key ?? null},
        ${detail === undefined ? null : JSON.stringify(detail)}, ${entry.outcome ?? 'done'},
        ${scope.origin.requestId ?? null}, ${scope.origin.address ?? null})`.execute(db);
  },
};
