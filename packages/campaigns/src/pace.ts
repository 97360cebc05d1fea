import { openHours, type SendingHours } from './sending-hours.ts';

/** How fast a campaign may go. */
export interface Pace {
  /** People of this campaign in any moving 24 hours. */
  readonly perDay: number;
  /** People the whole business may write to first in any moving 24 hours, over all campaigns, codes and answers. */
  readonly portfolioLimit: number;
  readonly hours: SendingHours;
}

/**
 * What has gone out, by the moment it was sent. Messages that wait in the outbox and will go within a window count as gone
 * in it: then no moving window ever holds more than its limit, however late they are sent.
 */
export interface Gone {
  /** Of this campaign, in the last 24 hours. */
  readonly ownLastDay: number;
  /** Of this campaign, in the last hour. */
  readonly ownLastHour: number;
  /** Different people of the whole business, in the last 24 hours. */
  readonly allLastDay: number;
}

/** Messages of campaigns that wait in the outbox at most: a pause takes hold at once, and answers are never behind many. */
export const mostWaiting = 200;

/**
 * What a day allows is spread over four fifths of its hours: people who answer are answered by a few officers, and the
 * last fifth is left for what was held up.
 */
const spread = 0.8;

/** What campaigns leave of the limit of the portfolio: codes to sign in, notices and late answers go with the rest. */
const campaignShare = 0.8;

/** People campaigns may come to in any moving 24 hours, counting everybody the business wrote to first. */
export function campaignLimit(portfolioLimit: number): number {
  return Math.max(1, Math.floor(portfolioLimit * campaignShare));
}

/** Messages of a campaign in any moving hour. */
export function hourlyLimit({ perDay, portfolioLimit, hours }: Pace): number {
  const day = Math.min(perDay, campaignLimit(portfolioLimit));
  return Math.max(1, Math.ceil(day / Math.max(1, openHours(hours) * spread)));
}

/** How many more messages of a campaign may go now, within its hours. */
export function roomNow(gone: Gone, pace: Pace): number {
  return Math.max(
    0,
    Math.min(
      pace.perDay - gone.ownLastDay,
      campaignLimit(pace.portfolioLimit) - gone.allLastDay,
      hourlyLimit(pace) - gone.ownLastHour,
    ),
  );
}
