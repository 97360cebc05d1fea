import {
  AccountRepository,
  type AccountRow,
  AuditLog,
  type BrowserRow,
  type GuardKind,
  type Scope,
  SecondFactorRepository,
  type SecondFactorRow,
  SessionRepository,
  SignInGuardRepository,
} from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';
import type { CodeSecret } from './code-apps.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { refusePassword } from './refuse-password.ts';
import { accountRule, needsSecondFactor } from './sign-in-policy.ts';
import type { SignInParts } from './sign-in-service.ts';

/** One's own account, seen from inside. */
export interface OwnAccount {
  account: AccountRow;
  factor: SecondFactorRow | undefined;
  required: boolean;
  recoveryCodesLeft: number;
}

/**
 * What people do with their own account while signed in. Acts that matter need the password again, with the
 * same brakes on guessing as signing in.
 */
export class AccountService {
  readonly #parts: SignInParts;

  constructor(parts: SignInParts) {
    this.#parts = parts;
  }

  async get(username: string): Promise<OwnAccount> {
    const { gate, policy } = this.#parts;
    const account = await this.#account(username);
    const factors = new SecondFactorRepository(gate);
    const factor = await factors.find(username);
    return {
      account,
      factor: factor?.confirmed_at ? factor : undefined,
      required: needsSecondFactor(policy, await new AccountRepository(gate).assignments(username)),
      recoveryCodesLeft: await factors.recoveryCodesLeft(username),
    };
  }

  /**
   * Changes the password and signs out every other browser.
   * @throws ApiProblem wrong-password, too-many-attempts, password-...
   */
  async changePassword(scope: Scope, current: string, password: string): Promise<void> {
    const account = await this.#confirm(scope, current);
    await refusePassword(password, account);
    const hash = await hashPassword(password);
    await this.#parts.gate.transaction().execute(async (db) => {
      await new AccountRepository(db).setPassword(account.username, hash, false, this.#parts.now());
      const ended = await new SessionRepository(db).closeAll(account.username, scope.tokenHash);
      await AuditLog.add(db, scope, { action: 'session.password-changed', detail: { ended } });
    });
  }

  /** @throws ApiProblem wrong-password, too-many-attempts, second-factor-active */
  async beginSecondFactor(scope: Scope, password: string): Promise<CodeSecret> {
    await this.#confirm(scope, password);
    return this.#parts.apps.begin(this.#parts.gate, scope.username);
  }

  /** Takes the app into use; returns recovery codes. @throws ApiProblem wrong-code, too-many-attempts */
  async confirmSecondFactor(scope: Scope, code: string): Promise<string[]> {
    await this.#charge('code', scope);
    return this.#parts.gate.transaction().execute(async (db) => {
      const codes = await this.#parts.apps.confirm(db, scope.username, code, this.#parts.now());
      await new SignInGuardRepository(db).clear('code', scope.username);
      await AuditLog.add(db, scope, { action: 'session.second-factor-added' });
      return codes;
    });
  }

  /** @throws ApiProblem wrong-password, too-many-attempts, second-factor-required */
  async removeSecondFactor(scope: Scope, password: string): Promise<void> {
    await this.#confirm(scope, password);
    if ((await this.get(scope.username)).required) throw new ApiProblem('second-factor-required');
    await this.#parts.gate.transaction().execute(async (db) => {
      await new SecondFactorRepository(db).remove(scope.username);
      await AuditLog.add(db, scope, { action: 'session.second-factor-removed' });
    });
  }

  /** @throws ApiProblem wrong-password, too-many-attempts, second-factor-missing */
  async renewRecoveryCodes(scope: Scope, password: string): Promise<string[]> {
    await this.#confirm(scope, password);
    if (!(await this.get(scope.username)).factor) throw new ApiProblem('second-factor-missing');
    return this.#parts.gate.transaction().execute(async (db) => {
      const codes = await this.#parts.apps.renewRecoveryCodes(db, scope.username);
      await AuditLog.add(db, scope, { action: 'session.recovery-codes-renewed' });
      return codes;
    });
  }

  async sessions(scope: Scope): Promise<BrowserRow[]> {
    const token = scope.tokenHash ?? Buffer.alloc(0);
    return new SessionRepository(this.#parts.gate).list(scope.username, token, this.#parts.now());
  }

  /** Signs out one browser. @throws ApiProblem session-not-found */
  async endSession(scope: Scope, id: string): Promise<void> {
    await this.#parts.gate.transaction().execute(async (db) => {
      if (!(await new SessionRepository(db).closeOne(scope.username, id)))
        throw new ApiProblem('session-not-found');
      await AuditLog.add(db, scope, { action: 'session.revoked', subject: { kind: 'session', key: id } });
    });
  }

  /** Signs out every browser but this one. */
  async endOtherSessions(scope: Scope): Promise<void> {
    await this.#parts.gate.transaction().execute(async (db) => {
      const ended = await new SessionRepository(db).closeAll(scope.username, scope.tokenHash);
      await AuditLog.add(db, scope, { action: 'session.revoked', detail: { ended } });
    });
  }

  async #confirm(scope: Scope, password: string): Promise<AccountRow> {
    await this.#charge('account', scope);
    const account = await this.#account(scope.username);
    if (!(await verifyPassword(password, account.password_hash))) {
      await AuditLog.add(this.#parts.gate, scope, {
        action: 'session.failed',
        detail: { reason: 'password-again' },
        outcome: 'denied',
      });
      throw new ApiProblem('wrong-password');
    }
    await new SignInGuardRepository(this.#parts.gate).clear('account', scope.username);
    return account;
  }

  async #charge(kind: GuardKind, scope: Scope): Promise<void> {
    const now = this.#parts.now();
    const guard = new SignInGuardRepository(this.#parts.gate);
    const charge = await guard.charge(kind, scope.username, accountRule, now);
    if (!charge.allowed)
      throw new ApiProblem('too-many-attempts', {
        retryAfter: Math.max(1, Math.ceil((charge.until.getTime() - now.getTime()) / 1000)),
      });
  }

  async #account(username: string): Promise<AccountRow> {
    const account = await new AccountRepository(this.#parts.gate).find(username);
    if (!account) throw new ApiProblem('not-signed-in');
    return account;
  }
}
