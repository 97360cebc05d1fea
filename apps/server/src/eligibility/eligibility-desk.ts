import { type Eligibility, eligibilityOn } from '@jangkau/membership';
import {
  type Database,
  type EligibilityFace,
  type EligibilityQuestion,
  type EligibilityRow,
  lookUpEligibility,
} from '@jangkau/store';
import type { FastifyRequest } from 'fastify';
import { ApiProblem } from '../http/api-problem.ts';
import type { RulesInForce } from '../ledger/rules-in-force.ts';
import { today } from '../runs/run-service.ts';
import { QuestionBatches } from './question-batches.ts';
import { standingOf } from './standing-of.ts';

/** Who is asked about: by one number or key. */
export type Whom = { nik: string } | { card: string } | { memberId: number };

/** The member and the decision. */
export interface Decided {
  member: EligibilityRow & { member_id: number };
  decision: Eligibility;
}

/** First day of JKN. */
const earliest = '2014-01-01';

/** One decision behind every face of the hospital door. */
export class EligibilityDesk {
  readonly #batches: QuestionBatches<EligibilityQuestion, EligibilityRow>;
  readonly #rules: RulesInForce;
  readonly #now: () => Date;
  readonly #timeZone: string;
  #day = { minute: -1, text: '' };

  constructor(parts: {
    database: Pick<Database, 'doorPool'>;
    rules: RulesInForce;
    timeZone: string;
    now: () => Date;
  }) {
    this.#rules = parts.rules;
    this.#now = parts.now;
    this.#timeZone = parts.timeZone;
    this.#batches = new QuestionBatches((questions) =>
      lookUpEligibility(parts.database.doorPool, questions, this.today()),
    );
  }

  /** The calendar day at the branch. */
  today(): string {
    const now = this.#now();
    const minute = Math.floor(now.getTime() / 60_000);
    if (this.#day.minute !== minute) this.#day = { minute, text: today(this.#timeZone, now) };
    return this.#day.text;
  }

  /** Whether the door answers for a day: from the beginning of JKN to tomorrow, as clocks and zones differ. */
  answersFor(day: string): boolean {
    // Most ask for today.
    if (day === this.today()) return true;
    if (!isDate(day)) return false;
    const tomorrow = new Date(Date.parse(this.today()) + 86_400_000).toISOString().slice(0, 10);
    return day >= earliest && day <= tomorrow;
  }

  /**
   * Asks for the client of a request. Undefined: nobody with that number. The question is recorded before
   * the answer is known here.
   * @throws ApiProblem client-not-known when the credential was revoked meanwhile, eligibility-day
   */
  async ask(
    request: FastifyRequest,
    face: EligibilityFace,
    whom: Whom,
    when: { day?: string | undefined; knownAt?: string | undefined } = {},
  ): Promise<Decided | undefined> {
    const { client } = request;
    if (!client) throw new ApiProblem('client-not-known');
    const day = when.day ?? this.today();
    if (!this.answersFor(day)) throw new ApiProblem('eligibility-day');
    const row = await this.#batches.ask({
      credentialId: client.credentialId,
      ...whom,
      day,
      ...(when.knownAt !== undefined && { knownAt: when.knownAt }),
      face,
      requestId: request.id,
      address: request.ip,
    });
    if (!row.allowed) throw new ApiProblem('client-not-known');
    const { member_id: found } = row;
    if (found === null) return undefined;
    const rules = await this.#rules.settings();
    return {
      member: { ...row, member_id: found },
      decision: eligibilityOn(standingOf(row, this.today(), rules), day, rules.membership),
    };
  }
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}
