import { type Assignment, assignmentKinds, type Role } from '@jangkau/access';
import {
  AccountRepository,
  AuditLog,
  type Db,
  type Scope,
  SecondFactorRepository,
  SessionRepository,
  SignInGuardRepository,
  SignInStepRepository,
  type UserRow,
} from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';
import { newFirstPassword } from './first-password.ts';
import { hashPassword } from './password-hash.ts';

/** A user, and until when sign-in is refused after failures. */
export interface ManagedUser extends UserRow {
  lockedUntil: Date | undefined;
}

/** Which roles on what an administrator gives. */
export interface RoleOrder {
  role: Role;
  code: string | null;
}

/** Knows which codes of areas there are; employers and facilities are taken as they are written. */
export type AreaCheck = (code: string) => Promise<boolean>;

/**
 * Administration of users. Nobody manages their own account here, so that nobody lifts themselves; the
 * database refuses to lose its last administrator.
 */
export class UserService {
  readonly #gate: Db;
  readonly #isArea: AreaCheck;
  readonly #now: () => Date;

  constructor(parts: { gate: Db; isArea: AreaCheck; now: () => Date }) {
    this.#gate = parts.gate;
    this.#isArea = parts.isArea;
    this.#now = parts.now;
  }

  async list(q: string | undefined): Promise<ManagedUser[]> {
    return this.#withLocks(this.#gate, await new AccountRepository(this.#gate).list({ q }));
  }

  /** @throws ApiProblem user-not-found */
  async get(username: string, db: Db = this.#gate): Promise<ManagedUser> {
    const [user] = await this.#withLocks(db, await new AccountRepository(db).list({ username }));
    if (!user) throw new ApiProblem('user-not-found');
    return user;
  }

  /** Adds a user with a first password. @throws ApiProblem username-taken, role-needs-place, area-not-found */
  async create(
    scope: Scope,
    order: { username: string; name: string; roles: readonly RoleOrder[] },
  ): Promise<{ user: ManagedUser; firstPassword: string }> {
    const { username, name } = order;
    const assignments = await Promise.all(order.roles.map((role) => this.#assignment(role)));
    const firstPassword = newFirstPassword();
    const passwordHash = await hashPassword(firstPassword);
    return this.#gate.transaction().execute(async (db) => {
      const accounts = new AccountRepository(db);
      if (!(await accounts.add({ username, name, passwordHash, mustChangePassword: true })))
        throw new ApiProblem('username-taken');
      for (const assignment of assignments) await accounts.assign(username, assignment, scope.username);
      await this.#record(db, scope, username, { act: 'create', roles: assignments.map(rolePlace) });
      return { user: await this.get(username, db), firstPassword };
    });
  }

