import { caseRoutes as routes } from '@jangkau/contracts';
import {
  agentLoads,
  agentRoute,
  appendCaseFacts,
  assignCases,
  type CaseFilter,
  casePage,
  countCases,
  findAttachment,
  listCases,
  RunRepository,
  recallCases,
} from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { openAttachment } from '../../pesiar/attachment-box.ts';
import { caseView, factView } from '../../pesiar/case-view.ts';
import { refusalWords } from '../../pesiar/fact-refusals.ts';
import { today } from '../../runs/run-service.ts';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { registerRoute } from '../register-route.ts';

/** Cases of PESIAR: lists, one case, what happened, who does it. */
export function caseRoutes(app: FastifyInstance, services: Services): void {
  const { desk, settings } = services;

  registerRoute(app, services, routes.listCases, async ({ db, scope, query, note }) => {
    const { cursor, limit, q, ...rest } = query;
    const filter: CaseFilter = { ...rest, words: q };
    const rows = await listCases(db, scope, filter, { after: readCursor(cursor), limit: limit + 1 });
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    note({ detail: { ...rest, ...(q !== undefined && { searched: 'words' }), rows: items.length } });
    return {
      items: items.map(caseView),
      nextCursor: last ? last.caseId : null,
      ...(cursor === undefined && (await counted(() => countCases(db, scope, filter)))),
    };

    function readCursor(text: string | undefined): { caseId: string } | undefined {
      if (text === undefined) return undefined;
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) throw new ApiProblem('bad-cursor');
      return { caseId: text };
    }
  });

  registerRoute(app, services, routes.getCase, async ({ db, params, note }) => {
    const page = await casePage(db, params.caseId);
    if (!page) throw new ApiProblem('case-not-found');
    note({ subject: { kind: 'case', key: params.caseId }, area: page.row.area });
    return {
      case: caseView(page.row),
      facts: page.facts.map(factView),
      family: page.family.map(caseView),
      point: page.point,
      attachments: page.attachments,
    };
  });

  registerRoute(app, services, routes.getCaseAttachment, async ({ db, params, reply, note, settle }) => {
    const found = await findAttachment(db, params.caseId, params.sha256);
    if (!found) throw new ApiProblem('file-not-found');
    note({ subject: { kind: 'case', key: params.caseId } });
    await settle();
    const bytes = openAttachment(services.box, params.caseId, params.sha256, found);
    return reply
      .header('content-type', found.mime)
      .header('content-disposition', 'inline')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(bytes);
  });

  registerRoute(app, services, routes.appendCaseFacts, async ({ db, scope, body, language, note }) => {
    const results = await appendCaseFacts(db, scope, body.facts as never);
    const accepted = results.filter(({ outcome }) => outcome === 'accepted').length;
    note({ detail: { facts: results.length, accepted } });
    return {
      results: results.map((result) => {
        if (result.outcome === 'refused') return { ...result, message: refusalWords(result.code, language) };
        if (result.outcome === 'conflict') return { ...result, since: result.since.map(factView) };
        return result;
      }),
    };
  });

  registerRoute(app, services, routes.openCases, async ({ db, scope, body, note }) => {
    const run = await finishedRun(db, body.runId);
    const area = body.area ?? '';
    const opened = await desk.open(scope, { run, area, reasons: body.reasons });
    const total = Object.values(opened).reduce((sum: number, n) => sum + (n ?? 0), 0);
    note({ subject: { kind: 'run', key: body.runId }, detail: { opened: total } });
    return { opened: opened as Record<string, number>, total };
  });

  registerRoute(app, services, routes.followRun, async ({ db, body, note }) => {
    const followed = await desk.follow(await finishedRun(db, body.runId));
    note({ subject: { kind: 'run', key: body.runId }, detail: { ...followed } });
    return { closed: followed.closed as Record<string, number>, labels: followed.labels };
  });

  registerRoute(app, services, routes.assignCases, async ({ db, scope, body, note }) => {
    const { agent, dueOn, most } = body;
    if (!body.cases && !body.filter)
      throw new ApiProblem('invalid-request', { detail: 'either cases or a filter' });
    const agents = await agentLoads(db, scope, today(settings.timeZone));
    if (!agents.some((one) => one.agent === agent)) throw new ApiProblem('agent-not-found');
    const assigned = await assignCases(db, scope, desk.at(), {
      agent,
      dueOn,
      note: body.note,
      cases: body.cases,
      filter: body.filter,
      most,
    });
    note({ subject: { kind: 'agent', key: agent }, detail: { ...assigned } });
    return assigned;
  });

  registerRoute(app, services, routes.recallCases, async ({ db, scope, body, note }) => {
    const { agent, reason, filter = {} } = body;
    const recalled = await recallCases(db, scope, desk.at(), { agent, reason, filter });
    note({ subject: { kind: 'agent', key: agent }, detail: { recalled } });
    return { recalled };
  });

  registerRoute(app, services, routes.listAgents, async ({ db, scope }) => ({
    items: await agentLoads(db, scope, today(settings.timeZone)),
  }));

  registerRoute(app, services, routes.getAgentRoute, async ({ db, scope, params, query, note }) => {
    const { lat, lon } = query;
    const from = lat === undefined || lon === undefined ? null : { lat, lon };
    const items = await agentRoute(db, scope, { agent: params.agent }, from);
    note({ subject: { kind: 'agent', key: params.agent }, detail: { households: items.length } });
    return { items: items as never };
  });
}

/** Number of a finished mapping. */
async function finishedRun(db: ConstructorParameters<typeof RunRepository>[0], id: string): Promise<number> {
  const run = await new RunRepository(db).find(id);
  if (!run) throw new ApiProblem('run-not-found');
  if (run.state !== 'done') throw new ApiProblem('run-not-finished');
  return run.number;
}

/** The length of a list, exact up to what is counted. */
async function counted(count: () => Promise<number>): Promise<{ total: number } | { atLeast: number }> {
  const n = await count();
  return n < 10_000 ? { total: n } : { atLeast: n };
}
