import { type Action, actions, may } from '@jangkau/access';
import { routes, type Session, type SignInAnswer } from '@jangkau/contracts';
import { AreaRepository, SecondFactorRepository } from '@jangkau/store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { demoAccounts, demoPassword } from '../../demo/demo-accounts.ts';
import type { Services } from '../../services.ts';
import { clearCookie, readCookie, setCookie } from '../../sessions/cookies.ts';
import { deviceName } from '../../sessions/device-name.ts';
import { leastPasswordLength } from '../../sessions/password-policy.ts';
import type { SignedIn } from '../../sessions/session-service.ts';
import type { SignInOutcome, Visit } from '../../sessions/sign-in-service.ts';
import { ApiProblem } from '../api-problem.ts';
import { registerRoute } from '../register-route.ts';
import { originOf } from '../request-record.ts';

/** Signing in, step by step, and out. */
export function sessionRoutes(app: FastifyInstance, services: Services): void {
  const { signIn, sessions, settings, oidc } = services;

  const view = async (officer: SignedIn): Promise<Session> => {
    const { assignments } = officer;
    const codes = assignments.filter(({ kind }) => kind === 'area').map(({ code }) => code);
    const named = codes.length === 0 ? [] : await new AreaRepository(services.database.app).all();
    const factor = await new SecondFactorRepository(services.database.gate).find(officer.username);
    return {
      officer: { username: officer.username, name: officer.name },
      roles: [...new Set(assignments.map(({ role }) => role))],
      actions: (Object.keys(actions) as Action[]).filter((action) => may(assignments, action)),
      areas: named
        .filter((area) => codes.includes(area.code))
        .map(({ code, name, level }) => ({ code, name, level })),
      wholeBranch: assignments.some(({ kind }) => kind === 'branch'),
      secondFactor: Boolean(factor?.confirmed_at),
      timeZone: settings.timeZone,
      demo: settings.demoResidents > 0,
      simulator: settings.demoResidents > 0 && services.whatsapp.simulator !== undefined,
      expiresAt: officer.expiresAt.toISOString(),
    };
  };
  /** Gives the browser the cookie of where it is now, and takes the others away. */
  const giveCookie = (request: FastifyRequest, reply: FastifyReply, outcome: SignInOutcome) => {
    const done = outcome.next === 'done';
    setCookie(request, reply, done ? 'session' : 'step', outcome.token, outcome.expiresAt);
    clearCookie(request, reply, done ? 'step' : 'session');
  };
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    outcome: SignInOutcome,
  ): Promise<SignInAnswer> => {
    giveCookie(request, reply, outcome);
    const officer = outcome.next === 'done' ? await sessions.byToken(outcome.token) : undefined;
    return {
      next: outcome.next,
      username: outcome.username,
      session: officer ? await view(officer) : null,
    };
  };

  registerRoute(app, services, routes.getWelcome, async () => {
    const demo = settings.demoResidents > 0 && settings.signIn.officerPassword === undefined;
    return {
      demo: settings.demoResidents > 0,
      demoAccounts: demo
        ? demoAccounts.map(({ username, assignment }, i) => ({
            username: i === 0 ? settings.signIn.officerUsername : username,
            password: demoPassword,
            role: assignment.role,
          }))
        : [],
      languages: ['id' as const, 'en' as const],
      oidc: oidc ? { name: oidc.name } : null,
      leastPasswordLength,
    };
  });
  registerRoute(app, services, routes.signIn, async ({ body, request, reply }) => {
    const outcome = await signIn.withPassword(visitOf(request), body.username, body.password);
    // Whoever was signed in here before is not any more.
    await sessions.signOut(request, reply);
    return answer(request, reply, outcome);
  });
  registerRoute(app, services, routes.getSignInStep, async ({ request }) => {
    const step = await signIn.stepOf(readCookie(request, 'step'));
    if (step) return step;
    const token = readCookie(request, 'session');
    const officer = token ? await sessions.byToken(token) : undefined;
    return officer ? { next: 'done' as const, username: officer.username } : { next: null, username: null };
  });
  registerRoute(app, services, routes.giveCode, async ({ body, request, reply }) =>
    answer(request, reply, await signIn.withCode(visitOf(request), readCookie(request, 'step'), body)),
  );
  registerRoute(app, services, routes.choosePassword, async ({ body, request, reply }) =>
    answer(
      request,
      reply,
      await signIn.withNewPassword(visitOf(request), readCookie(request, 'step'), body.password),
    ),
  );
  registerRoute(app, services, routes.beginCodeSetup, async ({ request }) =>
    signIn.beginCodeSetup(readCookie(request, 'step')),
  );
  registerRoute(app, services, routes.confirmCodeSetup, async ({ body, request, reply }) => {
    const outcome = await signIn.confirmCodeSetup(visitOf(request), readCookie(request, 'step'), body.code);
    return { ...(await answer(request, reply, outcome)), recoveryCodes: outcome.recoveryCodes };
  });
  registerRoute(app, services, routes.getSession, async ({ officer }) => view(officer as SignedIn));
  registerRoute(app, services, routes.signOut, async ({ request, reply }) => {
    const step = readCookie(request, 'step');
    if (step) await signIn.abandon(step);
    clearCookie(request, reply, 'step');
    await sessions.signOut(request, reply);
  });

  registerRoute(app, services, routes.startOidc, async ({ query, request, reply }) => {
    if (!oidc) throw new ApiProblem('not-found');
    const { url, cookie, expires } = await oidc.start(query.next ?? '/');
    setCookie(request, reply, 'oidc', cookie, expires);
    reply.header('location', url);
  });
  registerRoute(app, services, routes.finishOidc, async ({ request, reply }) => {
    if (!oidc) throw new ApiProblem('not-found');
    // A person is looking at this answer: failures go to the sign-in page, which finds the words.
    try {
      const search = new URL(request.url, 'http://localhost').search;
      const { person, next } = await oidc.finish(search, readCookie(request, 'oidc'));
      const outcome = await signIn.withProvider(visitOf(request), person);
      await sessions.signOut(request, reply);
      giveCookie(request, reply, outcome);
      reply.header('location', `/masuk?next=${encodeURIComponent(next)}`);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      request.log.warn({ code: error.code, cause: causeOf(error) }, 'sign-in at the identity provider');
      reply.header('location', `/masuk?problem=${error.code}`);
    }
    clearCookie(request, reply, 'oidc');
  });
}

function visitOf(request: FastifyRequest): Visit {
  return { ...originOf(request), device: deviceName(request.headers['user-agent']) };
}

/** Code of what went wrong with the provider; its words may hold what the provider knows of a person. */
function causeOf(error: ApiProblem): string | undefined {
  const { cause } = error;
  return cause instanceof Error
    ? `${cause.name} ${(cause as { code?: string }).code ?? ''}`.trim()
    : undefined;
}
