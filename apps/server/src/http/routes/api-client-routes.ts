import { type ApiClient, apiPrefix, routes } from '@jangkau/contracts';
import type { ApiClientRow } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import type { Issued } from '../../clients/client-service.ts';
import type { Services } from '../../services.ts';
import { registerRoute } from '../register-route.ts';

/** Administration of API clients, and what they can ask about themselves. */
export function apiClientRoutes(app: FastifyInstance, services: Services): void {
  const { clients, clientGate, now } = services;
  const issued = ({ client, secret }: Issued) => ({ client: clientView(client, now()), secret });

  registerRoute(app, services, routes.listApiClients, async () => ({
    items: (await clients.list()).map((client) => clientView(client, now())),
  }));
  registerRoute(app, services, routes.createApiClient, async ({ body, scope }) =>
    issued(await clients.create(scope, body)),
  );
  registerRoute(app, services, routes.listClientFacilities, async () => ({
    items: await clients.facilities(),
  }));
  registerRoute(app, services, routes.changeApiClient, async ({ params, body, scope }) =>
    clientView(await clients.change(scope, params.id, body), now()),
  );
  registerRoute(app, services, routes.rotateApiClient, async ({ params, body, scope }) =>
    issued(await clients.rotate(scope, params.id, body.overlapHours)),
  );
  registerRoute(app, services, routes.revokeApiClient, async ({ params, scope }) =>
    clientView(await clients.revoke(scope, params.id), now()),
  );

  const { path, tag, summary, response } = routes.getOwnClient;
  app.get(
    `${apiPrefix}${path}`,
    {
      schema: {
        summary,
        tags: [tag],
        security: [{ apiKey: [] }, { signature: [] }],
        response: { 200: response },
      },
      preHandler: clientGate.requireClient(),
    },
    async ({ client }) =>
      client && { ...client, credentialExpiresAt: client.credentialExpiresAt?.toISOString() ?? null },
  );
}

function clientView(client: ApiClientRow, now: Date): ApiClient {
  return {
    id: client.id,
    name: client.name,
    kind: client.kind,
    scopes: client.scopes,
    requestsPerMinute: client.requests_per_minute,
    facility: client.facility,
    facilityName: client.facility_name,
    userKey: client.user_key,
    createdAt: client.created_at.toISOString(),
    createdBy: client.created_by,
    revokedAt: client.revoked_at?.toISOString() ?? null,
    credentials: client.credentials.map((credential) => ({
      id: credential.id,
      prefix: credential.prefix,
      createdAt: credential.created_at.toISOString(),
      expiresAt: credential.expires_at?.toISOString() ?? null,
      lastUsedAt: credential.last_used_at?.toISOString() ?? null,
      holds: client.revoked_at === null && (credential.expires_at === null || credential.expires_at > now),
    })),
  };
}
