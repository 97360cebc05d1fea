import { figuresRoutes as routes } from '@jangkau/contracts';
import { figureDefinitions } from '@jangkau/figures';
import { figureAreas, figureMonths, figureRestatements, figureSeries } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { articleClaims, checkPublished } from '../../figures/check-published.ts';
import { typesetReport } from '../../figures/month-report.ts';
import { areaOf, areaView, monthView, snapshotOf } from '../../figures/month-view.ts';
import { monthWorkbook } from '../../figures/month-workbook.ts';
import { today } from '../../runs/run-service.ts';
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
    return { snapshot, items: items.map((row) => areaView(row, language)) };
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
  registerRoute(app, services, routes.checkPublished, async ({ db, body, scope }) =>
    checkPublished(db, 'article' in body ? await articleClaims(body.article) : body.claims, areaOf(scope)),
  );
  registerRoute(app, services, routes.exportFigures, async ({ db, query, scope, reply }) => {
    const area = query.area ?? areaOf(scope);
    const view = await monthView(db, { ...query, area }, 'id');
    const snapshot = await snapshotOf(db, query);
    const areas = [];
    for (const level of ['regency', 'district', 'village'] as const)
      areas.push(...(await figureAreas(db, snapshot.id, level, area)));
    const book = await monthWorkbook(view, areas, await figureSeries(db, area));
    return reply
      .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename="${fileName(snapshot.month, area)}.xlsx"`)
      .send(book);
  });
  registerRoute(app, services, routes.printFigures, async ({ db, query, scope, reply }) => {
    const area = query.area ?? areaOf(scope);
    const view = await monthView(db, { ...query, area }, 'id');
    const snapshot = await snapshotOf(db, query);
    const below = { branch: 'district', regency: 'village', district: 'village', village: null } as const;
    const level = below[view.area.level];
    const pdf = await typesetReport({
      head: services.letterOffice.head,
      view,
      parts: level === null ? [] : await figureAreas(db, snapshot.id, level, area),
      series: await figureSeries(db, area),
      restatements: await figureRestatements(db, area, 200),
      printedOn: today(services.settings.timeZone),
    });
    return reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', `attachment; filename="${fileName(snapshot.month, area)}.pdf"`)
      .send(pdf);
  });
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

/** Name of a file of figures: 'angka-2026-10' or 'angka-2026-10-51.71'. */
function fileName(month: string, area: string): string {
  return ['angka', month, area].filter(Boolean).join('-');
}
