import {
  buttonActs,
  campaignActs,
  campaignStates,
  leftOutReasons,
  templateFaultNames,
  turnOutcomes,
  widestHours,
} from '@jangkau/campaigns';
import { z } from 'zod';
import { AreaCode } from './area.ts';
import type { Route } from './route.ts';

const Months = z.int().min(0).max(999);
const Amount = z.int().min(0).max(1_000_000_000);

/** Which inactive members: the same filters as the work lists of the reactivation drive, and more. */
export const Audience = z
  .object({
    area: AreaCode.optional(),
    kind: z.enum(['arrears', 'lapsed']).optional(),
    reason: z.string().max(40).optional(),
    segment: z.string().max(20).optional(),
    leastMonths: Months.optional(),
    mostMonths: Months.optional(),
    leastAmount: Amount.optional().describe('Rupiah in arrears of one person'),
    mostAmount: Amount.optional(),
  })
  .meta({ id: 'Audience' });
export type Audience = z.infer<typeof Audience>;

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When and how fast. Nobody is written to before 07:00 or after 21:00. */
const Plan = z
  .object({
    perDay: z.int().min(1).max(1_000_000).describe('People of this campaign in any moving 24 hours'),
    from: TimeOfDay,
    to: TimeOfDay,
    days: z.array(z.int().min(1).max(7)).min(1).max(7).describe('ISO week days, Monday is 1'),
  })
  .refine(({ from, to }) => from >= widestHours.from && to <= widestHours.to && from < to, {
    message: `hours lie between ${widestHours.from} and ${widestHours.to}`,
    path: ['from'],
  });

const HoldOut = z.number().min(0).max(0.5).describe('Share drawn to be left alone');
const FrequencyDays = z.int().min(1).max(365);
const FollowUpDays = z.int().min(1).max(180);

export const AudienceCount = z
  .object({
    people: z.int(),
    families: z.int(),
    reachable: z.int(),
    leftOut: z.array(z.object({ reason: z.enum(leftOutReasons), families: z.int() })),
  })
  .meta({ id: 'AudienceCount' });

export const CampaignForecast = z
  .object({
    contacts: z.int(),
    holdOut: z.int(),
    firstAt: z.string().nullable(),
    lastAt: z
      .string()
      .nullable()
      .describe('Null: there is nothing to send, or it would take more than 400 days'),
    days: z.array(z.object({ date: z.string(), people: z.int() })),
    perHour: z.int(),
    portfolioLimit: z.int(),
    /** What campaigns may take of it; the rest is for codes and answers. */
    campaignLimit: z.int(),
    smallestVisible: z
      .number()
      .nullable()
      .describe('Smallest effect the groups would show four times in five, if 5 % come back by themselves'),
  })
  .meta({ id: 'CampaignForecast' });
export type CampaignForecast = z.infer<typeof CampaignForecast>;

const TemplateState = z.enum(['draft', 'submitted', 'approved', 'rejected', 'paused']);

const TemplateWords = z.object({
  name: z.string().regex(/^[a-z0-9_]{3,60}$/),
  category: z.enum(['utility', 'marketing']),
  body: z.string().min(1).max(2000).describe('With fields as {nama}, {kartu}, {desa}'),
  buttons: z.array(z.object({ title: z.string().max(60), act: z.enum(buttonActs) })).max(5),
});
export type TemplateWords = z.infer<typeof TemplateWords>;

export const CampaignTemplateItem = TemplateWords.extend({
  id: z.int(),
  state: TemplateState,
  reason: z.string().nullable(),
  quality: z.enum(['green', 'yellow', 'red']).nullable().describe('What its readers make of it, by Meta'),
  billedAs: z.string().nullable().describe('The kind Meta bills it as, where it is another than asked for'),
  madeBy: z.string(),
  madeAt: z.string(),
}).meta({ id: 'CampaignTemplate' });
export type CampaignTemplateItem = z.infer<typeof CampaignTemplateItem>;