  rename(scope: Scope, username: string, name: string): Promise<ManagedUser> {
    return this.#change(scope, username, { act: 'rename' }, (db) =>
      new AccountRepository(db).setName(username, name),
    );
  }

  /** Closes an account and signs it out everywhere. @throws ApiProblem own-account, last-administrator */
  disable(scope: Scope, username: string): Promise<ManagedUser> {
    return this.#change(scope, username, { act: 'disable' }, async (db) => {
      await new AccountRepository(db).setActive(username, false);
      await this.#signOut(db, username);
    });
  }

  enable(scope: Scope, username: string): Promise<ManagedUser> {
    return this.#change(scope, username, { act: 'enable' }, (db) =>
      new AccountRepository(db).setActive(username, true),
    );
  }

  /** A new first password in the place of the forgotten one; signs out everywhere. */
  async resetPassword(scope: Scope, username: string): Promise<{ user: ManagedUser; firstPassword: string }> {
    const firstPassword = newFirstPassword();
    const hash = await hashPassword(firstPassword);
    const user = await this.#change(scope, username, { act: 'reset-password' }, async (db) => {
      await new AccountRepository(db).setPassword(username, hash, true, this.#now());
      await new SignInGuardRepository(db).clear('account', username);
      await this.#signOut(db, username);
    });
    return { user, firstPassword };
  }

  /** Forgets the authenticator app of somebody who lost it; signs out everywhere. */
  resetSecondFactor(scope: Scope, username: string): Promise<ManagedUser> {
    return this.#change(scope, username, { act: 'reset-second-factor' }, async (db) => {
      await new SecondFactorRepository(db).remove(username);
      await new SignInGuardRepository(db).clear('code', username);
      await this.#signOut(db, username);
    });
  }

  unlock(scope: Scope, username: string): Promise<ManagedUser> {
    return this.#change(scope, username, { act: 'unlock' }, async (db) => {
      const guard = new SignInGuardRepository(db);
      await guard.clear('account', username);
      await guard.clear('code', username);
    });
  }

  signOut(scope: Scope, username: string): Promise<ManagedUser> {
    return this.#change(scope, username, { act: 'sign-out' }, (db) => this.#signOut(db, username));
  }

  /** @throws ApiProblem own-account, role-held, role-needs-place, area-not-found */
  async assign(scope: Scope, username: string, order: RoleOrder): Promise<ManagedUser> {
    const assignment = await this.#assignment(order);
    const detail = { act: 'assign', roles: [rolePlace(assignment)] };
    return this.#change(scope, username, detail, async (db) => {
      if (!(await new AccountRepository(db).assign(username, assignment, scope.username)))
        throw new ApiProblem('role-held');
    });
  }

  /** @throws ApiProblem own-account, role-not-found, last-administrator */
  async revoke(scope: Scope, username: string, id: number): Promise<ManagedUser> {
    const detail: Record<string, unknown> = { act: 'revoke' };
    return this.#change(scope, username, detail, async (db) => {
      const revoked = await new AccountRepository(db).revoke(username, id, scope.username);
      if (!revoked) throw new ApiProblem('role-not-found');
      detail.roles = [rolePlace(revoked)];
    });
  }

  async #change(
    scope: Scope,
    username: string,
    detail: Record<string, unknown>,
    work: (db: Db) => Promise<unknown>,
  ): Promise<ManagedUser> {
    await this.get(username);
    if (username === scope.username) throw new ApiProblem('own-account');
    try {
      return await this.#gate.transaction().execute(async (db) => {
        await work(db);
        await this.#record(db, scope, username, detail);
        return this.get(username, db);
      });
    } catch (error) {
      if ((error as { constraint?: string }).constraint !== 'officer_last_administrator') throw error;
      throw new ApiProblem('last-administrator', { cause: error });
    }
  }

  async #record(db: Db, scope: Scope, username: string, detail: Record<string, unknown>): Promise<void> {
    await AuditLog.add(db, scope, {
      action: 'user.manage',
      subject: { kind: 'user', key: username },
      detail,
    });
  }

  async #signOut(db: Db, username: string): Promise<void> {
    await new SessionRepository(db).closeAll(username);
    await new SignInStepRepository(db).closeAll(username);
  }

  async #assignment({ role, code }: RoleOrder): Promise<Assignment> {
    const kind = assignmentKinds[role];
    if (kind === 'branch') return { role, kind, code: null };
    if (code === null) throw new ApiProblem('role-needs-place');
    const [area = ''] = code.split('/');
    if (kind === 'area' && !(await this.#isArea(area))) throw new ApiProblem('area-not-found');
    if (kind !== 'area' && /\d{16}/.test(code)) throw new ApiProblem('invalid-request');
    return { role, kind, code };
  }

  async #withLocks(db: Db, users: UserRow[]): Promise<ManagedUser[]> {
    const guard = new SignInGuardRepository(db);
    const now = this.#now();
    const locks = await guard.lockedAccounts(
      users.map(({ username }) => username),
      now,
    );
    return users.map((user) => ({ ...user, lockedUntil: locks.get(user.username) }));
  }
}

function rolePlace({ role, code }: Assignment): string {
  return code === null ? role : `${role} ${code}`;
}
