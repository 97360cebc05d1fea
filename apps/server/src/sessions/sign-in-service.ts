import { randomBytes } from 'node:crypto';
import type { SignInNext } from '@jangkau/contracts';
import {
  AccountRepository,
  type AccountRow,
  AuditLog,
  type Db,
  type GuardKind,
  type Origin,
  Scope,
  SecondFactorRepository,
  SessionRepository,
  SignInGuardRepository,
  SignInStepRepository,
} from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';
import type { CodeApps, CodeSecret } from './code-apps.ts';
import type { OidcPerson } from './oidc-provider.ts';
import { hashPassword, isOutdated, verifyPassword } from './password-hash.ts';
import { newToken, tokenHash } from './random-token.ts';
import { refusePassword } from './refuse-password.ts';
import {
  accountRule,
  addressRule,
  needsSecondFactor,
  type SignInPolicy,
  stepMinutes,
} from './sign-in-policy.ts';

/** Where somebody comes from. */
export interface Visit extends Origin {
  device: string;
}

/** How far a sign-in has come. The token goes into a cookie: of the session when done, else of the step. */
export interface SignInOutcome {
  next: SignInNext;
  username: string;
  token: string;
  expiresAt: Date;
}

export interface SignInParts {
  gate: Db;
  apps: CodeApps;
  policy: SignInPolicy;
  now: () => Date;
}

/**
 * Signing in, step by step: password or identity provider, then whatever the account needs besides. Each step
 * has a token of its own, so that one that was planted or overheard before is worth nothing after it. Every
 * step is audited in the transaction that takes it.
 */
export class SignInService {
  readonly #gate: Db;
  readonly #apps: CodeApps;
  readonly #policy: SignInPolicy;
  readonly #now: () => Date;
  // Compared against when there is no such account, so that the answer takes as long.
  readonly #decoy = hashPassword(randomBytes(16).toString('hex'));

  constructor(parts: SignInParts) {
    this.#gate = parts.gate;
    this.#apps = parts.apps;
    this.#policy = parts.policy;
    this.#now = parts.now;
  }

