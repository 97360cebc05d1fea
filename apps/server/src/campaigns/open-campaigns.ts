import { isOpenAt } from '@jangkau/campaigns';
import { defaultConversationSettings } from '@jangkau/pandawa';
import { type Db, hoursOf, runningCampaigns } from '@jangkau/store';

/** Hours the branch is ahead of UTC: WITA. */
export const branchOffset = defaultConversationSettings.office.utcOffset;

/** Campaigns that run and are within their hours now. */
export async function openCampaigns(db: Db, now: Date): Promise<number[]> {
  const running = await runningCampaigns(db);
  return running
    .filter((campaign) => isOpenAt(now.getTime(), hoursOf(campaign, branchOffset)))
    .map(({ id }) => id);
}
