import path from 'node:path';
import { routes } from '@jangkau/contracts';
import { AuditHeads, AuditRepository, verifyAudit } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { exportAudit } from '../../audit/export-audit.ts';
import type { Services } from '../../services.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { registerRoute } from '../register-route.ts';

/** The audit, for those who check it. */
export function auditRoutes(app: FastifyInstance, services: Services): void {
  registerRoute(app, services, routes.listAudit, async ({ db, query }) => {
    const { cursor, limit, ...filter } = query;
    const [beforeId] = decodeCursor(filter, cursor) ?? [];
    const found = await new AuditRepository(db).newest(filter, { beforeId, limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map((row) => ({ ...row, at: row.at.toISOString() })),
      nextCursor: found.length > limit && last ? encodeCursor(filter, [last.id]) : null,
    };
  });
  registerRoute(app, services, routes.exportAudit, async ({ query, scope, settle, reply }) => {
    await settle();
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="jejak-audit.csv"');
    return reply.send(exportAudit(services.database, scope, query));
  });
  registerRoute(app, services, routes.verifyAudit, async () => {
    const heads = new AuditHeads(path.join(services.settings.dataDir, 'audit'));
    const { broken, ...report } = await verifyAudit(services.database.system, await heads.list());
    return { checkedAt: new Date().toISOString(), ...report, broken: broken ?? null };
  });
}
