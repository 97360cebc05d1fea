import { type PeopleSearch, routes } from '@jangkau/contracts';
import {
  AreaRepository,
  type Db,
  PeopleRepository,
  PersonRepository,
  PrintRepository,
  type Scope,
} from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { decisionView } from '../decision-view.ts';
import { registerRoute } from '../register-route.ts';

/** People of a run: lists, single people, downloads and printed lists. */
export function peopleRoutes(app: FastifyInstance, services: Services): void {
  const { runService, wordCounts, unmasks } = services;

  const page = async (db: Db, scope: Scope, run: number, query: PeopleSearch) => {
    const { cursor, limit, ...filter } = query;
    const [after] = decodeCursor(filter, cursor) ?? [];
    const found = await new PeopleRepository(db, wordCounts).page(scope, run, filter, { after, limit });
    if (!found) throw new ApiProblem('bad-cursor');
    const { items, next, ...counts } = found;
    return { items, nextCursor: next === null ? null : encodeCursor(filter, [next]), ...counts };
  };
  registerRoute(app, services, routes.listPeople, async ({ db, params, query, scope }) => {
    return page(db, scope, (await runService.findDone(db, params.id)).number, query);
  });
  registerRoute(app, services, routes.searchPeople, async ({ db, params, body, scope }) => {
    const run = await runService.findDone(db, params.id);
    return page(db, scope, run.number, body);
  });

  registerRoute(app, services, routes.getPerson, async ({ db, params, scope, note }) => {
    const run = await runService.findDone(db, params.id);
    const person = await new PersonRepository(db).findResident(scope, run.number, params.residentKey);
    if (!person) throw new ApiProblem('person-not-found');
    note({ subject: personOf(params), area: person.resident.areaCode });
    return { ...person, decisions: person.decisions.map(decisionView) };
  });
  registerRoute(app, services, routes.unmaskPerson, async ({ db, params, body, scope, reply, note }) => {
    if (!unmasks.allows(scope.username, Date.now())) throw new ApiProblem('too-many-unmasks');
    const run = await runService.findDone(db, params.id);
    note({ subject: personOf(params), purpose: body.reason });
    const numbers = await new PersonRepository(db).numbers(
      scope,
      run.number,
      params.residentKey,
      body.memberKey,
    );
    if (!numbers) throw new ApiProblem('person-not-found');
    if (body.memberKey !== undefined) note({ detail: { card: body.memberKey } });
    unmasks.count(scope.username, Date.now());
    reply.header('cache-control', 'no-store');
    return numbers;
  });
  registerRoute(app, services, routes.getMember, async ({ db, params, scope, note }) => {
    const run = await runService.findDone(db, params.id);
    note({ subject: { kind: 'card', key: `${params.id}/${params.memberKey}` } });
    const member = await new PersonRepository(db).findMember(scope, run.number, params.memberKey);
    if (!member) throw new ApiProblem('member-not-found');
    note({ area: member.member.areaCode });
    return member;
  });

  registerRoute(app, services, routes.printList, async ({ db, params, query, scope }) => {
    if (query.area.length !== 13) throw new ApiProblem('area-too-large');
    const run = await runService.findDone(db, params.id);
    const names = new Map((await new AreaRepository(db).list(scope)).map((area) => [area.code, area.name]));
    const village = names.get(query.area);
    if (village === undefined) throw new ApiProblem('area-not-found');
    const lines = await new PrintRepository(db).village(scope, run.number, query.area, query.banjar, 20_000);
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

/** A resident of a run, for the audit. */
function personOf(params: { id: string; residentKey: number }) {
  return { kind: 'person', key: `${params.id}/${params.residentKey}` };
}
