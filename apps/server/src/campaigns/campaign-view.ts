import { type Assignment, may } from '@jangkau/access';
import { afterAct, type CampaignAct, effectOf } from '@jangkau/campaigns';
import type { CampaignDetail } from '@jangkau/contracts';
import { utcOffsetOf } from '@jangkau/kernel';
import {
  type CampaignEventRow,
  type CampaignResults,
  type CampaignRow,
  campaignEvents,
  campaignResults,
  type Db,
  findTemplate,
  hoursOf,
  type TemplateRow,
  workLeft,
} from '@jangkau/store';
import { forecastOf, instant } from './campaign-forecast.ts';

/** Acts of people; campaigns are finished by the system. */
const actsOfPeople = ['submit', 'approve', 'return', 'pause', 'resume', 'cancel'] as const;

/** One campaign as its page shows it: results and effect up to now, and what whoever asks may do. */
export async function campaignView(
  system: Db,
  campaign: CampaignRow,
  asked: {
    by: string;
    assignments: readonly Assignment[];
    now: Date;
    timeZone: string;
    portfolioLimit: number;
    prices: Readonly<Record<string, number>>;
  },
): Promise<CampaignDetail> {
  const { now, timeZone } = asked;
  const { followUpDays } = campaign;
  const results = await campaignResults(system, campaign.id, { timeZone, followUpDays, now });
  const template = (await findTemplate(system, campaign.templateId)) as TemplateRow;
  const left = await leftOf(system, campaign);
  const pace = {
    perDay: campaign.perDay,
    portfolioLimit: asked.portfolioLimit,
    hours: hoursOf(campaign, utcOffsetOf(timeZone)),
  };
  const runs = campaign.state === 'running' || campaign.state === 'waiting' || campaign.state === 'draft';
  const ahead = runs && left > 0 ? await forecastOf(system, campaign.id, { left, pace, now }) : undefined;
  return {
    ...itemOf(campaign, template.name),
    rule: campaign.rule,
    holdOut: campaign.holdOut,
    perDay: campaign.perDay,
    from: campaign.from,
    to: campaign.to,
    days: campaign.days,
    frequencyDays: campaign.frequencyDays,
    followUpDays,
    approvedBy: campaign.approvedBy,
    words: templateView(template),
    events: (await campaignEvents(system, campaign.id)).map(eventView),
    acts: actsOfPeople.filter((act) => mayDo(campaign, act, asked)),
    forecast: { lastAt: instant(ahead?.lastAt), left },
    results: {
      ...results,
      costs: results.costs.map((cost) => ({
        ...cost,
        rupiah:
          cost.billable && asked.prices[cost.category] !== undefined
            ? cost.n * (asked.prices[cost.category] ?? 0)
            : null,
      })),
    } as CampaignDetail['results'],
    effects: effectsOf(results),
  };
}

/** Of the campaign, for lists. */
export function itemOf(campaign: CampaignRow, template: string) {
  return {
    id: campaign.id,
    name: campaign.name,
    state: campaign.state,
    template,
    madeBy: campaign.madeBy,
    madeAt: campaign.madeAt.toISOString(),
    startedAt: campaign.startedAt?.toISOString() ?? null,
    forecastEnd: campaign.forecastEnd?.toISOString() ?? null,
  };
}

export function templateView({ madeAt, ...template }: TemplateRow) {
  return { ...template, buttons: [...template.buttons], madeAt: madeAt.toISOString() };
}

/** Whether somebody may do something with a campaign as it stands. */
function mayDo(
  campaign: CampaignRow,
  act: CampaignAct,
  { by, assignments }: { by: string; assignments: readonly Assignment[] },
): boolean {
  if (!afterAct(campaign.state, act)) return false;
  const decides = act === 'approve' || act === 'return';
  if (decides && campaign.madeBy === by) return false;
  return may(assignments, decides ? 'campaign.approve' : 'campaign.manage') !== undefined;
}

async function leftOf(system: Db, campaign: CampaignRow): Promise<number> {
  if (campaign.state === 'finished' || campaign.state === 'cancelled' || campaign.state === 'returned')
    return 0;
  const { contacts, inOutbox } = await workLeft(system, campaign.id);
  return contacts + inOutbox;
}

function effectsOf({ contact, holdOut }: CampaignResults): CampaignDetail['effects'] {
  const of = (what: 'active' | 'paid' | 'rehab') =>
    effectOf({ n: contact[what], of: contact.families }, { n: holdOut[what], of: holdOut.families });
  return { active: of('active'), paid: of('paid'), rehab: of('rehab') };
}

function eventView({ at, ...event }: CampaignEventRow) {
  return { ...event, at: at.toISOString() };
}
