import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type RunSummary, routes } from '@jangkau/contracts';
import { privacyValue } from '@jangkau/privacy';
import {
  ComparisonRepository,
  FiguresRepository,
  PeopleRepository,
  PrivacySettings,
  RunRepository,
} from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { banjarCsv, publishedBanjars } from '../../exports/published-banjars.ts';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { registerRoute } from '../register-route.ts';

const mediaTypes: Record<string, string> = {
  '.json': 'application/json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
};

/** Figures of a run, comparisons, and the files it wrote. */
export function resultRoutes(app: FastifyInstance, services: Services): void {
  const { runService } = services;
  registerRoute(app, services, routes.getSummary, async ({ db, params }) => {
    const run = await runService.findDone(db, params.id);
    return (await new RunRepository(db).summary(run.id)) as RunSummary;
  });
  registerRoute(app, services, routes.listAreaFigures, async ({ db, params, query, scope }) => {
    const run = await runService.findDone(db, params.id);
    return new FiguresRepository(db).areas(scope, run.number, query.level, query.parent);
  });
  registerRoute(app, services, routes.listBanjarFigures, async ({ db, params, query, scope }) => {
    const run = await runService.findDone(db, params.id);
    const items = await new FiguresRepository(db).banjars(scope, run.number, query.area);
    const settings = await PrivacySettings.standing(db);
    const hides = privacyValue('figures.hide-inside', settings.get('figures.hide-inside')) === 1;
    return { items: hides ? publishedBanjars(items, smallestCount(settings)).rows : items };
  });
  registerRoute(
    app,
    services,
    routes.exportBanjarFigures,
    async ({ db, params, query, scope, reply, settle }) => {
      const run = await runService.findDone(db, params.id);
      const items = await new FiguresRepository(db).banjars(scope, run.number, query.area);
      if (items.length === 0) throw new ApiProblem('area-not-found');
      const least = smallestCount(await PrivacySettings.standing(db));
      await settle();
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header(
          'content-disposition',
          `attachment; filename="pemetaan-${run.number}-banjar-${query.area}.csv"`,
        )
        .send(banjarCsv(items, least));
    },
  );

  registerRoute(app, services, routes.compareRuns, async ({ db, query, scope }) => {
    const { cursor, limit, ...which } = query;
    const [a, b] = [await runService.findDone(db, query.a), await runService.findDone(db, query.b)];
    const [after] = decodeCursor(which, cursor) ?? [];
    const comparison = new ComparisonRepository(db, services.database.system);
    const people = new PeopleRepository(db);
    const [found, counts] = await Promise.all([
      comparison.page(scope, { a, b }, { kind: query.kind, area: query.area, after, limit }),
      comparison.counts(scope, { a, b }, query.area),
    ]);
    const keys = found.slice(0, limit);
    const [before, now] = await Promise.all([
      people.byKeys(
        scope,
        a.number,
        keys.map((key) => key.a).filter((key) => key !== null),
      ),
      people.byKeys(
        scope,
        b.number,
        keys.map((key) => key.b),
      ),
    ]);
    const of = (rows: typeof now, key: number | null) => rows.find((row) => row.residentKey === key) ?? null;
    const last = keys.at(-1);
    const totals = {
      'newly-uncovered': counts.newlyUncovered,
      resolved: counts.resolved,
      changed: counts.changed,
    };
    return {
      items: keys.map((key) => ({ a: of(before, key.a), b: of(now, key.b) })),
      nextCursor: found.length > limit && last ? encodeCursor(which, [last.b]) : null,
      total: totals[query.kind],
      counts,
    };
  });

  registerRoute(app, services, routes.getRunFile, async ({ db, params, settle, reply }) => {
    const run = await runService.findDone(db, params.id);
    const file = path.join(run.directory, params.name);
    const found = await stat(file).catch(() => undefined);
    if (!found) throw new ApiProblem('file-not-found');
    await settle();
    const extension = path.extname(params.name);
    reply.header('content-type', mediaTypes[extension]).header('content-length', found.size);
    if (extension === '.html') {
      // Its own page, with its own styles and drawings and nothing else.
      reply.header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
      );
      reply.header('content-disposition', 'inline');
    } else {
      reply.header('content-disposition', `attachment; filename="pemetaan-${run.number}-${params.name}"`);
    }
    return reply.send(createReadStream(file));
  });
}

/** Counts under this are hidden. */
function smallestCount(settings: ReadonlyMap<string, number>): number {
  return privacyValue('figures.smallest-count', settings.get('figures.smallest-count'));
}
