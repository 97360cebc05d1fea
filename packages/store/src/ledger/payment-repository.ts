import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** Money as a bank reports it. */
export interface PaymentNotice {
  bank: string;
  /** The bank's own reference: counts once, whatever is delivered how often. */
  reference: string;
  /** Virtual account number, 16 digits. */
  va: string;
  /** Rupiah. */
  amount: number;
  /** Moment of payment, ISO 8601. */
  paidAt: string;
}

/** What became of a payment. */
export interface Posting {
  outcome: 'posted' | 'suspense' | 'repeated' | 'conflict';
  paymentId: string;
  /** Null while the money is in suspense. */
  household: number | null;
  /** The family was suspended and is covered again. */
  reactivated: boolean;
}

/** How payments are entered: by the system role or the owner, never by a request's own. */
export interface PostingOptions {
  channel: 'notification' | 'file' | 'counter';
  /** Date of today in the branch's zone. */
  today: string;
  timeZone: string;
  fileId?: number;
}

/** Entering money. */
export class PaymentRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Posts one payment; see post_payment in 0009-monthly-work.sql. */
  async post(notice: PaymentNotice, options: PostingOptions): Promise<Posting> {
    const { rows } = await sql<Posting>`
      SELECT outcome, payment_id::text AS "paymentId", household, reactivated FROM post_payment(
        ${notice.bank}, ${notice.reference}, ${notice.va}, ${notice.amount}, ${notice.paidAt}::timestamptz,
        ${options.timeZone}, ${options.channel}, ${options.fileId ?? null}, ${options.today}::date)`.execute(
      this.#db,
    );
    return rows[0] as Posting;
  }

  /**
   * Posts what a program of a bank reports, as jangkau_bank and with nothing but notify_payment. Undefined when its
   * credential does not hold any more.
   */
  async notify(
    notice: PaymentNotice,
    from: { credentialId: number; today: string; timeZone: string },
  ): Promise<Posting | undefined> {
    const { rows } = await sql<Posting>`
      SELECT outcome, payment_id::text AS "paymentId", household, reactivated FROM notify_payment(
        ${from.credentialId}::bigint, ${notice.bank}, ${notice.reference}, ${notice.va}, ${notice.amount},
        ${notice.paidAt}::timestamptz, ${from.timeZone}, ${from.today}::date)`.execute(this.#db);
    return rows[0];
  }

  /** Gives money in suspense to a family; undefined when it is not there any more. */
  async resolve(holding: string, household: number, by: string, today: string): Promise<string | undefined> {
    const { rows } = await sql<{ id: string | null }>`
      SELECT resolve_suspense(${holding}::bigint, ${household}, ${by}, ${today}::date)::text AS id`.execute(
      this.#db,
    );
    return rows[0]?.id ?? undefined;
  }
}