/** What WhatsApp says by itself of messages, number and account. */
export const ChannelStanding = z
  .object({
    portfolioLimit: z.int().describe('People that may be written to first in 24 hours'),
    limitSaidAt: z.string().nullable().describe('Null: as configured, WhatsApp has not said'),
    notices: z.array(
      z.object({
        about: z.enum([
          'template-state',
          'template-quality',
          'template-category',
          'limit',
          'number',
          'account',
        ]),
        subject: z.string().describe('Name of the message'),
        said: z.string(),
        detail: z.string().nullable(),
        saidAt: z.string(),
      }),
    ),
  })
  .meta({ id: 'ChannelStanding' });
export type ChannelStanding = z.infer<typeof ChannelStanding>;

const CampaignBase = z.object({
  id: z.int(),
  name: z.string(),
  state: z.enum(campaignStates),
  template: z.string(),
  madeBy: z.string(),
  madeAt: z.string(),
  startedAt: z.string().nullable(),
  forecastEnd: z.string().nullable(),
});

export const CampaignItem = CampaignBase.extend({ contacts: z.int(), turns: z.int() }).meta({
  id: 'CampaignItem',
});

const ShareInterval = z.object({ share: z.number(), low: z.number(), high: z.number() });

/** What being drawn to be written to brought about, against the families left alone; 95 % intervals. */
export const CampaignEffect = z
  .object({
    contacted: ShareInterval,
    holdOut: ShareInterval,
    difference: ShareInterval,
    extra: z.object({ people: z.number(), low: z.number(), high: z.number() }),
    verdict: z.enum(['too-few', 'not-shown', 'more', 'less']),
  })
  .meta({ id: 'CampaignEffect' });
export type CampaignEffect = z.infer<typeof CampaignEffect>;

const ArmResult = z.object({
  families: z.int(),
  paid: z.int(),
  paidAmount: z.number(),
  rehab: z.int(),
  active: z.int(),
});

export const CampaignDetail = CampaignBase.extend({
  rule: Audience,
  holdOut: z.number(),
  perDay: z.int(),
  from: z.string(),
  to: z.string(),
  days: z.array(z.int()),
  frequencyDays: z.int(),
  followUpDays: z.int(),
  approvedBy: z.string().nullable(),
  words: CampaignTemplateItem,
  events: z.array(
    z.object({
      act: z.enum([...campaignActs, 'draw-up']),
      at: z.string(),
      madeBy: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  /** Acts that whoever asks may do now. */
  acts: z.array(z.enum(campaignActs)),
  forecast: z.object({ lastAt: z.string().nullable(), left: z.int() }),
  results: z.object({
    drawn: z.object({ contact: z.int(), holdOut: z.int() }),
    contact: ArmResult,
    holdOut: ArmResult,
    messages: z.object({
      queued: z.int(),
      sent: z.int(),
      delivered: z.int(),
      read: z.int(),
      answered: z.int(),
      optedOut: z.int(),
      failed: z.int(),
    }),
    leftOut: z.array(z.object({ reason: z.enum(leftOutReasons), families: z.int() })),
    skipped: z.array(z.object({ reason: z.enum(turnOutcomes), families: z.int() })),
    failures: z.array(z.object({ code: z.int().nullable(), kind: z.string(), n: z.int() })),
    costs: z.array(
      z.object({ category: z.string(), billable: z.boolean(), n: z.int(), rupiah: z.number().nullable() }),
    ),
    days: z.array(
      z.object({ date: z.string(), sent: z.int(), delivered: z.int(), read: z.int(), answered: z.int() }),
    ),
  }),
  effects: z.object({ active: CampaignEffect, paid: CampaignEffect, rehab: CampaignEffect }),
}).meta({ id: 'Campaign' });
export type CampaignDetail = z.infer<typeof CampaignDetail>;

const id = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) });

