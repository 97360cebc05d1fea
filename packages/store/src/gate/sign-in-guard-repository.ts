import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** How much guessing is allowed. */
export interface GuardRule {
  /** Failures before the first wait. */
  free: number;
  /** The first wait; each further failure doubles it. */
  firstWaitSeconds: number;
  longestWaitSeconds: number;
  /** Failures are forgotten this long after the last one. */
  forgetSeconds: number;
}

/** What is guarded: an account's password, its codes, an address, a program, a member's number. */
export type GuardKind = 'account' | 'code' | 'address' | 'client' | 'member' | 'member-address';

/** Outcome of a charge: go ahead, or wait until then. `locked` says that a failure now begins a wait. */
export type Charge = { allowed: true; locked: boolean } | { allowed: false; until: Date };

/**
 * Counts attempts to sign in, so that guessing gets slower and slower, also over restarts. An attempt is
 * charged before it is judged: a hundred at once are a hundred.
 */
export class SignInGuardRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Counts an attempt as failed until it is forgiven, unless nothing may be tried now. */
  async charge(kind: GuardKind, key: string, rule: GuardRule, now: Date): Promise<Charge> {
    const subject = subjectOf(kind, key);
    const failures = sql`CASE WHEN g.last_at < ${now}::timestamptz - make_interval(secs => ${rule.forgetSeconds})
      THEN 1 ELSE g.failures + 1 END`;
    const { rows } = await sql<{ failures: number; locked_until: Date | null }>`
      INSERT INTO sign_in_guard AS g (subject, failures, last_at) VALUES (${subject}, 1, ${now})
      ON CONFLICT (subject) DO UPDATE SET failures = ${failures}, last_at = ${now},
        locked_until = CASE WHEN ${failures} >= ${rule.free} THEN ${now}::timestamptz + make_interval(secs =>
          least(${rule.longestWaitSeconds}::float8,
            ${rule.firstWaitSeconds}::float8 * 2.0 ^ least(${failures} - ${rule.free}, 30))) END
      WHERE g.locked_until IS NULL OR g.locked_until <= ${now}
      RETURNING failures, locked_until`.execute(this.#db);
    const [charged] = rows;
    if (charged) return { allowed: true, locked: charged.locked_until !== null };
    return { allowed: false, until: (await this.lockedUntil(kind, key, now)) ?? now };
  }

  /** Takes one charge back: the attempt was right. */
  async forgive(kind: GuardKind, key: string): Promise<void> {
    await sql`
      UPDATE sign_in_guard SET failures = greatest(failures - 1, 0), locked_until = NULL
      WHERE subject = ${subjectOf(kind, key)}`.execute(this.#db);
  }

  /** Forgets all failures; false when there were none. */
  async clear(kind: GuardKind, key: string): Promise<boolean> {
    const { rows } = await sql`
      DELETE FROM sign_in_guard WHERE subject = ${subjectOf(kind, key)} RETURNING 1`.execute(this.#db);
    return rows.length > 0;
  }

  /** Until when nothing may be tried; undefined when it may. */
  async lockedUntil(kind: GuardKind, key: string, now: Date): Promise<Date | undefined> {
    const { rows } = await sql<{ locked_until: Date }>`
      SELECT locked_until FROM sign_in_guard
      WHERE subject = ${subjectOf(kind, key)} AND locked_until > ${now}`.execute(this.#db);
    return rows[0]?.locked_until;
  }

  /** Which of these accounts are locked by wrong passwords or codes, and until when. */
  async lockedAccounts(usernames: readonly string[], now: Date): Promise<Map<string, Date>> {
    const subjects = usernames.flatMap((username) => [
      { username, subject: subjectOf('account', username) },
      { username, subject: subjectOf('code', username) },
    ]);
    const { rows } = await sql<{ subject: Buffer; locked_until: Date }>`
      SELECT subject, locked_until FROM sign_in_guard
      WHERE subject = ANY (${subjects.map(({ subject }) => subject)}::bytea[]) AND locked_until > ${now}`.execute(
      this.#db,
    );
    const locks = new Map<string, Date>();
    for (const row of rows) {
      const username = subjects.find(({ subject }) => subject.equals(row.subject))?.username;
      const known = username === undefined ? undefined : locks.get(username);
      if (username !== undefined && (!known || known < row.locked_until))
        locks.set(username, row.locked_until);
    }
    return locks;
  }

  /** Forgets what was last tried before `before`. */
  async forget(before: Date): Promise<void> {
    await sql`DELETE FROM sign_in_guard WHERE last_at < ${before}`.execute(this.#db);
  }
}

function subjectOf(kind: GuardKind, key: string): Buffer {
  return createHash('sha256').update(`${kind}\n${key}`).digest();
}
