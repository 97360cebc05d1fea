import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ApprovedForms,
  applications,
  approveByList,
  approveNewborn,
  approvePbpu,
  approveReactivation,
  asOwner,
  awaitsCover,
  clientDb,
  type Database,
  type Db,
  type Desk,
  employerApplications,
  followRun,
  isConnectionLost,
  keepVerdicts,
  openCases,
  quotaState,
  type RunRepository,
  refuseForms,
  type Scope,
  Scope as Scopes,
  settingIn,
  settleApplications,
  waitingForms,
} from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';
import type { RulesInForce } from '../ledger/rules-in-force.ts';

const againMs = 3000;
const mostTries = 20;

/** An order to approve or refuse forms. */
interface Order {
  forms: readonly string[];
  reference: string;
  note?: string | undefined;
}

/** What verifying an application came to. */
export interface OfficerApproval {
  outcome: 'waits-for-payment' | 'covered';
  amount: number | null;
  from: string | null;
  until: string | null;
  people: number;
  inTime: boolean | null;
  /** Reactivation by stages: the member whose plan is to be entered, and the stages wished for. */
  rehab?: { memberId: number; stages: number | null };
}

/**
 * The desks of PESIAR: they change the member register, so their work is done by the owner, in one transaction with
 * the facts of the cases, after the request's own rights have said which forms it may touch.
 */
export class PesiarDesk {
  readonly #database: Database;
  readonly #today: () => string;
  readonly #now: () => Date;
  readonly #onError: (error: unknown) => void;
  readonly #runs: RunRepository;
  readonly #rules: RulesInForce;
  readonly #closing = new AbortController();
  #settledOn: string | undefined;
  #following: Promise<void> = Promise.resolve();

  constructor(parts: {
    database: Database;
    today: () => string;
    now: () => Date;
    onError: (error: unknown) => void;
    runs: RunRepository;
    rules: RulesInForce;
  }) {
    this.#database = parts.database;
    this.#today = parts.today;
    this.#now = parts.now;
    this.#onError = parts.onError;
    this.#runs = parts.runs;
    this.#rules = parts.rules;
  }

  /** Now, as facts write it. */
  at(): string {
    return this.#now().toISOString();
  }

  /** Rupiah a region pays a head and month, by the reading in force. */
  async #share(): Promise<number> {
    return (await this.#rules.settings()).contributions.pemdaShare;
  }

