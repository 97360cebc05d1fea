import { figuresRoutes as routes } from '@jangkau/contracts';
import { figureDefinitions } from '@jangkau/figures';
import { figureAreas, figureMonths, figureRestatements, figureSeries } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { areaOf, monthView, snapshotOf } from '../../figures/month-view.ts';
import type { Services } from '../../services.ts';
import { registerRoute } from '../register-route.ts';

/** Figures of months: immutable snapshots, with every number's definition and source. */
export function figuresRoutes(app: FastifyInstance, services: Services): void {
  registerRoute(app, services, routes.listFigureMonths, async ({ db }) => ({
    items: await figureMonths(db),
  }));
  registerRoute(app, services, routes.getMonthFigures, async ({ db, query, scope, language }) =>
    monthView(db, { ...query, area: query.area ?? areaOf(scope) }, language),
  );
  registerRoute(app, services, routes.listMonthAreas, async ({ db, query, scope, language }) => {
    const snapshot = await snapshotOf(db, query);
    const items = await figureAreas(db, snapshot.id, query.level, query.area ?? areaOf(scope));
    const nowhere = { id: 'Tanpa desa', en: 'Without a village' }[language];
    return { snapshot, items: items.map((row) => (row.code === '' ? { ...row, name: nowhere } : row)) };
  });
  registerRoute(app, services, routes.getFigureSeries, async ({ db, query, scope }) => {
    const months = await figureSeries(db, query.area ?? areaOf(scope));
    return {
      items: months.map(({ segments, ...month }) => ({
        ...month,
        segments: Object.fromEntries(
          Object.entries(segments).map(([segment, of]) => [segment, of.active + of.arrears + of.lapsed]),
        ),
      })),
    };
  });
  registerRoute(app, services, routes.listRestatements, async ({ db, query, scope }) => ({
    items: await figureRestatements(db, query.area ?? areaOf(scope), query.limit),
  }));
  registerRoute(app, services, routes.listFigureDefinitions, async ({ language }) => ({
    items: Object.entries(figureDefinitions).map(([id, definition]) => ({
      id,
      name: definition.name[language],
      meaning: definition.meaning[language],
      numerator: definition.numerator?.[language] ?? null,
      denominator: definition.denominator?.[language] ?? null,
      counted: definition.counted[language],
      basis: definition.basis,
    })),
  }));
}
