import { commandPostRoutes as routes } from '@jangkau/contracts';
import { parseDate } from '@jangkau/membership';
import {
  activeByDay,
  agentDays,
  commandFigures,
  Gatherings,
  pesiarSettings,
  type StandingSetting,
  setPesiar,
} from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { today } from '../../runs/run-service.ts';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { registerRoute } from '../register-route.ts';

/** The command post: funnel, days of agents, settings, gatherings. */
export function commandPostRoutes(app: FastifyInstance, services: Services): void {
  const { desk, settings } = services;
  const day = () => today(settings.timeZone);

  registerRoute(app, services, routes.getFunnel, async ({ db, scope, query }) => {
    const { level, ...filter } = query;
    const [figures, choices] = [
      await commandFigures(db, scope, level, filter, day()),
      await pesiarSettings(db),
    ];
    const targets = choices.filter(({ name }) => name === 'target');
    return {
      asOf: day(),
      items: figures.map((row) => ({
        ...row,
        target: targetOf(level === 'all' ? (query.area ?? '') : row.key, level, targets),
      })) as never,
    };
  });

  registerRoute(app, services, routes.getProgress, async ({ db, scope, query }) => {
    const { from, until, area } = query;
    if (span(from, until) < 0 || span(from, until) > 400)
      throw new ApiProblem('invalid-request', { detail: 'from before until, 400 days at most' });
    return { items: await activeByDay(db, scope, { area }, from, until) };
  });

  registerRoute(app, services, routes.getAgentDays, async ({ db, scope, query }) => {
    const start = parseDate(query.day).toZonedDateTime(settings.timeZone);
    const days = await agentDays(db, scope, {
      from: start.toInstant().toString(),
      until: start.add({ days: 1 }).toInstant().toString(),
      agent: query.agent,
    });
    return {
      items: days.map(({ visits, ...one }) => ({
        ...one,
        visits: visits.map(({ answers: _answers, agent: _agent, ...visit }) => visit),
      })),
    };
  });

  registerRoute(app, services, routes.listPesiarSettings, async ({ db }) => ({
    items: (await pesiarSettings(db)).map(settingView),
  }));
  registerRoute(app, services, routes.setPesiarSetting, async ({ db, scope, body, note }) => {
    const isSwitch = body.name === 'live' || body.name === 'prioritas' || body.name === 'newborn-pemda';
    if (body.value !== null && (typeof body.value === 'boolean') !== isSwitch)
      throw new ApiProblem('invalid-request', {
        detail: 'a switch is true or false, the others are numbers',
      });
    await setPesiar(db, scope.username, body);
    note({ detail: { ...body } });
    return { items: (await pesiarSettings(db)).map(settingView) };
  });

  registerRoute(app, services, routes.listGatherings, async ({ db, scope }) => ({
    items: await Gatherings.list(db, scope),
  }));
  registerRoute(app, services, routes.getGathering, async ({ db, scope, params, note }) => {
    const [gathering] = await Gatherings.list(db, scope, params.id);
    if (!gathering) throw new ApiProblem('gathering-not-found');
    const guests = await Gatherings.guests(db, params.id);
    note({ subject: { kind: 'gathering', key: params.id }, detail: { rows: guests.length } });
    return { gathering, guests };
  });
  registerRoute(app, services, routes.planGathering, async ({ db, scope, body, note }) => {
    if (!scope.coversRecord(body.area, body.banjar)) throw new ApiProblem('out-of-scope');
    const id = await Gatherings.plan(db, scope, body);
    const [gathering] = await Gatherings.list(db, scope, id);
    if (!gathering) throw new ApiProblem('gathering-not-found');
    note({ subject: { kind: 'gathering', key: id }, detail: { invited: gathering.invited } });
    return gathering;
  });
  registerRoute(app, services, routes.holdGathering, async ({ db, scope, params, body, note }) => {
    if (!(await Gatherings.hold(db, scope, desk.at(), params.id, body)))
      throw new ApiProblem('gathering-not-found');
    const [gathering] = await Gatherings.list(db, scope, params.id);
    if (!gathering) throw new ApiProblem('gathering-not-found');
    note({ subject: { kind: 'gathering', key: params.id }, detail: { attended: gathering.attended } });
    return gathering;
  });
  registerRoute(app, services, routes.cancelGathering, async ({ db, scope, params }) => {
    const done = await Gatherings.cancel(db, params.id);
    const [gathering] = await Gatherings.list(db, scope, params.id);
    if (!done || !gathering) throw new ApiProblem('gathering-not-found');
    return gathering;
  });
}

/** The target of a place: its own, or the sum of what is set within it. */
function targetOf(key: string, level: string, targets: readonly StandingSetting[]): number | null {
  if (level === 'agent' || level === 'banjar') return null;
  const own = targets.find(({ area }) => area === key);
  if (own) return Number(own.value);
  const within = targets.filter(({ area }) => key === '' || area.startsWith(`${key}.`));
  // Of nested targets the larger area's stands for all within it.
  const outermost = within.filter(
    ({ area }) =>
      !within.some(
        (other) => area !== other.area && (other.area === '' || area.startsWith(`${other.area}.`)),
      ),
  );
  return outermost.length === 0 ? null : outermost.reduce((sum, { value }) => sum + Number(value), 0);
}

function settingView({ area, name, value, at, by }: StandingSetting) {
  return { area, name, value, at: at.toISOString(), by };
}

function span(from: string, until: string): number {
  return parseDate(from).until(parseDate(until)).total('days');
}
