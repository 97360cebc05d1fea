import { defaultContributionSettings, monthlyContribution } from '@jangkau/contributions';
import { monthOf, parseDate } from '@jangkau/membership';

/** Contribution of one mandiri person a month in a class on a day, whole rupiah. */
export function tariffOf(roomClass: 1 | 2 | 3, today: string): number {
  return monthlyContribution({ segment: 'PBPU', roomClass, people: 1 }, monthOf(parseDate(today)), {
    settings: defaultContributionSettings,
  }).amount;
}
