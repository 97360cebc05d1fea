import { apiPrefix, snapshotRoutes as routes } from '@jangkau/contracts';
import { AuditLog, Scope } from '@jangkau/store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../../services.ts';
import type { SnapshotFile } from '../../snapshots/status-snapshots.ts';
import { originOf } from '../request-record.ts';

/** Status files for facilities whose line may fail. */
export function snapshotRoutes(app: FastifyInstance, { clientGate, snapshots, database }: Services): void {
  const inside = { preHandler: clientGate.requireClient('eligibility.read') };
  const security: Record<string, string[]>[] = [{ apiKey: [] }, { signature: [] }];
  const described = ({ summary, tag }: { summary: string; tag: string }) => ({
    summary,
    tags: [tag],
    security,
  });
  const note = (request: FastifyRequest, detail: Record<string, unknown>) =>
    AuditLog.add(database.gate, Scope.gate(`client ${request.client?.id}`, originOf(request)), {
      action: 'eligibility.read',
      subject: { kind: 'snapshot', key: String(detail.kind) },
      detail,
    });
  const send = async (request: FastifyRequest, reply: FastifyReply, { head, bytes }: SnapshotFile) => {
    await note(request, { kind: head.kind, entries: head.entries });
    return reply
      .header('content-type', 'application/octet-stream')
      .header('etag', `"${head.baseId}-${head.issuedAt}"`)
      .send(bytes);
  };

  app.get(
    `${apiPrefix}${routes.getSnapshotKeys.path}`,
    {
      ...inside,
      schema: { ...described(routes.getSnapshotKeys), response: { 200: routes.getSnapshotKeys.response } },
    },
    async (request) => {
      await note(request, { kind: 'keys' });
      return {
        publicKey: snapshots.keys.publicKey,
        fingerprintKey: snapshots.keys.fingerprintKey.toString('base64'),
      };
    },
  );
  app.get(
    `${apiPrefix}${routes.getSnapshot.path}`,
    { ...inside, schema: described(routes.getSnapshot) },
    async (request, reply) => send(request, reply, await snapshots.whole()),
  );
  app.get(
    `${apiPrefix}${routes.getSnapshotChanges.path}`,
    { ...inside, schema: described(routes.getSnapshotChanges) },
    async (request, reply) => send(request, reply, await snapshots.changes()),
  );
}
