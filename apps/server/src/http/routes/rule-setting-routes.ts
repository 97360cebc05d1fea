import { ruleSettingRoutes as routes } from '@jangkau/contracts';
import { ruleCatalogue } from '@jangkau/contributions';
import { addRuleSetting, type Db, ruleSettings, rulesOn } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { today } from '../../runs/run-service.ts';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { registerRoute } from '../register-route.ts';

/** Readings of disputed rules: what holds, what was decided, and deciding. */
export function ruleSettingRoutes(app: FastifyInstance, services: Services): void {
  const { database, settings } = services;
  const day = (): string => today(settings.timeZone);

  registerRoute(app, services, routes.listRuleSettings, async ({ db }) => listed(db, day()));

  registerRoute(app, services, routes.setRuleSetting, async ({ db, body, scope, note }) => {
    // What has been worked out by an earlier reading stays as it is.
    if (body.validFrom < day()) throw new ApiProblem('rule-in-the-past');
    if (!(await addRuleSetting(database.system, body, scope.username))) throw new ApiProblem('rule-decided');
    note({
      purpose: body.legalBasis,
      detail: { setting: body.name, value: JSON.stringify(body.value), from: body.validFrom },
    });
    services.rules.forget();
    return listed(db, day());
  });
}

async function listed(db: Db, day: string) {
  const { membership, contributions } = await rulesOn(db, day);
  const inForce: Record<string, unknown> = { ...contributions, ...membership };
  const decided = await ruleSettings(db);
  return {
    today: day,
    items: ruleCatalogue.map(({ id, en, ...facts }) => ({
      ...facts,
      what: { id, en },
      value: inForce[facts.name],
      decisions: decided
        .filter(({ name }) => name === facts.name)
        .map(({ name: _, ...decision }) => decision),
    })),
  } as never;
}
