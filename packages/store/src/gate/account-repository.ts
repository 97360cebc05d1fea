import type { Assignment } from '@jangkau/access';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** A person who works with Jangkau, as sign-in needs them. */
export interface AccountRow {
  username: string;
  name: string;
  active: boolean;
  password_hash: string;
  must_change_password: boolean;
  password_changed_at: Date;
  oidc_subject: string | null;
}

/** A role somebody has, with who gave it. */
export interface AssignmentRow extends Assignment {
  id: number;
  granted_by: string;
  granted_at: Date;
}

/** One line of the list of users. */
export interface UserRow {
  username: string;
  name: string;
  active: boolean;
  must_change_password: boolean;
  created_at: Date;
  second_factor: boolean;
  oidc: boolean;
  last_seen_at: Date | null;
  sessions: number;
  assignments: AssignmentRow[];
}

/** Accounts and their roles. Works on a handle or a transaction of jangkau_gate. */
export class AccountRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async find(username: string): Promise<AccountRow | undefined> {
    const { rows } = await sql<AccountRow>`
      SELECT username, name, active, password_hash, must_change_password, password_changed_at, oidc_subject
      FROM officer WHERE username = ${username}`.execute(this.#db);
    return rows[0];
  }

  async findBySubject(oidcSubject: string): Promise<AccountRow | undefined> {
    const { rows } = await sql<AccountRow>`
      SELECT username, name, active, password_hash, must_change_password, password_changed_at, oidc_subject
      FROM officer WHERE oidc_subject = ${oidcSubject}`.execute(this.#db);
    return rows[0];
  }

  /** True when there is nobody yet. */
  async isEmpty(): Promise<boolean> {
    const { rows } = await sql<{ empty: boolean }>`
      SELECT NOT EXISTS (SELECT FROM officer) AS empty`.execute(this.#db);
    return rows[0]?.empty ?? true;
  }

  /** Adds an account; false when the name is taken. */
  async add(account: {
    username: string;
    name: string;
    passwordHash: string;
    mustChangePassword: boolean;
  }): Promise<boolean> {
    const { rows } = await sql`
      INSERT INTO officer (username, name, password_hash, must_change_password)
      VALUES (${account.username}, ${account.name}, ${account.passwordHash}, ${account.mustChangePassword})
      ON CONFLICT (username) DO NOTHING RETURNING 1`.execute(this.#db);
    return rows.length > 0;
  }

  async setName(username: string, name: string): Promise<void> {
    await sql`UPDATE officer SET name = ${name} WHERE username = ${username}`.execute(this.#db);
  }

  /** @throws check_violation officer_last_administrator */
  async setActive(username: string, active: boolean): Promise<void> {
    await sql`UPDATE officer SET active = ${active} WHERE username = ${username}`.execute(this.#db);
  }

  async setPassword(username: string, hash: string, mustChange: boolean, now: Date): Promise<void> {
    await sql`
      UPDATE officer SET password_hash = ${hash}, must_change_password = ${mustChange},
        password_changed_at = ${now}
      WHERE username = ${username}`.execute(this.#db);
  }

  /** The same password under a newer kind of hash, unless it was changed meanwhile. */
  async rehash(username: string, from: string, to: string): Promise<void> {
    await sql`
      UPDATE officer SET password_hash = ${to}
      WHERE username = ${username} AND password_hash = ${from}`.execute(this.#db);
  }

  /** Binds the account to its person at the identity provider; false when it is bound to another. */
  async bindSubject(username: string, oidcSubject: string): Promise<boolean> {
    const { rows } = await sql`
      UPDATE officer SET oidc_subject = ${oidcSubject}
      WHERE username = ${username} AND (oidc_subject IS NULL OR oidc_subject = ${oidcSubject})
      RETURNING 1`.execute(this.#db);
    return rows.length > 0;
  }

  async assignments(username: string): Promise<AssignmentRow[]> {
    const { rows } = await sql<AssignmentRow>`
      SELECT id::int AS id, role, scope_kind AS kind, scope_code AS code, granted_by, granted_at
      FROM assignment WHERE username = ${username} AND revoked_at IS NULL ORDER BY id`.execute(this.#db);
    return rows;
  }

  /** Gives a role; false when the account has it already. */
  async assign(username: string, assignment: Assignment, grantedBy: string): Promise<boolean> {
    const { rows } = await sql`
      INSERT INTO assignment (username, role, scope_kind, scope_code, granted_by)
      VALUES (${username}, ${assignment.role}, ${assignment.kind}, ${assignment.code}, ${grantedBy})
      ON CONFLICT DO NOTHING RETURNING 1`.execute(this.#db);
    return rows.length > 0;
  }

  /**
   * Ends a role and returns what it was; undefined when the account does not have it.
   * @throws check_violation officer_last_administrator
   */
  async revoke(username: string, id: number, revokedBy: string): Promise<Assignment | undefined> {
    const { rows } = await sql<Assignment>`
      UPDATE assignment SET revoked_at = now(), revoked_by = ${revokedBy}
      WHERE id = ${id} AND username = ${username} AND revoked_at IS NULL
      RETURNING role, scope_kind AS kind, scope_code AS code`.execute(this.#db);
    return rows[0];
  }

  /** Users by name, with their roles; `q` is a part of the user name or the name. */
  async list(filter: { q?: string | undefined; username?: string | undefined }): Promise<UserRow[]> {
    const like = `%${(filter.q ?? '').toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
    const { rows } = await sql<UserRow>`
      SELECT o.username, o.name, o.active, o.must_change_password, o.created_at,
        f.confirmed_at IS NOT NULL AS second_factor, o.oidc_subject IS NOT NULL AS oidc,
        s.last_seen_at, s.sessions,
        coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'role', a.role, 'kind', a.scope_kind,
            'code', a.scope_code, 'granted_by', a.granted_by, 'granted_at', a.granted_at) ORDER BY a.id)
          FROM assignment a WHERE a.username = o.username AND a.revoked_at IS NULL), '[]') AS assignments
      FROM officer o
      LEFT JOIN second_factor f USING (username)
      LEFT JOIN LATERAL (
        SELECT max(seen_at) AS last_seen_at, count(*) FILTER (WHERE expires_at > now())::int AS sessions
        FROM session WHERE session.username = o.username
      ) s ON true
      WHERE (lower(o.username) LIKE ${like} OR lower(o.name) LIKE ${like})
        AND (${filter.username ?? null}::text IS NULL OR o.username = ${filter.username ?? null})
      ORDER BY o.active DESC, o.username LIMIT 500`.execute(this.#db);
    // Inside JSON moments are text.
    const withDate = (row: AssignmentRow) => ({ ...row, granted_at: new Date(row.granted_at) });
    return rows.map((row) => ({ ...row, assignments: row.assignments.map(withDate) }));
  }
}
