import {
  apiPrefix,
  type PaymentNotification,
  paymentContent,
  ledgerRoutes as routes,
} from '@jangkau/contracts';
import {
  importSettlement,
  MemberRepository,
  openSuspense,
  PaymentRepository,
  reconciliation,
  reliefByKind,
} from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { familyAccount } from '../../ledger/family-account.ts';
import { joinRehab } from '../../ledger/join-rehab.ts';
import { readText } from '../../ledger/read-text.ts';
import { today } from '../../runs/run-service.ts';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { registerRoute } from '../register-route.ts';

/** Bills, payments and money that is not placed yet. Money is entered by the system role, or by that of banks. */
export function ledgerRoutes(app: FastifyInstance, services: Services): void {
  const { database, settings, clientGate } = services;
  const day = () => today(settings.timeZone);

  registerRoute(app, services, routes.getMemberLedger, async ({ db, params, query, note }) => {
    const account = await familyAccount(db, params.memberId, day(), query.stages);
    if (!account) throw new ApiProblem('person-not-found');
    note({ subject: { kind: 'member', key: String(params.memberId) } });
    return account;
  });

  registerRoute(app, services, routes.startRehab, async ({ db, params, body, scope, note }) => {
    const account = await familyAccount(db, params.memberId, day(), body.stages);
    if (!account) throw new ApiProblem('person-not-found');
    const joined = await joinRehab(database.system, account, { today: day(), by: scope.username });
    if ('refused' in joined)
      throw joined.refused === 'running'
        ? new ApiProblem('rehab-running')
        : new ApiProblem('rehab-not-open', { detail: joined.reason });
    note({
      subject: { kind: 'member', key: String(params.memberId) },
      detail: { plan: joined.plan, stages: account.rehabOffer?.stages.length ?? 0 },
    });
    const after = await familyAccount(db, params.memberId, day());
    if (!after) throw new ApiProblem('person-not-found');
    return after;
  });

  const { path, tag, summary, body, response } = routes.notifyPayment;
  app.post(
    `${apiPrefix}${path}`,
    {
      schema: {
        summary,
        tags: [tag],
        security: [{ signature: [] }, { apiKey: [] }],
        body,
        response: { 200: response },
      },
      preHandler: clientGate.requireClient('payment.add', {
        content: (body) => paymentContent(body as PaymentNotification),
      }),
    },
    async (request) => {
      const posting = await new PaymentRepository(database.bank).notify(
        request.body as z.output<typeof body>,
        {
          credentialId: request.client?.credentialId ?? 0,
          today: day(),
          timeZone: settings.timeZone,
        },
      );
      if (!posting) throw new ApiProblem('client-not-known');
      if (posting.outcome === 'conflict') throw new ApiProblem('payment-conflict');
      // A first payment may end cases of PESIAR.
      if (posting.household !== null) await services.desk.settle(posting.household);
      // Whoever is covered again hears of it at once; what fails here is told by the next look for news.
      if (posting.reactivated) services.memberNotices.tell().catch(() => undefined);
      return { outcome: posting.outcome, paymentId: posting.paymentId };
    },
  );

  // In a context of its own: here every body is a stream.
  app.register((scoped, _options, done) => {
    scoped.removeAllContentTypeParsers();
    scoped.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
    registerRoute(scoped, services, routes.importPayments, async ({ query, request, scope, note }) => {
      const report = await importSettlement(database.system, {
        ...query,
        text: await readText(request.raw),
        by: scope.username,
        today: day(),
        timeZone: settings.timeZone,
      });
      await services.desk.settle();
      note({
        detail: {
          file: report.fileId,
          rows: report.rows,
          posted: report.posted,
          quarantined: report.quarantined,
        },
      });
      return report;
    });
    done();
  });

  registerRoute(app, services, routes.getReconciliation, async ({ db, query }) => ({
    days: await reconciliation(db, query.from, query.to),
    relief: await reliefByKind(db, query.from, query.to),
  }));
  registerRoute(app, services, routes.listSuspense, async ({ db }) => ({
    items: await openSuspense(db, 500),
  }));
  registerRoute(app, services, routes.resolveSuspense, async ({ db, params, body, scope, note }) => {
    const found = await new MemberRepository(db).find(body.memberId);
    if (!found) throw new ApiProblem('person-not-found');
    const paymentId = await new PaymentRepository(database.system).resolve(
      params.holdingId,
      found.member.householdId,
      scope.username,
      day(),
    );
    if (paymentId === undefined) throw new ApiProblem('suspense-gone');
    note({ subject: { kind: 'member', key: String(body.memberId) }, detail: { holding: params.holdingId } });
    return { paymentId };
  });
}
