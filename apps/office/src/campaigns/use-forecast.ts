import { routes } from '@jangkau/contracts';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import type { CampaignDraft } from './campaign-draft.ts';

/** When a draft would be done if it began now; undefined families: not known yet. */
export function useForecast(draft: CampaignDraft, families: number | undefined) {
  const { perDay, from, to, days, holdOut } = draft;
  const [settled] = useDebouncedValue({ families, holdOut, plan: { perDay, from, to, days } }, 300);
  return useQuery({
    queryKey: ['forecastCampaign', settled],
    enabled: settled.families !== undefined && hoursFit(draft),
    queryFn: ({ signal }) =>
      call(routes.forecastCampaign, { body: { ...settled, families: settled.families ?? 0 }, signal }),
    placeholderData: (before) => before,
  });
}

/** Whether the hours of a draft are ones in which people may be written to. */
export function hoursFit({ from, to, days }: Pick<CampaignDraft, 'from' | 'to' | 'days'>): boolean {
  return from >= '07:00' && to <= '21:00' && from < to && days.length > 0;
}
