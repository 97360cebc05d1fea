import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  AuditLog,
  bindConversation,
  type Database,
  type Db,
  type GuardKind,
  type GuardRule,
  MemberSessionRepository,
  MemberSignInRepository,
  queueMessage,
  Scope,
  SignInGuardRepository,
} from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';
import { newToken, tokenHash } from '../sessions/random-token.ts';
import type { Visit } from '../sessions/sign-in-service.ts';
import { waPhone } from './wa-phone.ts';

/** Where messages of ours go out. */
export interface Outbox {
  /** The conversation with a phone (62...), locked; made when there is none. */
  conversationWith(db: Db, phone: string): Promise<string>;
  /** Something new is to be sent. */
  nudge(): void;
}

const minute = 60_000;
const day = 1440 * minute;
/** How long a code holds. */
const codeMinutes = 5;
/** Every answer to a number takes this long, so that its time tells nothing either. */
const answerMs = 350;

/**
 * A number may be tried six times, right or wrong, then with waits of 1, 2, 4 ... 60 minutes. Asking for a code counts
 * as well: otherwise who is not locked out would know that the birth date was right.
 */
const numberRule: GuardRule = {
  free: 6,
  firstWaitSeconds: 60,
  longestWaitSeconds: 3600,
  forgetSeconds: 86_400,
};

/**
 * Mobile carriers put thousands of phones behind one address: what keeps numbers safe is their own rule and the code, and
 * this one only ends a flood.
 */
const addressRule: GuardRule = {
  free: 1000,
  firstWaitSeconds: 30,
  longestWaitSeconds: 900,
  forgetSeconds: 3600,
};

/** How long a browser stays signed in: on one's own phone, and elsewhere. */
export const memberSession = {
  own: { idleMs: 14 * day, endMs: 90 * day },
  borrowed: { idleMs: 30 * minute, endMs: 12 * 60 * minute },
} as const;

/**
 * Signing in of members: number and birth date, then a code over WhatsApp to the phone on record. Whoever asks gets
 * the same answer after the same time, whether there is such a member or not; only the owner of the phone learns more.
 */
export class MemberSignIn {
  readonly #database: Database;
  readonly #key: Buffer;
  readonly #outbox: Outbox;
  readonly #now: () => Date;
  readonly #today: () => string;
  readonly #onError: (error: unknown) => void;

  constructor(parts: {
    database: Database;
    key: Buffer;
    outbox: Outbox;
    now: () => Date;
    today: () => string;
    onError: (error: unknown) => void;
  }) {
    this.#database = parts.database;
    this.#key = parts.key;
    this.#outbox = parts.outbox;
    this.#now = parts.now;
    this.#today = parts.today;
    this.#onError = parts.onError;
  }

