import { isOpenAt } from '@jangkau/campaigns';
import { type Db, hoursOf, runningCampaigns } from '@jangkau/store';

/** What finds the campaigns that run and are within their hours, by the clock of a branch so many hours ahead of UTC. */
export function openCampaigns(utcOffset: number): (db: Db, now: Date) => Promise<number[]> {
  return async (db, now) => {
    const running = await runningCampaigns(db);
    return running
      .filter((campaign) => isOpenAt(now.getTime(), hoursOf(campaign, utcOffset)))
      .map(({ id }) => id);
  };
}
