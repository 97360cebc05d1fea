import {
  campaignLimit,
  type Forecast,
  forecast,
  hourlyLimit,
  type Pace,
  smallestVisible,
} from '@jangkau/campaigns';
import type { CampaignForecast } from '@jangkau/contracts';
import { type Db, sentLately } from '@jangkau/store';

/** Share of inactive people who come back by themselves, for what an effect could show; a guess that is said. */
const byThemselves = 0.05;

/** When a campaign with so many messages left will be done, from what went out in the last 24 hours. */
export async function forecastOf(
  system: Db,
  campaignId: number,
  { left, pace, now }: { left: number; pace: Pace; now: Date },
): Promise<Forecast> {
  const lately = await sentLately(system, campaignId, now);
  const sent = (own: boolean) =>
    lately.filter((row) => row.own === own).map(({ at, people }) => ({ at: at.getTime(), people }));
  return forecast(left, now.getTime(), pace, { own: sent(true), others: sent(false) });
}

/** A forecast of a plan that is not a campaign yet, with what it could show. */
export async function forecastOfPlan(
  system: Db,
  { families, holdOut, pace, now }: { families: number; holdOut: number; pace: Pace; now: Date },
): Promise<CampaignForecast> {
  const heldOut = Math.round(families * holdOut);
  const contacts = families - heldOut;
  const { firstAt, lastAt, days } = await forecastOf(system, 0, { left: contacts, pace, now });
  const visible = smallestVisible(contacts, heldOut, byThemselves);
  return {
    contacts,
    holdOut: heldOut,
    firstAt: instant(firstAt),
    lastAt: instant(lastAt),
    days: days.map((day) => ({ ...day })),
    perHour: hourlyLimit(pace),
    portfolioLimit: pace.portfolioLimit,
    campaignLimit: campaignLimit(pace.portfolioLimit),
    smallestVisible: Number.isFinite(visible) ? visible : null,
  };
}

/** An instant in milliseconds as text; null when there is none. */
export function instant(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}
