/** Where a campaign stands. */
export const campaignStates = [
  /** Drawn up, its families frozen and drawn; nobody is asked yet. */
  'draft',
  /** Waits for the head of the branch. */
  'waiting',
  'running',
  'paused',
  'finished',
  'cancelled',
  /** Not approved. */
  'returned',
] as const;
export type CampaignState = (typeof campaignStates)[number];

/** What can be done with a campaign; `finish` is done by the system when every turn has come. */
export const campaignActs = ['submit', 'approve', 'return', 'pause', 'resume', 'cancel', 'finish'] as const;
export type CampaignAct = (typeof campaignActs)[number];

const moves: Readonly<Record<CampaignAct, readonly [readonly CampaignState[], CampaignState]>> = {
  submit: [['draft'], 'waiting'],
  approve: [['waiting'], 'running'],
  return: [['waiting'], 'returned'],
  pause: [['running'], 'paused'],
  resume: [['paused'], 'running'],
  cancel: [['draft', 'waiting', 'running', 'paused'], 'cancelled'],
  finish: [['running'], 'finished'],
};

/** The state after an act; undefined when it cannot be done now. */
export function afterAct(state: CampaignState, act: CampaignAct): CampaignState | undefined {
  const [from, to] = moves[act];
  return from.includes(state) ? to : undefined;
}
