import { routes } from '@jangkau/contracts';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import type { CampaignDraft } from './campaign-draft.ts';

/** How many an audience has; counted again a moment after it changed, the old numbers staying meanwhile. */
export function useAudienceCount({
  audience,
  frequencyDays,
}: Pick<CampaignDraft, 'audience' | 'frequencyDays'>) {
  const [settled] = useDebouncedValue({ audience, frequencyDays }, 300);
  return useQuery({
    queryKey: ['countAudience', settled],
    queryFn: ({ signal }) => call(routes.countAudience, { body: settled, signal }),
    placeholderData: (before) => before,
  });
}
