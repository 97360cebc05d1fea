import { may } from '@jangkau/access';
import { routes } from '@jangkau/contracts';
import { settledConflicts } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { factView } from '../../pesiar/case-view.ts';
import type { Services } from '../../services.ts';
import { setCookie } from '../../sessions/cookies.ts';
import { deviceName } from '../../sessions/device-name.ts';
import type { SignedIn } from '../../sessions/session-service.ts';
import { registerRoute } from '../register-route.ts';
import { originOf } from '../request-record.ts';

/** A sealed photograph in base64 is larger than other bodies. */
const rescueBytes = 8 * 1024 ** 2;

/** Devices of agents: taking part, signing in, handing over what they could not send, ending. */
export function deviceRoutes(app: FastifyInstance, services: Services): void {
  const { devices, sealKeys, now } = services;

  registerRoute(app, services, routes.enrolDevice, async ({ scope, body, officer }) => {
    const { username, name } = officer as SignedIn;
    return {
      token: await devices.enrol(scope, body.device, body.name),
      username,
      name,
      serverKey: sealKeys.publicKey.toString('base64'),
      serverTime: now().toISOString(),
    };
  });
  registerRoute(app, services, routes.openDeviceSession, async ({ body, request, reply }) => {
    const visit = { ...originOf(request), device: deviceName(request.headers['user-agent']) };
    const outcome = await devices.signIn(visit, body.device, body.token);
    setCookie(request, reply, 'session', outcome.token, outcome.expiresAt);
    return { username: outcome.username, serverTime: now().toISOString() };
  });
  registerRoute(
    app,
    services,
    routes.rescueEvents,
    async ({ body }) => ({
      kept: await devices.rescue(body.device, body.token, body.events, body),
    }),
    { bodyLimit: rescueBytes },
  );
  registerRoute(app, services, routes.listDevices, async ({ officer }) => {
    const reach = may((officer as SignedIn).assignments, 'device.manage');
    return { items: reach ? await devices.list(reach) : [] };
  });
  registerRoute(app, services, routes.listConflicts, async ({ db, scope, query, note }) => {
    const found = await settledConflicts(db, scope, query.limit);
    note({ detail: { conflicts: found.length } });
    return {
      items: found.map(({ stands, setAside: _, sides, ...one }) => ({
        ...one,
        sides: sides.map((fact) => ({ stands: fact.id === stands, fact: factView(fact) })),
      })),
    };
  });
  registerRoute(app, services, routes.revokeDevice, async ({ params, scope, officer }) => {
    const reach = may((officer as SignedIn).assignments, 'device.manage');
    return devices.revoke(scope, reach ?? { whole: false, areas: [] }, params.id);
  });
}
