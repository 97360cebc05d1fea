import { formatNumber, maskCard } from '@jangkau/kernel';
import { type FamilyAccount, familyAccount, joinRehab } from '@jangkau/server';
import { type Database, type ListedPlan, MemberRepository, rehabPlans } from '@jangkau/store';
import { withLedger } from '../ledger/with-ledger.ts';
import { CommandFailure, exitCodes } from '../terminal/exit-code.ts';
import { today } from '../terminal/today.ts';

const states: Record<ListedPlan['state'], string> = {
  running: 'berjalan / running',
  completed: 'selesai / completed',
  lapsed: 'gugur / lapsed',
  cancelled: 'dibatalkan / cancelled',
};
const rupiah = (amount: number) => `Rp${formatNumber(amount)}`;
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const printJson = (value: unknown) => print(JSON.stringify(value, undefined, 2));

/** Lists plans with what is paid and due; cards are masked. */
export async function listPlans({
  state,
  json,
}: {
  state?: ListedPlan['state'];
  json?: boolean;
}): Promise<void> {
  const plans = await withLedger((database) => rehabPlans(database.owner, state));
  const masked = plans.map((plan) => ({ ...plan, card: maskCard(plan.card) }));
  if (json) return printJson(masked);
  for (const { plan, card, version, state, stages, paidStages, amount, paid, nextDue } of masked)
    print(
      `${String(plan).padStart(6)}  ${card}  REHAB ${version}  ${states[state]}  ${paidStages}/${stages}  ` +
        `${rupiah(paid)} / ${rupiah(amount)}${state === 'running' && nextDue ? `  ${nextDue}` : ''}`,
    );
  print(`${formatNumber(plans.length)} rencana / plans`);
}

/** What REHAB would be today for the family of a card. */
export async function quoteRehab(
  card: string,
  { stages, json }: { stages?: number; json?: boolean },
): Promise<void> {
  const { account } = await withAccount(card, stages, async (account) => ({ account }));
  const { arrears, rehabOffer: offer } = account;
  if (json) return printJson({ arrears, offer });
  print(`Tunggakan / arrears: ${arrears.months} bulan / months, ${rupiah(arrears.amount)}`);
  if (!offer?.eligible) {
    print(`REHAB tidak terbuka / not open: ${offer?.reason ?? 'NO_ARREARS'}`);
    return;
  }
  for (const { stage, dueBy, amount, covers } of offer.stages)
    print(`${String(stage).padStart(4)}  ${dueBy}  ${rupiah(amount).padStart(14)}  ${covers.join(' ')}`);
  print(`Jumlah / total ${rupiah(offer.total)}; aktif / active ${offer.activeOn}; ${offer.legalBasis}`);
}

/**
 * Registers the family of a card on today's terms.
 * @throws CommandFailure with code 2 when REHAB is not open or a plan is running
 */
export async function joinRehabCommand(card: string, { stages }: { stages?: number }): Promise<void> {
  const joined = await withAccount(card, stages, (account, database, day) =>
    joinRehab(database.owner, account, { today: day, by: 'jangkau rehab join' }),
  );
  if ('plan' in joined) return print(`Rencana ${joined.plan} dicatat. / Plan ${joined.plan} is registered.`);
  throw joined.refused === 'running'
    ? new CommandFailure(
        exitCodes.usage,
        'Keluarga ini masih menjalani REHAB.',
        'A plan of this family is running.',
      )
    : new CommandFailure(
        exitCodes.usage,
        `REHAB tidak terbuka: ${joined.reason}.`,
        `REHAB is not open: ${joined.reason}.`,
      );
}

/** Stages of the plans of a card's family. */
export async function showStages(card: string, { json }: { json?: boolean }): Promise<void> {
  const { plans } = await withAccount(card, undefined, async ({ rehab }) => ({ plans: rehab }));
  if (json) return printJson(plans);
  for (const { id, version, registeredOn, state, stages } of plans) {
    print(`Rencana / plan ${id}, REHAB ${version}, ${registeredOn}, ${states[state]}`);
    for (const { stage, dueBy, amount, paid } of stages)
      print(
        `${String(stage).padStart(4)}  ${dueBy}  ${rupiah(amount).padStart(14)}  ${paid ? 'dibayar / paid' : '-'}`,
      );
  }
  if (plans.length === 0) print('Tidak ada rencana. / No plan.');
}

async function withAccount<T>(
  card: string,
  stages: number | undefined,
  work: (account: FamilyAccount, database: Database, today: string) => Promise<T>,
): Promise<T> {
  return withLedger(async (database, settings) => {
    const day = today(settings.timeZone);
    const member = await new MemberRepository(database.owner).keyOfCard(card);
    const account =
      member === undefined ? undefined : await familyAccount(database.owner, member, day, stages);
    if (!account)
      throw new CommandFailure(
        exitCodes.input,
        'Tidak ada peserta dengan nomor kartu ini.',
        'No member has this card.',
      );
    return work(account, database, day);
  });
}
