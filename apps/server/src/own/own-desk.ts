import type { OwnAccount, OwnCards, OwnHome, OwnNotice, OwnRehab, OwnRequests } from '@jangkau/contracts';
import { type Rules, recipesAgree, virtualAccount } from '@jangkau/contributions';
import { maskPhone, parseCardNumber } from '@jangkau/kernel';
import { isSelfPaying, memberPass, passSeconds, type Segment, statusByte } from '@jangkau/membership';
import {
  type Db,
  type OwnMember,
  ownActivations,
  ownFamily,
  ownRequests,
  rehabAgreements,
  rulesOn,
} from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';
import { accountOf, type FamilyAccount } from '../ledger/family-account.ts';
import { requestNumber } from '../whatsapp/request-number.ts';
import { ownDecision, ownPerson } from './own-standing.ts';
import { rehabAgreement } from './rehab-agreement.ts';

/** Most stages any rule of REHAB allows. */
const mostStages = 36;
/** Days in which what happened or is due is news. */
const newsDays = { back: 60, ahead: 10 };
/** Age from which one may agree to a plan. */
const fullAge = 18;

/** What somebody may ask for in the app, worked out from what the session sees. */
export class OwnDesk {
  readonly #db: Db;
  readonly #today: string;
  readonly #memberId: number;

  /** `db` is a transaction as jangkau_member. */
  constructor(db: Db, { today, memberId }: { today: string; memberId: number }) {
    this.#db = db;
    this.#today = today;
    this.#memberId = memberId;
  }

