import { routes } from '@jangkau/contracts';
import { DecisionRepository, PersonRepository, ReviewRepository, restrictedKeys } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { decisionView } from '../decision-view.ts';
import { registerRoute } from '../register-route.ts';

/** Doubtful pairs and what reviewers say about them. */
export function reviewRoutes(app: FastifyInstance, services: Services): void {
  const { runService } = services;
  registerRoute(app, services, routes.listReview, async ({ db, params, query, scope }) => {
    const run = await runService.findDone(db, params.id);
    const { cursor, limit, ...which } = query;
    const list = { review: run.id, ...which };
    const keys = decodeCursor(list, cursor);
    const after = keys && { residentKey: keys[0] ?? 0, memberKey: keys[1] ?? 0 };
    const found = await new ReviewRepository(db).page(scope, run.number, { ...which, after, limit });
    const read = found.slice(0, limit);
    const last = read.at(-1);
    const { residents } = await restrictedKeys(db, run.number);
    return {
      items: read.filter((pair) => !residents.has(pair.residentKey)),
      nextCursor:
        found.length > limit && last ? encodeCursor(list, [last.residentKey, last.memberKey]) : null,
      ...(cursor === undefined &&
        query.decided === 'no' && {
          total: await new DecisionRepository(db).waiting(scope, run.number, query.area),
        }),
    };
  });

  registerRoute(app, services, routes.decide, async ({ db, params, body, scope, note }) => {
    const run = await runService.findDone(db, params.id);
    const decisions = new DecisionRepository(db);
    note({ subject: { kind: 'pair', key: `${run.id}/${body.residentKey}/${body.memberKey}` } });
    const pair = await new PersonRepository(db).pair(scope, run.number, body.residentKey, body.memberKey);
    if (!pair) throw new ApiProblem('person-not-found');
    if ((await restrictedKeys(db, run.number)).residents.has(body.residentKey))
      throw new ApiProblem('processing-restricted');
    if (body.verdict === 'withdrawn' && !(await decisions.standing(scope, pair.noPenduduk, pair.noKartu)))
      throw new ApiProblem('decision-not-found');
    const { residentKey, memberKey, verdict } = body;
    note({ area: pair.areaCode, detail: { verdict } });
    const added = await decisions.add(scope, {
      ...pair,
      runId: run.id,
      residentKey,
      memberKey,
      verdict,
      note: body.note || null,
    });
    return decisionView(added);
  });

  registerRoute(app, services, routes.listDecisions, async ({ db, query, scope }) => {
    const decisions = new DecisionRepository(db);
    const { cursor, limit, ...which } = query;
    const run = query.run === undefined ? undefined : await runService.findDone(db, query.run);
    const [before] = decodeCursor(which, cursor) ?? [];
    const [found, counters, waiting] = await Promise.all([
      decisions.list(scope, { verdict: query.verdict, runId: run?.id, beforeId: before, limit: limit + 1 }),
      decisions.counters(scope),
      run ? decisions.waiting(scope, run.number) : null,
    ]);
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(decisionView),
      nextCursor: found.length > limit && last ? encodeCursor(which, [last.id]) : null,
      counters: { ...counters, waiting },
    };
  });
}
