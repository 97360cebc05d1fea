import { breachRoutes as routes } from '@jangkau/contracts';
import { Breaches, Letters } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { breachRow } from '../../privacy/breach-desk.ts';
import { breachRegister } from '../../privacy/breach-register.ts';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { registerRoute } from '../register-route.ts';
import { sendPdf } from './subject-request-routes.ts';

const list = { breaches: true };
const subjectOf = (id: string) => ({ kind: 'breach', key: id });

/** The register of breaches and its letters. */
export function breachRoutes(app: FastifyInstance, services: Services): void {
  const { breachDesk, settings } = services;
  registerRoute(app, services, routes.listBreaches, async ({ db, query }) => {
    const [before] = decodeCursor(list, query.cursor) ?? [];
    const found = await Breaches.page(db, before, query.limit + 1);
    const items = found.slice(0, query.limit);
    const facts = await Breaches.facts(
      db,
      items.map((breach) => breach.id),
    );
    const now = new Date().toISOString();
    const last = items.at(-1);
    return {
      items: items.map((breach) => breachRow(breach, facts.get(breach.id) ?? [], now)),
      nextCursor: found.length > query.limit && last ? encodeCursor(list, [last.number]) : null,
    };
  });
  registerRoute(app, services, routes.createBreach, async ({ db, body, scope, note }) => {
    const breach = await breachDesk.open(db, scope.username, body);
    note({ subject: subjectOf(breach.id), detail: { step: 'opened' } });
    return breachDesk.detail(db, scope, breach);
  });
  registerRoute(app, services, routes.getBreach, async ({ db, params, scope, note }) => {
    const breach = await breachDesk.find(db, params.id);
    note({ subject: subjectOf(breach.id) });
    return breachDesk.detail(db, scope, breach);
  });
  registerRoute(app, services, routes.addBreachStep, async ({ db, params, body, scope, note }) => {
    const breach = await breachDesk.step(db, scope.username, params.id, body);
    note({ subject: subjectOf(breach.id), detail: { step: body.type } });
    return breachDesk.detail(db, scope, breach);
  });
  registerRoute(app, services, routes.issueBreachLetter, async ({ db, params, body, scope, note }) => {
    const letter = await breachDesk.issueLetter(db, scope, params.id, body.audience);
    note({ subject: subjectOf(params.id), detail: { letter: letter.number, audience: body.audience } });
    return letter;
  });
  registerRoute(app, services, routes.getBreachLetter, async ({ db, params, reply, note, settle }) => {
    const { id } = await breachDesk.find(db, params.id);
    const letter = await Letters.pdf(db, { breachId: id }, params.letterId);
    if (!letter) throw new ApiProblem('letter-not-found');
    note({ subject: subjectOf(id), detail: { letter: letter.number, reprint: true } });
    await settle();
    return sendPdf(reply, letter);
  });
  registerRoute(app, services, routes.exportBreaches, async ({ db, params, reply, note, settle }) => {
    const bytes = await breachRegister(db, params.format, settings.timeZone);
    note({ subject: subjectOf('register'), detail: { format: params.format } });
    await settle();
    const type =
      params.format === 'csv'
        ? 'text/csv; charset=utf-8'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return reply
      .header('content-type', type)
      .header('content-disposition', `attachment; filename="daftar-insiden.${params.format}"`)
      .send(bytes);
  });
}
