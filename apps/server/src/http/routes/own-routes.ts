import { type OwnRehab, ownRoutes as routes } from '@jangkau/contracts';
import {
  facilitiesNamed,
  keepNoticeChoice,
  keepRehabAgreement,
  ownNoticeChoice,
  ownPatients,
  ownVisits,
} from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { joinRehab } from '../../ledger/join-rehab.ts';
import type { SignedInMember } from '../../own/member-sessions.ts';
import { OwnDesk } from '../../own/own-desk.ts';
import { rehabAgreement } from '../../own/rehab-agreement.ts';
import { today } from '../../runs/run-service.ts';
import type { Services } from '../../services.ts';
import { clearCookie, readCookie, setCookie } from '../../sessions/cookies.ts';
import { deviceName } from '../../sessions/device-name.ts';
import { ApiProblem } from '../api-problem.ts';
import { registerOwnRoute } from '../register-own-route.ts';
import { registerRoute } from '../register-route.ts';
import { originOf } from '../request-record.ts';

/** Visits that are shown. */
const mostVisits = 200;

/** The member app: signing in with a code, and everything about one's own family. */
export function ownRoutes(app: FastifyInstance, services: Services): void {
  const { database, memberSignIn, memberSessions, ownRequests, settings, whatsapp, now } = services;
  const day = () => today(settings.timeZone, now());
  const deskOf = ({ db, member }: { db: ConstructorParameters<typeof OwnDesk>[0]; member: SignedInMember }) =>
    new OwnDesk(db, { today: day(), memberId: member.memberId });

  registerRoute(app, services, routes.beginMemberSession, async ({ body, request, reply }) => {
    const visit = { ...originOf(request), device: deviceName(request.headers['user-agent']) };
    const { token, expiresAt } = await memberSignIn.begin(visit, body);
    setCookie(request, reply, 'member_step', token, expiresAt);
    return {
      next: 'code' as const,
      expiresAt: expiresAt.toISOString(),
      simulator: whatsapp.simulator !== undefined && settings.demoResidents > 0,
    };
  });
  registerRoute(app, services, routes.confirmMemberSession, async ({ body, request, reply }) => {
    const visit = { ...originOf(request), device: deviceName(request.headers['user-agent']) };
    const signedIn = await memberSignIn.giveCode(visit, readCookie(request, 'member_step'), body.code);
    const { token, memberId, keep, endsAt } = signedIn;
    clearCookie(request, reply, 'member_step');
    setCookie(request, reply, 'member', token, endsAt);
    return { memberId, keep, expiresAt: endsAt.toISOString() };
  });
  registerRoute(app, services, routes.endMemberSession, async ({ request, reply }) => {
    await memberSessions.signOut(request, reply);
  });

  registerOwnRoute(app, services, routes.getOwnHome, (input) =>
    deskOf(input).home(settings.demoResidents > 0),
  );
  registerOwnRoute(app, services, routes.getOwnCards, (input) =>
    deskOf(input).cards(services.passKeys.sign, now()),
  );
  registerOwnRoute(app, services, routes.getOwnAccount, (input) => deskOf(input).account());
  registerOwnRoute(app, services, routes.getOwnRehab, (input) => deskOf(input).rehab());
  registerOwnRoute(app, services, routes.joinOwnRehab, async (input) => {
    const { body, member, db, language, note } = input;
    const { memberId, conversationId } = member;
    const before = await deskOf(input).rehab();
    // Sent again because the answer was lost: it is done already.
    if (isThePlan(before, body)) return before;
    const account = await deskOf(input).chosenPlan(body.stages, body.total);
    const offer = account.rehabOffer;
    if (!offer) throw new ApiProblem('rehab-not-open');
    const joined = await database.system.transaction().execute(async (system) => {
      const plan = await joinRehab(system, account, { today: day(), by: `member ${memberId}` });
      if ('refused' in plan) return plan;
      const words = rehabAgreement(offer)[language];
      await keepRehabAgreement(system, { plan: plan.plan, memberId, language, words });
      if (conversationId)
        await keepNoticeChoice(system, { memberId, conversationId, whatsapp: body.whatsapp });
      return plan;
    });
    if ('refused' in joined)
      throw new ApiProblem(joined.refused === 'running' ? 'rehab-running' : 'rehab-not-open');
    note({ plan: joined.plan, stages: body.stages });
    return new OwnDesk(db, { today: day(), memberId }).rehab();
  });

  registerOwnRoute(app, services, routes.getOwnVisits, async ({ db }) => {
    const visits = await ownVisits(db, mostVisits);
    return {
      items: visits.map(({ facilityName, ...visit }) => ({
        ...visit,
        facility: facilityName ?? visit.facility,
      })) as never,
      seen: await ownPatients(db),
    };
  });
  const requestsOf = async (input: Parameters<typeof deskOf>[0]) => ({
    ...(await deskOf(input).requests()),
    facility: await ownRequests.facilityTerms(input.member.memberId),
  });
  registerOwnRoute(app, services, routes.listOwnRequests, requestsOf);
  registerOwnRoute(app, services, routes.addOwnRequest, async (input) => {
    await ownRequests.add(input.member, input.body);
    input.note({ kind: input.body.kind });
    return requestsOf(input);
  });
  registerOwnRoute(app, services, routes.findOwnFacilities, async ({ db, query }) => ({
    items: await facilitiesNamed(db, query.q),
  }));
  // In a context of its own: here every body is a stream.
  app.register((scoped, _options, done) => {
    scoped.removeAllContentTypeParsers();
    scoped.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
    registerOwnRoute(scoped, services, routes.addOwnFile, ({ member, request }) =>
      ownRequests.keep(member, request.raw),
    );
    done();
  });

  const settingsOf = async ({
    db,
    member,
  }: {
    db: Parameters<typeof ownNoticeChoice>[0];
    member: SignedInMember;
  }) => ({
    whatsapp: await ownNoticeChoice(db),
    browsers: await memberSessions.list(member),
  });
  registerOwnRoute(app, services, routes.getOwnSettings, settingsOf);
  registerOwnRoute(app, services, routes.setOwnNotices, async ({ body, member, db }) => {
    const { memberId, conversationId } = member;
    await database.system.transaction().execute(async (system) => {
      if (conversationId)
        await keepNoticeChoice(system, { memberId, conversationId, whatsapp: body.whatsapp });
    });
    return settingsOf({ db, member });
  });
  registerOwnRoute(app, services, routes.endOwnBrowser, async ({ params, member, db }) => {
    if (!(await memberSessions.end(member, params.id))) throw new ApiProblem('session-not-found');
    return settingsOf({ db, member });
  });
}

/** True when the plan that runs is the one asked for, agreed to in the app. */
function isThePlan({ plans }: OwnRehab, { stages, total }: { stages: number; total: number }): boolean {
  return plans.some(
    (plan) =>
      plan.state === 'running' &&
      plan.agreedAt !== null &&
      plan.amount === total &&
      plan.stages.length === stages,
  );
}