  async home(demo: boolean): Promise<OwnHome> {
    const { me, family, account, rules } = await this.#read();
    const people = family.map((row) => ownPerson(row, ownDecision(row, account, this.#today, rules)));
    const payers = family.filter(pays);
    const thisMonth =
      account.months.find(({ month }) => month === this.#today.slice(0, 7)) ?? account.months[0];
    return {
      today: this.#today,
      me: me.memberId,
      phone: me.phone && maskPhone(me.phone),
      address: me.address,
      village: me.village,
      family: people,
      money:
        payers.length > 0 || account.arrears.amount > 0
          ? {
              monthly: payers.length > 0 ? (thisMonth?.amount ?? null) : null,
              toPay: payers.length > 0 ? account.toPay : 0,
              arrearsMonths: account.arrears.months,
              arrearsAmount: account.arrears.amount,
              dueOn: `${this.#today.slice(0, 7)}-10`,
            }
          : null,
      plan: account.rehab.find(({ state }) => state === 'running') ?? null,
      notices: await this.#notices(account),
      demo,
    };
  }

  /** Codes for everybody of the family; facilities ask for an identity card beside them. */
  async cards(sign: (message: Uint8Array) => Uint8Array, now: Date): Promise<OwnCards> {
    const { family, account, rules } = await this.#read();
    const issuedAt = Math.floor(now.getTime() / 1000);
    return {
      cards: family.map((row) => {
        const { reason, roomClass } = ownDecision(row, account, this.#today, rules);
        const status = statusByte(reason, roomClass);
        return {
          memberId: row.memberId,
          pass: memberPass({ card: row.card, status, issuedAt }, sign),
          issuedAt,
          expiresAt: issuedAt + passSeconds,
        };
      }),
    };
  }

  async account(): Promise<OwnAccount> {
    const { me, family, account } = await this.#read();
    const payer = pays(me) ? me : family.find(pays);
    return {
      months: account.months.map(({ month, amount, paid, relieved, paidOn, people }) => ({
        month,
        amount,
        paid,
        relieved,
        paidOn,
        people,
      })),
      payments: account.payments
        .filter(({ channel }) => channel !== 'opening' && channel !== 'holding')
        .map(({ id, bank, amount, paidOn, months }) => ({ id, bank, amount, paidOn, months })),
      deposit: account.deposit,
      toPay: payer ? account.toPay : 0,
      arrears: account.arrears,
      accounts: payer || account.arrears.amount > 0 ? virtualAccounts((payer ?? me).card) : [],
    };
  }

  async rehab(): Promise<OwnRehab> {
    const { me, account, family } = await this.#read();
    const agreed = await rehabAgreements(this.#db);
    const first = account.rehabOffer;
    const offers = first?.eligible ? await this.#offers(me, family, first.maxStages) : [];
    return {
      eligible: first?.eligible ?? false,
      reason: first?.reason ?? 'NO_ARREARS',
      offers: offers.map((offer) => ({
        stages: offer.stages.map(({ dueBy, amount, covers }) => ({ dueBy, amount, covers })),
        total: offer.total,
        activeOn: offer.activeOn,
        agreement: rehabAgreement(offer),
      })),
      legalBasis: first?.legalBasis ?? null,
      arrears: account.arrears,
      toPay: account.toPay,
      plans: account.rehab.map(({ id, state, registeredOn, arrearsMonths, amount, stages }) => ({
        id,
        state,
        registeredOn,
        arrearsMonths,
        amount,
        stages,
        agreedAt: agreed.get(id) ?? null,
      })),
      mayAgree: isOfAge(me, this.#today),
    };
  }

  /**
   * The account with the plan somebody chose, as they saw it.
   * @throws ApiProblem rehab-running, rehab-not-open, rehab-changed
   */
  async chosenPlan(stages: number, total: number): Promise<FamilyAccount> {
    const { me, family, account } = await this.#read();
    if (account.rehab.some(({ state }) => state === 'running')) throw new ApiProblem('rehab-running');
    if (!isOfAge(me, this.#today)) throw new ApiProblem('rehab-not-open');
    const [chosen] = await accountOf(this.#db, me, family, this.#today, [stages]);
    const offer = chosen?.rehabOffer;
    if (!chosen || !offer?.eligible) throw new ApiProblem('rehab-not-open');
    if (offer.total !== total || offer.stages.length !== stages) throw new ApiProblem('rehab-changed');
    return chosen;
  }

  async requests(): Promise<Pick<OwnRequests, 'items'>> {
    const rows = await ownRequests(this.#db);
    return {
      items: rows.map(({ id, ...row }) => ({ number: requestNumber(id), ...row })),
    };
  }

  /** Every number of stages that makes another plan. */
  async #offers(me: OwnMember, family: OwnMember[], most: number) {
    const counts = Array.from({ length: Math.min(most, mostStages) }, (_, i) => i + 1);
    const accounts = await accountOf(this.#db, me, family, this.#today, counts);
    const offers = accounts.flatMap(({ rehabOffer }) => (rehabOffer?.eligible ? [rehabOffer] : []));
    return offers.filter((offer, i) => offer.stages.length > (offers[i - 1]?.stages.length ?? 0));
  }

  async #notices(account: FamilyAccount): Promise<OwnNotice[]> {
    const since = dayFrom(this.#today, -newsDays.back);
    const soon = dayFrom(this.#today, newsDays.ahead);
    const plan = account.rehab.find(({ state }) => state === 'running');
    const stages = (plan?.stages ?? []).filter(({ paid, dueBy }) => !paid && dueBy <= soon);
    const month = account.months.find((one) => one.month === this.#today.slice(0, 7));
    const open = month ? month.amount - month.paid - month.relieved : 0;
    const notices: OwnNotice[] = [
      ...stages.map(({ stage, dueBy, amount }) => ({
        key: `stage/${plan?.id}/${stage}`,
        kind: 'stage-due' as const,
        on: dueBy,
        amount,
        memberId: null,
      })),
      ...(open > 0 && !plan
        ? [
            {
              key: `bill/${month?.month}`,
              kind: 'bill-due' as const,
              on: `${month?.month}-10`,
              amount: open,
              memberId: null,
            },
          ]
        : []),
      ...(await ownActivations(this.#db, since)).map(({ memberId, on }) => ({
        key: `active/${memberId}/${on}`,
        kind: 'active-again' as const,
        on,
        amount: null,
        memberId,
      })),
      ...(await ownRequests(this.#db))
        .filter(({ done, madeAt }) => done && madeAt >= since)
        .map(({ id, madeAt }) => ({
          key: `request/${id}`,
          kind: 'request-done' as const,
          on: madeAt.slice(0, 10),
          amount: null,
          memberId: null,
        })),
    ];
    return notices.sort((a, b) => (a.on < b.on ? 1 : -1));
  }

  async #read(): Promise<{ me: OwnMember; family: OwnMember[]; account: FamilyAccount; rules: Rules }> {
    const family = await ownFamily(this.#db);
    const me = family.find(({ memberId }) => memberId === this.#memberId);
    if (!me) throw new ApiProblem('not-signed-in');
    const [account] = await accountOf(this.#db, me, family, this.#today, [0]);
    return { me, family, account: account as FamilyAccount, rules: await rulesOn(this.#db, this.#today) };
  }
}

function pays({ segment, inactiveKind }: OwnMember): boolean {
  return isSelfPaying(segment as Segment) && inactiveKind !== 'ended';
}

function isOfAge({ born }: OwnMember, today: string): boolean {
  return born !== null && `${Number(born.slice(0, 4)) + fullAge}${born.slice(4)}` <= today;
}

/** Both recipes of the number (see virtualAccount), at both prefixes; one line for each that differs. */
function virtualAccounts(text: string): OwnAccount['accounts'] {
  const card = parseCardNumber(text);
  const recipes = recipesAgree(card) ? (['last-eleven'] as const) : (['last-eleven', 'last-ten'] as const);
  return recipes.flatMap((recipe) =>
    (['others', 'mandiri'] as const).map((bank) => ({
      bank,
      recipe,
      number: virtualAccount(card, { bank: bank === 'mandiri' ? 'mandiri' : 'bri', recipe }),
    })),
  );
}

function dayFrom(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
