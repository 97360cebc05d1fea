import { type PeopleQuery, routes } from '@jangkau/contracts';
import type { PeopleFilter, Scope } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { exportPeople } from '../../exports/export-people.ts';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { decisionView } from '../decision-view.ts';
import { registerRoute } from '../register-route.ts';

/** People of a run: lists, single people, downloads and printed lists. */
export function peopleRoutes(app: FastifyInstance, services: Services): void {
  const { runService, people, persons, accessLog } = services;

  const page = async (scope: Scope, run: number, query: PeopleQuery) => {
    const { cursor, limit, ...filter } = query;
    const [after] = decodeCursor(filter, cursor) ?? [];
    const found = await people.page(scope, run, filter, { after, limit });
    if (!found) throw new ApiProblem('bad-cursor');
    const { items, next, ...counts } = found;
    return { items, nextCursor: next === null ? null : encodeCursor(filter, [next]), ...counts };
  };
  registerRoute(app, services, routes.listPeople, async ({ params, query, scope }) => {
    refuseNik(query.q);
    return page(scope, (await runService.findDone(params.id)).number, query);
  });
  registerRoute(app, services, routes.searchPeople, async ({ params, body, scope, request }) => {
    const run = await runService.findDone(params.id);
    await accessLog.add(scope, {
      action: 'search',
      runId: run.id,
      subject: body.list,
      requestId: request.id,
    });
    return page(scope, run.number, body);
  });

  registerRoute(app, services, routes.getPerson, async ({ params, scope, request }) => {
    const run = await runService.findDone(params.id);
    const person = await persons.findResident(scope, run.number, params.residentKey);
    if (!person) throw new ApiProblem('person-not-found');
    await accessLog.add(scope, {
      action: 'read-person',
      runId: run.id,
      residentKey: params.residentKey,
      requestId: request.id,
    });
    return { ...person, decisions: person.decisions.map(decisionView) };
  });
  registerRoute(app, services, routes.unmaskPerson, async ({ params, body, scope, request, reply }) => {
    const run = await runService.findDone(params.id);
    const numbers = await persons.numbers(scope, run.number, params.residentKey, body.memberKey);
    if (!numbers) throw new ApiProblem('person-not-found');
    await accessLog.add(scope, {
      action: 'unmask',
      runId: run.id,
      residentKey: params.residentKey,
      memberKey: body.memberKey,
      reason: body.reason,
      requestId: request.id,
    });
    reply.header('cache-control', 'no-store');
    return numbers;
  });
  registerRoute(app, services, routes.getMember, async ({ params, scope, request }) => {
    const run = await runService.findDone(params.id);
    const member = await persons.findMember(scope, run.number, params.memberKey);
    if (!member) throw new ApiProblem('member-not-found');
    await accessLog.add(scope, {
      action: 'read-member',
      runId: run.id,
      memberKey: params.memberKey,
      requestId: request.id,
    });
    return member;
  });

  registerRoute(app, services, routes.exportPeople, async ({ params, query, scope, request, reply }) => {
    refuseNik(query.q);
    const { format, numbers, purpose, ...filter } = query;
    if (numbers === 'full' && (purpose?.length ?? 0) < 5) throw new ApiProblem('reason-required');
    const run = await runService.findDone(params.id);
    await accessLog.add(scope, {
      action: 'export',
      runId: run.id,
      subject: describeFilter(filter, `${format}, ${numbers}`),
      reason: purpose,
      requestId: request.id,
    });
    const type =
      format === 'csv'
        ? 'text/csv; charset=utf-8'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    reply
      .header('content-type', type)
      .header('cache-control', 'no-store')
      .header(
        'content-disposition',
        `attachment; filename="pemetaan-${run.number}-${filter.list}.${format}"`,
      );
    const order = { people, scope, run: run.number, filter, format, fullNumbers: numbers === 'full' };
    return reply.send(exportPeople(order));
  });

  registerRoute(app, services, routes.printList, async ({ params, query, scope, request }) => {
    if (query.area.length !== 13) throw new ApiProblem('area-too-large');
    const run = await runService.findDone(params.id);
    const names = new Map((await services.areas.list(scope)).map((area) => [area.code, area.name]));
    const village = names.get(query.area);
    if (village === undefined) throw new ApiProblem('area-not-found');
    await accessLog.add(scope, {
      action: 'print',
      runId: run.id,
      subject: `${query.area} ${query.banjar ?? ''}`.trim(),
      requestId: request.id,
    });
    const lines = await services.print.village(scope, run.number, query.area, query.banjar, 20_000);
    const banjars = Map.groupBy(lines, (line) => line.banjar);
    return {
      runId: run.id,
      runNumber: run.number,
      asOf: run.as_of,
      village: {
        code: query.area,
        name: village,
        district: names.get(query.area.slice(0, 8)) ?? '',
        regency: names.get(query.area.slice(0, 5)) ?? '',
      },
      banjars: [...banjars].map(([banjar, people]) => ({
        banjar,
        lines: people.map(({ banjar: _banjar, ...person }, i) => ({ number: i + 1, ...person })),
      })),
    };
  });
}

/** A NIK or KK number in an address would end up in histories and logs of others. */
function refuseNik(q: string | undefined): void {
  if (q !== undefined && /\d{16}/.test(q.replace(/[\s.-]/g, ''))) throw new ApiProblem('nik-in-address');
}

/** The filter for the access log, without what was searched for: that may be a name or a number. */
function describeFilter(filter: PeopleFilter, how: string): string {
  const { q, ...rest } = filter;
  const parts = Object.entries(rest).filter(([, value]) => value !== undefined);
  return [...parts.map(([name, value]) => `${name}=${value}`), ...(q ? ['q'] : []), how].join(', ');
}