/** Messages to many families of inactive members. */
export const campaignRoutes = {
  countAudience: {
    action: 'campaign.manage',
    method: 'POST',
    path: '/campaigns/audience',
    tag: 'campaigns',
    summary: 'How many people and families an audience has, and who of them cannot be written to and why',
    body: z.object({ audience: Audience, frequencyDays: FrequencyDays }),
    response: AudienceCount,
  },
  previewMessage: {
    action: 'campaign.manage',
    method: 'POST',
    path: '/campaigns/preview',
    tag: 'campaigns',
    summary: 'The message as real people of the audience would read it, names shortened and numbers masked',
    body: z.object({
      audience: Audience,
      body: z.string().max(2000),
      seed: z.int().min(0).max(1_000_000).default(0),
    }),
    response: z.object({
      faults: z.array(z.enum(templateFaultNames)),
      items: z.array(z.object({ who: z.string(), text: z.string() })),
    }),
  },
  forecastCampaign: {
    action: 'campaign.manage',
    method: 'POST',
    path: '/campaigns/forecast',
    tag: 'campaigns',
    summary: 'When a campaign of so many families begun now would be done, and what effect it could show',
    body: z.object({ families: z.int().min(0).max(10_000_000), holdOut: HoldOut, plan: Plan }),
    response: CampaignForecast,
  },
  listTemplates: {
    action: 'campaign.read',
    method: 'GET',
    path: '/campaigns/templates',
    tag: 'campaigns',
    summary: 'Messages with their state of approval at Meta',
    response: z.object({ items: z.array(CampaignTemplateItem) }),
  },
  getChannelStanding: {
    action: 'campaign.read',
    method: 'GET',
    path: '/campaigns/channel',
    tag: 'campaigns',
    summary: 'The limit of the account, and what WhatsApp said last of messages, number and account',
    response: ChannelStanding,
  },
  submitTemplate: {
    action: 'campaign.manage',
    method: 'POST',
    path: '/campaigns/templates',
    tag: 'campaigns',
    summary: 'Hands a message in for approval by Meta',
    body: TemplateWords,
    response: CampaignTemplateItem,
    status: 201,
  },
  listCampaigns: {
    action: 'campaign.read',
    method: 'GET',
    path: '/campaigns',
    tag: 'campaigns',
    summary: 'Campaigns, newest first',
    response: z.object({ items: z.array(CampaignItem) }),
  },
  drawUpCampaign: {
    action: 'campaign.manage',
    method: 'POST',
    path: '/campaigns',
    tag: 'campaigns',
    summary: 'Draws a campaign up: freezes its families and draws who is left alone; nothing is sent',
    body: z.object({
      name: z.string().trim().min(3).max(100),
      templateId: z.int(),
      audience: Audience,
      plan: Plan,
      holdOut: HoldOut,
      frequencyDays: FrequencyDays,
      followUpDays: FollowUpDays,
    }),
    response: z.object({ id: z.int() }),
    status: 201,
  },
  getCampaign: {
    action: 'campaign.read',
    method: 'GET',
    path: '/campaigns/:id',
    tag: 'campaigns',
    summary: 'One campaign with its results up to now and its effect against the families left alone',
    params: id,
    response: CampaignDetail,
  },
  actOnCampaign: {
    action: 'campaign.manage',
    method: 'POST',
    path: '/campaigns/:id/acts',
    tag: 'campaigns',
    summary: 'Sends for approval, pauses, goes on or cancels',
    params: id,
    body: z.object({
      act: z.enum(['submit', 'pause', 'resume', 'cancel']),
      reason: z.string().trim().max(300).optional(),
    }),
    response: z.object({ state: z.enum(campaignStates) }),
  },
  decideCampaign: {
    action: 'campaign.approve',
    method: 'POST',
    path: '/campaigns/:id/decision',
    tag: 'campaigns',
    summary: 'Approves a campaign, which then begins, or returns it; not by whoever drew it up',
    params: id,
    body: z.object({ act: z.enum(['approve', 'return']), reason: z.string().trim().max(300).optional() }),
    response: z.object({ state: z.enum(campaignStates) }),
  },
  exportCampaign: {
    action: 'campaign.manage',
    method: 'GET',
    path: '/campaigns/:id/export',
    tag: 'campaigns',
    summary: 'Its families with what became of each as CSV, numbers masked',
    params: id,
    produces: 'text/csv',
  },
} as const satisfies Record<string, Route>;
