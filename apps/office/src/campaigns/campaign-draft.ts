import type { Audience } from '@jangkau/contracts';

/** A campaign while it is being drawn up on the screen. */
export interface CampaignDraft {
  name: string;
  audience: Audience;
  templateId: number | null;
  perDay: number;
  from: string;
  to: string;
  days: number[];
  holdOut: number;
  frequencyDays: number;
  followUpDays: number;
}

export const campaignSteps = ['audience', 'message', 'plan', 'check'] as const;
export type CampaignStep = (typeof campaignSteps)[number];

/** What a step gets: the draft, how to change it, and the way on. */
export interface StepProps {
  draft: CampaignDraft;
  change: (part: Partial<CampaignDraft>) => void;
  onGo: (step: CampaignStep) => void;
}

/** Where a draft begins: a tenth left alone, Monday to Saturday in office hours and a little after. */
export function newDraft(audience: Audience): CampaignDraft {
  return {
    name: '',
    audience,
    templateId: null,
    perDay: 1800,
    from: '08:00',
    to: '19:00',
    days: [1, 2, 3, 4, 5, 6],
    holdOut: 0.1,
    frequencyDays: 30,
    followUpDays: 30,
  };
}
