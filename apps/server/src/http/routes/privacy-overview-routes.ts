import { may } from '@jangkau/access';
import { privacyOverviewRoutes as routes } from '@jangkau/contracts';
import { breachClock, type ClockState, foldBreach, foldRequest, requestClock } from '@jangkau/privacy';
import { Breaches, SubjectRequests } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services.ts';
import { registerRoute } from '../register-route.ts';

/** More than this many open ones are counted as this many. */
const most = 500;

/** Clocks that run. */
export function privacyOverviewRoutes(app: FastifyInstance, services: Services): void {
  registerRoute(app, services, routes.getPrivacyOverview, async ({ db, officer }) => {
    const now = new Date().toISOString();
    const requests = await SubjectRequests.page(db, 'open', undefined, most);
    const requestFacts = await SubjectRequests.facts(
      db,
      requests.map((request) => request.id),
    );
    const seesBreaches = officer !== undefined && may(officer.assignments, 'breach.manage') !== undefined;
    const breaches = seesBreaches ? await Breaches.page(db, undefined, most) : [];
    const breachFacts = await Breaches.facts(
      db,
      breaches.map((breach) => breach.id),
    );
    const openBreaches = breaches.flatMap((breach) => {
      const state = foldBreach(breachFacts.get(breach.id) ?? []);
      return state.stage === 'closed' ? [] : [breachClock(breach, state, now)];
    });
    return {
      requests: clocksOf(
        requests.map((request) =>
          requestClock(request, foldRequest(request, requestFacts.get(request.id) ?? []), now),
        ),
      ),
      breaches: seesBreaches ? clocksOf(openBreaches) : null,
    };
  });
}

function clocksOf(states: readonly ClockState[]) {
  const of = (state: ClockState) => states.filter((one) => one === state).length;
  return { open: states.length, soon: of('soon'), overdue: of('overdue') };
}
