import { type RequestDetail, subjectRequestRoutes as routes } from '@jangkau/contracts';
import { type Db, heldDataOf, Letters, SubjectRequests } from '@jangkau/store';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { packageCsv, packageJson, packagePdf } from '../../privacy/access-package.ts';
import { personOf } from '../../privacy/carry-out-request.ts';
import { requestRow } from '../../privacy/request-view.ts';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { type RouteInput, registerRoute } from '../register-route.ts';

const mediaTypes = {
  'data.pdf': 'application/pdf',
  'data.json': 'application/json; charset=utf-8',
  'data.csv': 'text/csv; charset=utf-8',
} as const;

/** Requests of people about their own data. */
export function subjectRequestRoutes(app: FastifyInstance, services: Services): void {
  const { requestDesk, database, letterOffice } = services;
  type Note = RouteInput<typeof routes.getRequest>['note'];

  const shown = async (db: Db, note: Note, id: string, step?: string): Promise<RequestDetail> => {
    const request = await requestDesk.find(db, id);
    note({
      subject: { kind: 'request', key: request.id },
      area: request.areaCode || null,
      detail: { kind: request.kind, ...(step && { step }) },
    });
    return requestDesk.detail(db, request);
  };

  registerRoute(app, services, routes.listRequests, async ({ db, query }) => {
    const { cursor, limit, which } = query;
    const list = { requests: which };
    const [after] = decodeCursor(list, cursor) ?? [];
    const found = await SubjectRequests.page(db, which, after, limit + 1);
    const items = found.slice(0, limit);
    const facts = await SubjectRequests.facts(
      db,
      items.map((request) => request.id),
    );
    const now = new Date().toISOString();
    const last = items.at(-1);
    return {
      items: items.map((request) => requestRow(request, facts.get(request.id) ?? [], now)),
      nextCursor: found.length > limit && last ? encodeCursor(list, [last.number]) : null,
    };
  });

  registerRoute(app, services, routes.createRequest, async ({ db, body, scope, note }) => {
    const request = await requestDesk.open(db, scope.username, body);
    return shown(db, note, request.id, 'received');
  });
  registerRoute(app, services, routes.getRequest, async ({ db, params, note }) => shown(db, note, params.id));
  registerRoute(app, services, routes.addRequestStep, async ({ db, params, body, scope, note }) => {
    await requestDesk.step(db, scope.username, params.id, body);
    return shown(db, note, params.id, body.type);
  });
  registerRoute(app, services, routes.carryOutRequest, async ({ db, params, body, scope, note }) => {
    await requestDesk.carryOut(db, scope.username, params.id, body.note);
    return shown(db, note, params.id, 'carried-out');
  });
  registerRoute(app, services, routes.issueRequestLetter, async ({ db, params, scope, note }) => {
    const letter = await requestDesk.issueLetter(db, scope.username, params.id);
    note({ subject: { kind: 'request', key: params.id }, detail: { letter: letter.number } });
    return letter;
  });

  registerRoute(app, services, routes.getRequestLetter, async ({ db, params, reply, note, settle }) => {
    const letter = await Letters.pdf(
      db,
      { requestId: (await requestDesk.find(db, params.id)).id },
      params.letterId,
    );
    if (!letter) throw new ApiProblem('letter-not-found');
    note({ subject: { kind: 'request', key: params.id }, detail: { letter: letter.number, reprint: true } });
    await settle();
    return sendPdf(reply, letter);
  });

  registerRoute(app, services, routes.getRequestPackage, async ({ db, params, reply, note, settle }) => {
    const request = await requestDesk.forPackage(db, params.id);
    const person = personOf(request);
    const held = person ? await heldDataOf(database.system, person) : [];
    const rows = held.reduce((sum, section) => sum + section.rows.length, 0);
    note({ subject: { kind: 'request', key: request.id }, detail: { package: params.file, rows } });
    await settle();
    const now = new Date().toISOString();
    const bytes =
      params.file === 'data.pdf'
        ? await packagePdf(request, held, letterOffice, now)
        : params.file === 'data.json'
          ? packageJson(request, held, now)
          : packageCsv(held);
    return reply
      .header('content-type', mediaTypes[params.file])
      .header('content-disposition', `attachment; filename="permohonan-${request.number}-${params.file}"`)
      .send(bytes);
  });
}

/** A letter as it was issued, to be shown or kept. */
export function sendPdf(reply: FastifyReply, letter: { number: string; pdf: Buffer }): FastifyReply {
  const name = letter.number.replaceAll('/', '-');
  return reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `attachment; filename="surat-${name}.pdf"`)
    .send(letter.pdf);
}
