import { privacySettingRoutes as routes } from '@jangkau/contracts';
import { privacySetting, privacySettings, privacyValue } from '@jangkau/privacy';
import { type Db, PrivacySettings } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { registerRoute } from '../register-route.ts';

/** Hours of the clocks of data protection, and how small counts are hidden. */
export function privacySettingRoutes(app: FastifyInstance, services: Services): void {
  registerRoute(app, services, routes.listPrivacySettings, async ({ db }) => listed(db));

  registerRoute(app, services, routes.setPrivacySetting, async ({ db, body, scope, note }) => {
    const { least, most } = privacySetting(body.name) ?? { least: 0, most: -1 };
    if (body.value !== null && (body.value < least || body.value > most))
      throw new ApiProblem('invalid-request', {
        errors: [{ path: 'body.value', message: `between ${least} and ${most}` }],
      });
    await PrivacySettings.set(db, scope.username, body.name, body.value, body.reason);
    note({ purpose: body.reason, detail: { setting: body.name, value: body.value } });
    return listed(db);
  });
}

async function listed(db: Db) {
  const chosen = await PrivacySettings.chosen(db);
  return {
    items: privacySettings.map((setting) => {
      const own = chosen.get(setting.name);
      return {
        ...setting,
        value: privacyValue(setting.name, own?.value),
        set: own ? { by: own.by, at: own.at, reason: own.reason } : null,
      };
    }),
  };
}
