import { writeOffRoutes as routes } from '@jangkau/contracts';
import { type Db, MemberRepository, rulesOn, type WriteOff, WriteOffs } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { familyAccount } from '../../ledger/family-account.ts';
import { today } from '../../runs/run-service.ts';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { registerRoute } from '../register-route.ts';

/** Arrears written off: one officer proposes, another decides, and a relief is taken back the same way. */
export function writeOffRoutes(app: FastifyInstance, services: Services): void {
  const { database, settings } = services;
  const day = (): string => today(settings.timeZone);

  registerRoute(app, services, routes.getFamilyWriteOffs, async ({ db, params, note }) => {
    note({ subject: { kind: 'member', key: String(params.memberId) } });
    return writeOffsOf(db, await familyOf(db, params.memberId), day());
  });

  registerRoute(app, services, routes.proposeWriteOff, async ({ db, params, body, scope, note }) => {
    const { memberId } = params;
    const householdId = await familyOf(db, memberId);
    const { reading, open, items } = await writeOffsOf(db, householdId, day());
    if (items.some(({ state }) => state === 'waiting')) throw new ApiProblem('write-off-waiting');
    const undone = body.undoes && items.find((item) => isStanding(item) && item.adjustmentId === body.undoes);
    if (body.undoes ? !undone : reading !== 'off' && open.amount === 0)
      throw new ApiProblem('write-off-nothing');
    // What was relieved can always be taken back, whatever holds now.
    if (!undone && reading === 'off') throw new ApiProblem('write-off-off');
    if (!undone && (await hasRunningPlan(db, memberId, day()))) throw new ApiProblem('rehab-running');
    const id = await WriteOffs.propose(db, {
      ...(undone ? { months: undone.months, amount: undone.relieved ?? undone.amount } : open),
      memberId,
      householdId,
      undoes: body.undoes ?? null,
      reading,
      reason: body.reason,
      legalBasis: body.legalBasis,
      by: scope.username,
    });
    note({
      subject: { kind: 'member', key: String(memberId) },
      purpose: body.reason,
      detail: { writeOff: id, undoes: body.undoes ?? '', amount: undone ? undone.amount : open.amount },
    });
    return writeOffsOf(db, householdId, day());
  });

  registerRoute(app, services, routes.decideWriteOff, async ({ db, params, body, scope, note }) => {
    const asked = await WriteOffs.find(db, params.id);
    if (!asked) throw new ApiProblem('not-found');
    if (asked.state !== 'waiting') throw new ApiProblem('write-off-decided');
    if (asked.proposedBy === scope.username) throw new ApiProblem('write-off-own');
    const order = { id: asked.id, by: scope.username, note: body.note };
    if (body.verdict === 'refused') await WriteOffs.refuse(database.system, order);
    else await approve(db, asked, order);
    note({
      subject: { kind: 'member', key: String(asked.memberId) },
      purpose: body.note,
      detail: { writeOff: asked.id, verdict: body.verdict, amount: asked.amount },
    });
    return writeOffsOf(db, asked.householdId, day());
  });

  registerRoute(app, services, routes.listWaitingWriteOffs, async ({ db, note }) => {
    const items = await WriteOffs.waiting(db, 500);
    note({ detail: { rows: items.length } });
    return { items };
  });

  async function approve(db: Db, asked: WriteOff, order: { id: string; by: string; note: string }) {
    const { reading } = await writeOffsOf(db, asked.householdId, day());
    if (asked.undoes === null) {
      // The reading may have been decided otherwise since it was proposed.
      if (reading === 'off') throw new ApiProblem('write-off-off');
      if (await hasRunningPlan(db, asked.memberId, day())) throw new ApiProblem('rehab-running');
    }
    const posted = await WriteOffs.approve(database.system, { ...order, reading, today: day() });
    if (!posted) throw new ApiProblem('write-off-nothing');
  }
}

function isStanding({ state, undoes, undone }: WriteOff): boolean {
  return state === 'approved' && undoes === null && !undone;
}

async function familyOf(db: Db, memberId: number): Promise<number> {
  const found = await new MemberRepository(db).find(memberId);
  if (!found) throw new ApiProblem('member-not-found');
  return found.member.householdId;
}

async function hasRunningPlan(db: Db, memberId: number, day: string): Promise<boolean> {
  const account = await familyAccount(db, memberId, day);
  return account?.rehab.some(({ state }) => state === 'running') ?? false;
}

async function writeOffsOf(db: Db, householdId: number, day: string) {
  const { writeOff: reading } = (await rulesOn(db, day)).contributions;
  return {
    reading,
    open: await WriteOffs.open(db, householdId, reading, day),
    items: await WriteOffs.ofFamily(db, householdId),
  };
}
