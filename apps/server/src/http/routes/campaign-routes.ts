import { randomUUID } from 'node:crypto';
import { type Pace, renderTemplate, templateFaults } from '@jangkau/campaigns';
import { campaignRoutes as routes } from '@jangkau/contracts';
import { utcOffsetOf } from '@jangkau/kernel';
import {
  actOnCampaign,
  addCampaign,
  addTemplate,
  audienceCounts,
  type CampaignRow,
  type Db,
  findCampaign,
  findTemplate,
  hoursOf,
  latestNotices,
  listCampaigns,
  listTemplates,
  previewPeople,
  saidLimit,
  type TemplateRow,
  workLeft,
} from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { forecastOf, forecastOfPlan } from '../../campaigns/campaign-forecast.ts';
import { campaignView, itemOf, templateView } from '../../campaigns/campaign-view.ts';
import { exportCampaign } from '../../campaigns/export-campaign.ts';
import { fieldValues } from '../../campaigns/message-of-turn.ts';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { registerRoute } from '../register-route.ts';

const previews = 4;
const notices = 12;

/** Campaigns. Audiences reach over all areas, and only roles of the whole branch draw them up: they are read as the system. */
export function campaignRoutes(app: FastifyInstance, services: Services): void {
  const { whatsapp, now, settings } = services;
  const { system } = services.database;
  const { prices } = whatsapp.settings;
  const paceOf = async (plan: Pick<CampaignRow, 'perDay' | 'from' | 'to' | 'days'>): Promise<Pace> => ({
    perDay: plan.perDay,
    portfolioLimit: await whatsapp.portfolioLimit(),
    hours: hoursOf(plan, utcOffsetOf(settings.timeZone)),
  });

  registerRoute(app, services, routes.countAudience, async ({ body, note }) => {
    const counts = await audienceCounts(system, {
      rule: body.audience,
      now: now(),
      frequencyDays: body.frequencyDays,
    });
    note({ detail: { ...body.audience, families: counts.families } });
    return counts;
  });

  registerRoute(app, services, routes.previewMessage, async ({ body, note }) => {
    const faults = templateFaults({ body: body.body, buttons: [] });
    const people = await previewPeople(system, {
      rule: body.audience,
      now: now(),
      seed: body.seed,
      most: previews,
    });
    note({ detail: { ...body.audience, rows: people.length } });
    return {
      faults,
      items: people.map((person) => {
        const values = fieldValues(person);
        return {
          who: [values.nama, person.village].filter(Boolean).join(', '),
          text: renderTemplate(body.body, values),
        };
      }),
    };
  });

  registerRoute(app, services, routes.forecastCampaign, async ({ body }) =>
    forecastOfPlan(system, {
      families: body.families,
      holdOut: body.holdOut,
      pace: await paceOf(body.plan),
      now: now(),
    }),
  );

  registerRoute(app, services, routes.listTemplates, async ({ db }) => ({
    items: (await listTemplates(db)).map(templateView),
  }));

  registerRoute(app, services, routes.getChannelStanding, async ({ db }) => {
    const limit = await saidLimit(db);
    return {
      portfolioLimit: await whatsapp.portfolioLimit(),
      limitSaidAt: limit?.saidAt.toISOString() ?? null,
      notices: (await latestNotices(db, notices)).map(({ saidAt, ...notice }) => ({
        ...notice,
        saidAt: saidAt.toISOString(),
      })),
    };
  });

  registerRoute(app, services, routes.submitTemplate, async ({ body, scope, note }) => {
    const faults = templateFaults(body);
    if (faults.length > 0) throw new ApiProblem('template-faulty', { detail: faults.join(', ') });
    const template = { ...body, body: body.body.trim() };
    const id = await addTemplate(system, template, scope.username);
    if (id === undefined) throw new ApiProblem('template-name-taken');
    note({ subject: { kind: 'campaign-template', key: String(id) } });
    await services.templates.submit(id, template, scope.username);
    return templateView((await findTemplate(system, id)) as TemplateRow);
  });

  registerRoute(app, services, routes.listCampaigns, async () => ({
    items: (await listCampaigns(system)).map(({ contacts, turns, template, ...campaign }) => ({
      ...itemOf(campaign, template),
      contacts,
      turns,
    })),
  }));

  registerRoute(app, services, routes.drawUpCampaign, async ({ body, scope, note }) => {
    const { plan, audience, ...rest } = body;
    const template = await findTemplate(system, body.templateId);
    if (template?.state !== 'approved') throw new ApiProblem('template-not-approved');
    const id = await system.transaction().execute(async (db) => {
      const made = await addCampaign(
        db,
        { ...rest, ...plan, rule: audience },
        { by: scope.username, now: now(), seed: randomUUID() },
      );
      if ((await workLeft(db, made)).contacts === 0) throw new ApiProblem('campaign-of-nobody');
      return made;
    });
    note({ subject: { kind: 'campaign', key: String(id) }, detail: { ...audience } });
    return { id };
  });

  registerRoute(app, services, routes.getCampaign, async ({ params, officer }) => {
    const campaign = await campaignOf(system, params.id);
    return campaignView(system, campaign, {
      by: officer?.username ?? '',
      assignments: officer?.assignments ?? [],
      now: now(),
      timeZone: settings.timeZone,
      portfolioLimit: await whatsapp.portfolioLimit(),
      prices,
    });
  });

  registerRoute(app, services, routes.actOnCampaign, async ({ params, body, scope, note }) => {
    const campaign = await campaignOf(system, params.id);
    note({ subject: { kind: 'campaign', key: String(params.id) }, detail: { act: body.act } });
    if (body.act === 'submit') await requireApproved(system, campaign);
    const done = { by: scope.username, now: now(), reason: body.reason ?? null };
    const state = await system.transaction().execute((db) => actOnCampaign(db, params.id, body.act, done));
    if (!state) throw new ApiProblem('campaign-moved-on');
    return { state };
  });

  registerRoute(app, services, routes.decideCampaign, async ({ params, body, scope, note }) => {
    const campaign = await campaignOf(system, params.id);
    note({ subject: { kind: 'campaign', key: String(params.id) }, detail: { act: body.act } });
    if (campaign.madeBy === scope.username) throw new ApiProblem('campaign-four-eyes');
    if (body.act === 'approve') await requireApproved(system, campaign);
    const at = now();
    const state = await system.transaction().execute(async (db) => {
      const { contacts } = await workLeft(db, params.id);
      const { lastAt } = await forecastOf(db, params.id, {
        left: contacts,
        pace: await paceOf(campaign),
        now: at,
      });
      return actOnCampaign(db, params.id, body.act, {
        by: scope.username,
        now: at,
        reason: body.reason ?? null,
        forecastEnd: body.act === 'approve' && lastAt !== undefined ? new Date(lastAt) : null,
      });
    });
    if (!state) throw new ApiProblem('campaign-moved-on');
    return { state };
  });

  registerRoute(app, services, routes.exportCampaign, async ({ params, note, settle, reply }) => {
    const campaign = await campaignOf(system, params.id);
    note({ subject: { kind: 'campaign', key: String(campaign.id) }, detail: { downloaded: true } });
    await settle();
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="kampanye-${campaign.id}.csv"`)
      .send(exportCampaign(system, campaign.id));
  });
}

async function campaignOf(system: Db, id: number): Promise<CampaignRow> {
  const campaign = await findCampaign(system, id);
  if (!campaign) throw new ApiProblem('campaign-not-found');
  return campaign;
}

async function requireApproved(system: Db, { templateId }: CampaignRow): Promise<void> {
  const template = await findTemplate(system, templateId);
  if (template?.state !== 'approved') throw new ApiProblem('template-not-approved');
}