  /** @throws ApiProblem wrong-credentials, too-many-attempts; neither tells whether the account exists */
  async withPassword(visit: Visit, typedName: string, password: string): Promise<SignInOutcome> {
    const username = typedName.trim().toLowerCase();
    // The account first: trying at one that is locked guesses nothing and should not lock the whole office.
    const charges = [
      await this.#charge(visit, 'account', username, ''),
      await this.#charge(visit, 'address', visit.address ?? '', ''),
    ];
    const account = await new AccountRepository(this.#gate).find(username);
    const right = await verifyPassword(password, account?.password_hash ?? (await this.#decoy));
    if (!account?.active || !right) {
      await this.#failed(visit, account, 'password', charges.some(Boolean));
      throw new ApiProblem('wrong-credentials');
    }
    const guard = new SignInGuardRepository(this.#gate);
    await guard.forgive('address', visit.address ?? '');
    await guard.clear('account', username);
    if (isOutdated(account.password_hash))
      await new AccountRepository(this.#gate).rehash(
        username,
        account.password_hash,
        await hashPassword(password),
      );
    return this.#gate.transaction().execute((db) => this.#proceed(db, visit, account, ['password']));
  }

  /**
   * Somebody the identity provider vouches for. The account is found by the provider's own number for the
   * person once it is bound, the first time by the user name the provider tells.
   * @throws ApiProblem oidc-refused when there is no open account of this person
   */
  async withProvider(visit: Visit, person: OidcPerson): Promise<SignInOutcome> {
    const accounts = new AccountRepository(this.#gate);
    const account =
      (await accounts.findBySubject(person.subject)) ??
      (person.username === undefined ? undefined : await accounts.find(person.username.toLowerCase()));
    if (!account?.active || !(await accounts.bindSubject(account.username, person.subject))) {
      await this.#failed(visit, account, 'oidc', false);
      throw new ApiProblem('oidc-refused');
    }
    const proven = person.secondFactor ? ['oidc', 'mfa'] : ['oidc'];
    return this.#gate.transaction().execute((db) => this.#proceed(db, visit, account, proven));
  }

  /**
   * The owner of an enrolled device, by its secret: it was enrolled by whoever had signed in fully, and it
   * opens its secret only with their PIN. Audited as its own way of signing in.
   * @throws ApiProblem wrong-credentials when the account is closed
   */
  async withDevice(visit: Visit, username: string): Promise<SignInOutcome> {
    const account = await new AccountRepository(this.#gate).find(username);
    if (!account?.active) {
      await this.#failed(visit, account, 'device', false);
      throw new ApiProblem('wrong-credentials');
    }
    return this.#gate.transaction().execute((db) => this.#proceed(db, visit, account, ['device']));
  }

  /**
   * Goes on with a code of the authenticator app, or with a recovery code.
   * @throws ApiProblem sign-in-expired, wrong-code, too-many-attempts
   */
  async withCode(
    visit: Visit,
    token: string | undefined,
    given: { code: string } | { recoveryCode: string },
  ): Promise<SignInOutcome> {
    const { account, proven } = await this.#step(token, 'code');
    const locked = await this.#charge(visit, 'code', account.username, account.username);
    const outcome = await this.#gate.transaction().execute(async (db) => {
      const kind = 'code' in given ? 'code' : 'recovery';
      const right =
        'code' in given
          ? await this.#apps.useCode(db, account.username, given.code, this.#now())
          : await this.#apps.useRecoveryCode(db, account.username, given.recoveryCode, this.#now());
      if (!right) return undefined;
      await new SignInGuardRepository(db).clear('code', account.username);
      return this.#proceed(db, visit, account, [...proven, kind], token);
    });
    if (outcome) return outcome;
    await this.#failed(visit, account, 'code', locked);
    throw new ApiProblem('wrong-code');
  }

  /**
   * Goes on with a password of one's own in the place of a first one.
   * @throws ApiProblem sign-in-expired, password-...
   */
  async withNewPassword(visit: Visit, token: string | undefined, password: string): Promise<SignInOutcome> {
    const { account, proven } = await this.#step(token, 'password');
    await refusePassword(password, account);
    const hash = await hashPassword(password);
    return this.#gate.transaction().execute(async (db) => {
      await new AccountRepository(db).setPassword(account.username, hash, false, this.#now());
      await new SessionRepository(db).closeAll(account.username);
      await AuditLog.add(db, Scope.gate(account.username, visit), {
        action: 'session.password-changed',
        detail: { first: true },
      });
      return this.#proceed(db, visit, { ...account, must_change_password: false }, proven, token);
    });
  }

  /** @throws ApiProblem sign-in-expired */
  async beginCodeSetup(token: string | undefined): Promise<CodeSecret> {
    const { account } = await this.#step(token, 'code-setup');
    return this.#apps.begin(this.#gate, account.username);
  }

  /**
   * Goes on by taking an authenticator app into use.
   * @throws ApiProblem sign-in-expired, wrong-code, too-many-attempts
   */
  async confirmCodeSetup(
    visit: Visit,
    token: string | undefined,
    code: string,
  ): Promise<SignInOutcome & { recoveryCodes: string[] }> {
    const { account, proven } = await this.#step(token, 'code-setup');
    await this.#charge(visit, 'code', account.username, account.username);
    return this.#gate.transaction().execute(async (db) => {
      const recoveryCodes = await this.#apps.confirm(db, account.username, code, this.#now());
      await new SignInGuardRepository(db).clear('code', account.username);
      await AuditLog.add(db, Scope.gate(account.username, visit), { action: 'session.second-factor-added' });
      return { ...(await this.#proceed(db, visit, account, [...proven, 'code'], token)), recoveryCodes };
    });
  }

  /** Where the sign-in with this step token stands; undefined when there is none. */
  async stepOf(token: string | undefined): Promise<{ next: SignInNext; username: string } | undefined> {
    if (!token) return undefined;
    const step = await new SignInStepRepository(this.#gate).find(tokenHash(token), this.#now());
    const account = step && (await new AccountRepository(this.#gate).find(step.username));
    return (
      account && { next: await this.#next(this.#gate, account, step.proven), username: account.username }
    );
  }

  /** Forgets a sign-in that was begun. */
  async abandon(token: string): Promise<void> {
    await new SignInStepRepository(this.#gate).close(tokenHash(token));
  }

  /** Opens the session, or the next step in the place of the one before. */
  async #proceed(
    db: Db,
    visit: Visit,
    account: AccountRow,
    proven: string[],
    before?: string,
  ): Promise<SignInOutcome> {
    const now = this.#now();
    const steps = new SignInStepRepository(db);
    if (before) await steps.close(tokenHash(before));
    const next = await this.#next(db, account, proven);
    const token = newToken();
    const { username } = account;
    if (next !== 'done') {
      const expiresAt = after(now, stepMinutes);
      await steps.open(tokenHash(token), { username, proven }, now, expiresAt);
      return { next, username, token, expiresAt };
    }
    const endsAt = after(now, this.#policy.sessionHours * 60);
    await new SessionRepository(db).open({
      tokenHash: tokenHash(token),
      username,
      createdAt: now,
      expiresAt: after(now, Math.min(this.#policy.idleMinutes, this.#policy.sessionHours * 60)),
      endsAt,
      device: visit.device,
      address: visit.address ?? '',
      proven,
    });
    await AuditLog.add(db, Scope.gate(username, visit), { action: 'session.signed-in', detail: { proven } });
    return { next, username, token, expiresAt: endsAt };
  }

  async #next(db: Db, account: AccountRow, proven: readonly string[]): Promise<SignInNext> {
    const factor = await new SecondFactorRepository(db).find(account.username);
    const second = proven.some((how) => ['code', 'recovery', 'mfa', 'device'].includes(how));
    if (factor?.confirmed_at && !second) return 'code';
    if (account.must_change_password && proven.includes('password')) return 'password';
    const assignments = await new AccountRepository(db).assignments(account.username);
    if (!second && needsSecondFactor(this.#policy, assignments)) return 'code-setup';
    return 'done';
  }

  /** The account of a step that is to be taken now. */
  async #step(
    token: string | undefined,
    wanted: SignInNext,
  ): Promise<{ account: AccountRow; proven: string[] }> {
    const step = token
      ? await new SignInStepRepository(this.#gate).find(tokenHash(token), this.#now())
      : undefined;
    const account = step && (await new AccountRepository(this.#gate).find(step.username));
    if (!account || (await this.#next(this.#gate, account, step.proven)) !== wanted)
      throw new ApiProblem('sign-in-expired');
    return { account, proven: step.proven };
  }

  /** Counts an attempt before it is judged; true when a failure now begins a wait. */
  async #charge(visit: Visit, kind: GuardKind, key: string, username: string): Promise<boolean> {
    const now = this.#now();
    const rule = kind === 'address' ? addressRule : accountRule;
    const charge = await new SignInGuardRepository(this.#gate).charge(kind, key, rule, now);
    if (charge.allowed) return charge.locked;
    await AuditLog.add(this.#gate, Scope.gate(username, visit), {
      action: 'session.refused',
      detail: { reason: 'locked', what: kind },
      outcome: 'denied',
    });
    throw new ApiProblem('too-many-attempts', {
      retryAfter: Math.max(1, Math.ceil((charge.until.getTime() - now.getTime()) / 1000)),
    });
  }

  async #failed(
    visit: Visit,
    account: AccountRow | undefined,
    reason: string,
    locked: boolean,
  ): Promise<void> {
    // A name nobody has is not recorded: it may be a password typed into the wrong field.
    const scope = Scope.gate(account?.username ?? '', visit);
    await AuditLog.add(this.#gate, scope, {
      action: 'session.failed',
      detail: { reason, known: account !== undefined, ...(account && !account.active && { disabled: true }) },
      outcome: 'denied',
    });
    if (locked) await AuditLog.add(this.#gate, scope, { action: 'session.locked', outcome: 'denied' });
  }
}

function after(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}