  async quota(regency: string) {
    return quotaState(this.#database.system, regency, this.#today(), await this.#share());
  }

  /** Dinas Sosial approves proposals of one regency. PBI goes on to the ministry; Pemda is covered by its list. */
  async approveSocial(db: Db, scope: Scope, order: Order): Promise<ApprovedForms> {
    const waiting = await this.#reachable(db, scope, 'dinas-sosial', order.forms);
    const regencies = new Set(waiting.map(({ area }) => area.slice(0, 5)));
    if (regencies.size > 1)
      throw new ApiProblem('invalid-request', { detail: 'forms of one regency at a time' });
    const [regency = ''] = regencies;
    const ids = (exit: string) => waiting.filter((one) => one.exit === exit).map(({ form }) => form);
    const deciding = { scope, at: this.at(), today: this.#today(), desk: 'dinas-sosial' as const };
    const share = await this.#share();
    const approved = await asOwner(this.#database, async (client) => {
      const own = clientDb(client);
      const pbi = await waitingForms(own, 'dinas-sosial', ids('pbi'));
      await keepVerdicts(
        own,
        deciding,
        pbi.map((form) => ({ form, verdict: 'approved' as const, reasons: [], note: order.note })),
      );
      const none = { approved: 0, people: 0, refused: 0, overQuota: 0, startsOn: null, listId: null };
      const pemda = ids('pemda');
      const { left } = await quotaState(own, regency, deciding.today, share);
      if (pemda.length > 0 && left === null) throw new ApiProblem('quota-not-set');
      const list =
        pemda.length === 0
          ? none
          : await approveByList(client, deciding, {
              ...order,
              forms: pemda,
              kind: 'pemda-add',
              payerCode: regency,
              left: left ?? 0,
              prioritas: (await settingIn(own, 'prioritas', regency)) === true,
            });
      const proposed = pbi.reduce((sum, form) => sum + form.people.length, 0);
      return { ...list, approved: list.approved + pbi.length, people: list.people + proposed };
    });
    await this.settle();
    return approved;
  }

  /** An employer confirms workers: they go on its list. */
  async confirmWorkers(scope: Scope, employers: readonly string[], order: Order): Promise<ApprovedForms> {
    const waiting = await employerApplications(this.#database.system, employers, {
      forms: order.forms,
      status: 'waiting',
    });
    const codes = new Set(waiting.map(({ employerCode }) => employerCode));
    if (waiting.length < new Set(order.forms).size || codes.size !== 1) throw new ApiProblem('form-gone');
    const [code] = codes;
    const deciding = { scope, at: this.at(), today: this.#today(), desk: 'employer' as const };
    const approved = await asOwner(this.#database, (client) =>
      approveByList(client, deciding, { ...order, kind: 'employer-add', payerCode: code ?? '' }),
    );
    await this.settle();
    return approved;
  }

  /** An employer says that somebody is not to be registered. */
  async refuseWorkers(
    scope: Scope,
    employers: readonly string[],
    order: { forms: readonly string[]; reasons: readonly string[]; note?: string | undefined },
  ): Promise<number> {
    const own = await employerApplications(this.#database.system, employers, { forms: order.forms });
    return this.#refuse(scope, 'employer', { ...order, forms: own.map(({ form }) => form) });
  }

  /** Dinas Sosial or the officer refuses forms within reach. */
  async refuse(
    db: Db,
    scope: Scope,
    desk: Exclude<Desk, 'employer'>,
    order: { forms: readonly string[]; reasons: readonly string[]; note?: string | undefined },
  ): Promise<number> {
    const forms = (await this.#reachable(db, scope, desk, order.forms)).map(({ form }) => form);
    return this.#refuse(scope, desk, { ...order, forms });
  }

  /** The officer verifies an application. */
  async approveOfficer(
    db: Db,
    scope: Scope,
    order: { form: string; motherMemberId?: number | undefined; note?: string | undefined },
  ): Promise<OfficerApproval> {
    const [waiting] = await this.#reachable(db, scope, 'officer', [order.form]);
    const deciding = { scope, at: this.at(), today: this.#today(), desk: 'officer' as const };
    const approval = await asOwner(this.#database, async (client): Promise<OfficerApproval> => {
      const waits = {
        outcome: 'waits-for-payment' as const,
        from: null,
        until: null,
        people: 1,
        inTime: null,
      };
      if (waiting?.exit === 'pbpu') {
        const done = await approvePbpu(client, deciding, order);
        if (done.outcome === 'gone') throw new ApiProblem('form-gone');
        if (done.outcome === 'already-active') throw new ApiProblem('already-active');
        if (done.outcome === 'family-incomplete')
          throw new ApiProblem('family-incomplete', {
            detail: done.missing.map(({ name }) => name).join(', '),
          });
        const { va: _va, outcome: _outcome, ...rest } = done;
        return { ...waits, ...rest };
      }
      if (waiting?.exit === 'newborn') {
        const withPemda = (await settingIn(clientDb(client), 'newborn-pemda', waiting.area)) !== false;
        const done = await approveNewborn(client, deciding, { ...order, withPemda });
        if (done.outcome === 'gone') throw new ApiProblem('form-gone');
        if (done.outcome === 'covered') return { ...waits, outcome: 'covered', amount: 0, from: done.from };
        if (done.outcome !== 'approved') throw new ApiProblem(done.outcome);
        return {
          ...waits,
          amount: done.amount,
          from: deciding.today,
          until: done.until,
          inTime: done.inTime,
        };
      }
      const done = await approveReactivation(client, deciding, order);
      if (done.outcome === 'gone') throw new ApiProblem('form-gone');
      if (done.outcome === 'member-unknown') throw new ApiProblem('person-not-found');
      const rehab = done.way === 'rehab' ? { memberId: done.memberId, stages: done.stages } : undefined;
      return { ...waits, amount: null, ...(rehab && { rehab }) };
    });
    await this.settle();
    return approval;
  }

  /** Opens cases of a finished mapping. */
  async open(
    scope: Scope,
    order: { run: number; area: string; reasons?: readonly string[] | undefined },
  ): Promise<Partial<Record<string, number>>> {
    return asOwner(this.#database, (client) =>
      openCases(client, { ...order, by: scope.username, at: this.at(), within: scope.areas }),
    );
  }

  /** Closes what a later mapping shows solved. */
  async follow(run: number) {
    return asOwner(this.#database, (client) => followRun(clientDb(client), run, this.at()));
  }

  /** The same in the background when a mapping has just been finished. */
  followLater(runId: string): void {
    this.#following = this.#following.then(() => this.#followWhenThere(runId));
  }

  /** A database that went away comes back within seconds: what it cut off is done again. */
  async #followWhenThere(runId: string): Promise<void> {
    for (let left = mostTries; !this.#closing.signal.aborted; left--) {
      try {
        const run = await this.#runs.find(runId);
        if (run?.state === 'done') await this.follow(run.number);
        return;
      } catch (error) {
        if (!isConnectionLost(error) || left === 1) {
          this.#onError(error);
          return;
        }
        await sleep(againMs, undefined, { signal: this.#closing.signal }).catch(() => undefined);
      }
    }
  }

  /** Waits for what is done in the background. */
  close(): Promise<void> {
    this.#closing.abort();
    return this.#following;
  }

  /**
   * Ends cases whose cover has begun, of one family or of all; never fails whoever asked for it: what is left is done
   * at the next occasion. Banks report many payments of families with nothing to settle: these only look, but for
   * the first of a day, with which forms lapse that were to be paid until yesterday.
   */
  async settle(householdId?: number): Promise<void> {
    try {
      const today = this.#today();
      if (
        householdId !== undefined &&
        this.#settledOn === today &&
        !(await awaitsCover(this.#database.system, householdId))
      )
        return;
      await this.#database.as(Scopes.system(), (db) =>
        settleApplications(db, { at: this.at(), today, householdId }),
      );
      this.#settledOn = today;
    } catch (error) {
      this.#onError(error);
    }
  }

  async #refuse(
    scope: Scope,
    desk: Desk,
    order: { forms: readonly string[]; reasons: readonly string[]; note?: string | undefined },
  ): Promise<number> {
    if (order.forms.length === 0) throw new ApiProblem('form-gone');
    const deciding = { scope, at: this.at(), today: this.#today(), desk };
    return asOwner(this.#database, (client) => refuseForms(clientDb(client), deciding, order));
  }

  /** Forms of a desk that wait and that the request's own rights reach. */
  async #reachable(db: Db, scope: Scope, desk: Desk, forms: readonly string[]) {
    const found = await applications(db, scope, { desk, status: 'waiting', forms }, { limit: 500 });
    if (found.length === 0) throw new ApiProblem('form-gone');
    return found;
  }
}
