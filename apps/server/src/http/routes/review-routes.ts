import { routes } from '@jangkau/contracts';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { decisionView } from '../decision-view.ts';
import { registerRoute } from '../register-route.ts';

/** Doubtful pairs and what reviewers say about them. */
export function reviewRoutes(app: FastifyInstance, services: Services): void {
  const { runService, review, decisions, persons } = services;
  registerRoute(app, services, routes.listReview, async ({ params, query, scope, request }) => {
    const run = await runService.findDone(params.id);
    await services.accessLog.add(scope, {
      action: 'search',
      runId: run.id,
      subject: 'review',
      requestId: request.id,
    });
    const { cursor, limit, ...which } = query;
    const list = { review: run.id, ...which };
    const keys = decodeCursor(list, cursor);
    const after = keys && { residentKey: keys[0] ?? 0, memberKey: keys[1] ?? 0 };
    const found = await review.page(scope, run.number, { ...which, after, limit });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return {
      items,
      nextCursor:
        found.length > limit && last ? encodeCursor(list, [last.residentKey, last.memberKey]) : null,
      ...(cursor === undefined &&
        query.decided === 'no' && { total: await decisions.waiting(scope, run.number, query.area) }),
    };
  });

  registerRoute(app, services, routes.decide, async ({ params, body, scope }) => {
    const run = await runService.findDone(params.id);
    const pair = await persons.pair(scope, run.number, body.residentKey, body.memberKey);
    if (!pair) throw new ApiProblem('person-not-found');
    if (body.verdict === 'withdrawn' && !(await decisions.standing(scope, pair.noPenduduk, pair.noKartu)))
      throw new ApiProblem('decision-not-found');
    const { residentKey, memberKey, verdict, note } = body;
    const added = await decisions.add(scope, {
      ...pair,
      runId: run.id,
      residentKey,
      memberKey,
      verdict,
      note: note || null,
    });
    return decisionView(added);
  });

  registerRoute(app, services, routes.listDecisions, async ({ query, scope }) => {
    const { cursor, limit, ...which } = query;
    const run = query.run === undefined ? undefined : await runService.findDone(query.run);
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
