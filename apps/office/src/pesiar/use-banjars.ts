import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../api/query-options.ts';

/** Names of the banjars of a village that have cases; none without a village. */
export function useBanjars(village: string | null): string[] {
  const places = useQuery({
    ...apiQuery('getFunnel', { query: { level: 'banjar', area: village ?? undefined } }),
    enabled: village !== null,
  });
  if (village === null) return [];
  return (places.data?.items ?? []).flatMap(({ key }) => key.split('/')[1] || []);
}
