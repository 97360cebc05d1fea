import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { may } from '@jangkau/access';
import { type PersonalFile, exportRoutes as routes } from '@jangkau/contracts';
import { type Db, ExportOrders, type PeopleFilter, PeopleRepository, type Scope } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { countLines } from '../../exports/count-lines.ts';
import { exportPeople } from '../../exports/export-people.ts';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { registerRoute } from '../register-route.ts';

type Ordered =
  | { kind: 'people'; filter: PeopleFilter; format: 'csv' | 'xlsx' }
  | { kind: 'file'; name: PersonalFile };

/** An order is fetched at once; this is for slow lines and second tries. */
const minutesToFetch = 15;

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Downloads: ordered with their purpose, then fetched. */
export function exportRoutes(app: FastifyInstance, services: Services): void {
  const { runService, database } = services;

  const place = async (
    db: Db,
    scope: Scope,
    order: {
      runId: string;
      what: Ordered;
      fullNumbers: boolean;
      people: number;
      purpose: string | undefined;
    },
  ) => {
    const id = randomUUID();
    const expiresAt = new Date(Date.now() + minutesToFetch * 60_000).toISOString();
    await ExportOrders.add(db, scope.username, { id, expiresAt, ...order });
    return { id, people: order.people, expiresAt };
  };

  registerRoute(app, services, routes.orderExport, async ({ db, params, body, scope, officer, note }) => {
    const { format, numbers, purpose, confirm, ...filter } = body;
    const fullNumbers = numbers === 'full';
    note({ purpose, detail: { ...withoutWords(filter), format, numbers } });
    if (fullNumbers) {
      if (!officer || !may(officer.assignments, 'export.full')) throw new ApiProblem('out-of-scope');
      if (purpose === undefined) throw new ApiProblem('reason-required');
      if (!confirm) throw new ApiProblem('export-confirmation-required');
    }
    const run = await runService.findDone(db, params.id);
    const people = await new PeopleRepository(db).countForExport(scope, run.number, filter);
    note({
      purpose,
      subject: { kind: 'run', key: run.id },
      area: filter.area,
      detail: { ...withoutWords(filter), format, numbers, people },
    });
    const what: Ordered = { kind: 'people', filter, format };
    return place(db, scope, { runId: run.id, what, fullNumbers, people, purpose });
  });

  registerRoute(app, services, routes.orderRunFile, async ({ db, params, body, scope, note }) => {
    const run = await runService.findDone(db, params.id);
    const people = await countLines(path.join(run.directory, body.name));
    if (people === undefined) throw new ApiProblem('file-not-found');
    note({
      purpose: body.purpose,
      subject: { kind: 'run', key: run.id },
      detail: { file: body.name, people },
    });
    const what: Ordered = { kind: 'file', name: body.name };
    return place(db, scope, { runId: run.id, what, fullNumbers: true, people, purpose: body.purpose });
  });

  registerRoute(app, services, routes.fetchExport, async ({ db, params, scope, note, settle, reply }) => {
    const order = await ExportOrders.find<Ordered>(db, params.id);
    if (!order) throw new ApiProblem('export-not-found');
    const run = await runService.findDone(db, order.runId);
    const { what } = order;
    note({ subject: { kind: 'export', key: order.id }, detail: { fetched: true, people: order.people } });
    await settle();
    if (what.kind === 'file') {
      const file = path.join(run.directory, what.name);
      const found = await stat(file).catch(() => undefined);
      if (!found) throw new ApiProblem('file-not-found');
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-length', found.size)
        .header('content-disposition', `attachment; filename="pemetaan-${run.number}-${what.name}"`)
        .send(createReadStream(file));
    }
    const { filter, format } = what;
    return reply
      .header('content-type', format === 'csv' ? 'text/csv; charset=utf-8' : sheetType)
      .header('content-disposition', `attachment; filename="pemetaan-${run.number}-${filter.list}.${format}"`)
      .send(
        exportPeople({ database, scope, run: run.number, filter, format, fullNumbers: order.fullNumbers }),
      );
  });
}

/** The filter for the audit, without what was searched for: that may be a name or a number. */
function withoutWords({ q, ...filter }: PeopleFilter): Record<string, unknown> {
  return { ...filter, ...(q && { searched: true }) };
}
