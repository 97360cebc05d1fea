import type { Audience } from '@jangkau/contracts';
import { type ReasonCode, reasons } from '@jangkau/membership';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../api/query-options.ts';
import { rupiah } from '../members/rupiah.ts';
import { peopleText } from '../people/people-text.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { campaignsText } from './campaigns-text.ts';

/** An audience in words. */
export function useAudienceWords(audience: Audience): string {
  const text = useText(campaignsText);
  const people = useText(peopleText);
  const format = useFormat();
  const { language } = useLanguage();
  const areas = useQuery({ ...apiQuery('listAreas'), staleTime: Number.POSITIVE_INFINITY });
  const area = areas.data?.items.find(({ code }) => code === audience.area)?.name ?? audience.area;
  const { leastMonths, mostMonths, leastAmount, mostAmount } = audience;
  const end = (value: number | undefined, write: (value: number) => string) =>
    value === undefined || value > 999_999_999 ? text.noLimit : write(value);
  const months = (value: number) => (value > 999 ? text.noLimit : format.integer(value));
  const parts = [
    audience.kind ? text.kinds[audience.kind] : text.everyone,
    audience.reason ? (reasons[audience.reason as ReasonCode]?.[language] ?? audience.reason) : null,
    audience.segment ? (people.segments[audience.segment] ?? audience.segment) : null,
    leastMonths === undefined && mostMonths === undefined
      ? null
      : text.monthsFrom(months(leastMonths ?? 0), months(mostMonths ?? 1000)),
    leastAmount === undefined && mostAmount === undefined
      ? null
      : text.amountFrom(
          end(leastAmount ?? 0, (value) => rupiah(format, value)),
          end(mostAmount, (value) => rupiah(format, value)),
        ),
    area ?? text.wholeBranch,
  ];
  return parts.filter(Boolean).join(' · ');
}