  /**
   * Begins a sign-in: the code is on its way if number and birth date are those of a member with a phone.
   * @throws ApiProblem member-locked-out
   */
  async begin(
    visit: Visit,
    claim: { number: string; born: string; keep: boolean },
  ): Promise<{ token: string; expiresAt: Date }> {
    const answerAt = sleep(answerMs);
    const numberHash = this.#hash('number', claim.number);
    // The number first: trying at one that is locked guesses nothing and should not lock a whole office.
    const locked = await this.#charge(visit, 'member', numberHash.toString('hex'), numberRule);
    await this.#charge(visit, 'member-address', visit.address ?? '', addressRule);
    const token = newToken();
    const expiresAt = new Date(this.#now().getTime() + codeMinutes * minute);
    const work = this.#send(visit, claim, { token, numberHash, expiresAt, locked });
    // What takes longer than the answer goes on without it; its failure is told to those who watch the server.
    const outcome = await Promise.race([work.then(() => undefined, asFailure), answerAt]);
    if (outcome) throw outcome.error;
    work.catch(this.#onError);
    await answerAt;
    return { token, expiresAt };
  }

  /** Keeps the sign-in and puts the code into the outbox, in one transaction. */
  async #send(
    visit: Visit,
    { number, born, keep }: { number: string; born: string; keep: boolean },
    step: { token: string; numberHash: Buffer; expiresAt: Date; locked: boolean },
  ): Promise<void> {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const hash = tokenHash(step.token);
    const sent = await this.#database.system.transaction().execute(async (db) => {
      const signIns = new MemberSignInRepository(db);
      const found = await signIns.find({ number, born, today: this.#today() });
      const phone = found?.phone ? waPhone(found.phone) : undefined;
      const conversationId = phone && (await this.#outbox.conversationWith(db, phone));
      await signIns.begin({
        tokenHash: hash,
        numberHash: step.numberHash,
        codeHash: this.#hash('code', `${step.token} ${code}`),
        keep,
        memberId: conversationId ? found?.memberId : undefined,
        conversationId: conversationId || undefined,
        expiresAt: step.expiresAt,
      });
      if (conversationId) {
        const key = `member-sign-in/${hash.toString('hex')}`;
        await queueMessage(db, conversationId, { key, kind: 'code', body: { kind: 'code', code } });
        if (step.locked) await this.#warn(db, conversationId);
      }
      await AuditLog.add(db, systemAt(visit), {
        action: step.locked ? 'session.member-locked' : 'session.member-code',
        ...(found && { subject: { kind: 'member', key: String(found.memberId) } }),
        ...(step.locked && { outcome: 'denied' as const }),
      });
      return conversationId !== undefined;
    });
    if (sent) this.#outbox.nudge();
  }

  /** Tells the owner of the phone that somebody keeps trying, once a day. */
  async #warn(db: Db, conversationId: string): Promise<void> {
    await queueMessage(db, conversationId, {
      key: `member-guessed/${this.#today()}`,
      kind: 'template',
      body: { kind: 'template', name: 'pandawa_percobaan_masuk', parameters: [] },
    });
  }

  /**
   * Goes on with the code.
   * @throws ApiProblem member-code-wrong, member-locked-out
   */
  async giveCode(
    visit: Visit,
    token: string | undefined,
    code: string,
  ): Promise<{ memberId: number; token: string; keep: boolean; endsAt: Date }> {
    if (!token) throw new ApiProblem('member-code-wrong');
    const signIns = new MemberSignInRepository(this.#database.system);
    const hash = tokenHash(token);
    const number = await signIns.numberOf(hash);
    if (!number) throw new ApiProblem('member-code-wrong');
    const locked = await this.#charge(visit, 'member', number.toString('hex'), numberRule);
    const tried = await signIns.try(hash);
    const given = this.#hash('code', `${token} ${code}`);
    const right = timingSafeEqual(tried?.code_hash ?? Buffer.alloc(given.length), given);
    if (!tried || !right || tried.member_id === null || tried.conversation_id === null) {
      await AuditLog.add(this.#database.system, systemAt(visit), {
        action: locked ? 'session.member-locked' : 'session.member-failed',
        ...(tried?.member_id && { subject: { kind: 'member', key: String(tried.member_id) } }),
        outcome: 'denied',
      });
      if (locked && tried?.conversation_id) {
        await this.#warn(this.#database.system, tried.conversation_id);
        this.#outbox.nudge();
      }
      throw new ApiProblem('member-code-wrong');
    }
    const { member_id: memberId, conversation_id: conversationId, keep } = tried;
    await this.#database.system.transaction().execute(async (db) => {
      await new MemberSignInRepository(db).end(hash);
      await bindConversation(db, conversationId, memberId);
    });
    return this.#open(visit, { memberId, conversationId, keep }, number);
  }

  async #open(
    visit: Visit,
    { memberId, conversationId, keep }: { memberId: number; conversationId: string; keep: boolean },
    number: Buffer,
  ) {
    const token = newToken();
    const createdAt = this.#now();
    const { idleMs, endMs } = keep ? memberSession.own : memberSession.borrowed;
    const endsAt = new Date(createdAt.getTime() + endMs);
    await this.#database.gate.transaction().execute(async (db) => {
      const guard = new SignInGuardRepository(db);
      await guard.clear('member', number.toString('hex'));
      await guard.forgive('member-address', visit.address ?? '');
      await new MemberSessionRepository(db).open({
        tokenHash: tokenHash(token),
        memberId,
        conversationId,
        keep,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + idleMs),
        endsAt,
        device: visit.device,
        address: visit.address ?? '',
      });
      await AuditLog.add(db, Scope.gate(`member ${memberId}`, visit), {
        action: 'session.signed-in',
        subject: { kind: 'member', key: String(memberId) },
      });
    });
    return { memberId, token, keep, endsAt };
  }

  /** Counts an attempt before it is judged; true when a further one has to wait. */
  async #charge(visit: Visit, kind: GuardKind, key: string, rule: GuardRule): Promise<boolean> {
    const now = this.#now();
    const charge = await new SignInGuardRepository(this.#database.gate).charge(kind, key, rule, now);
    if (charge.allowed) return charge.locked;
    await AuditLog.add(this.#database.gate, Scope.gate('member', visit), {
      action: 'session.refused',
      detail: { reason: 'locked', what: kind },
      outcome: 'denied',
    });
    throw new ApiProblem('member-locked-out', {
      retryAfter: Math.max(1, Math.ceil((charge.until.getTime() - now.getTime()) / 1000)),
    });
  }

  /** A keyed hash: what is kept of a number or a code that must not be readable. */
  #hash(purpose: string, text: string): Buffer {
    return createHmac('sha256', this.#key).update(`member ${purpose}\n${text}`).digest();
  }
}

function asFailure(error: unknown): { error: unknown } {
  return { error };
}

/** The background's own scope, from where the request came. */
function systemAt(visit: Visit): Scope {
  return Scope.gate('member', visit);
}
