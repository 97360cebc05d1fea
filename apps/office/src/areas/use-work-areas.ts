import type { Area } from '@jangkau/contracts';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../api/query-options.ts';

/** Areas in which somebody was mapped; all of them while nothing has been mapped. */
export function useWorkAreas() {
  const stale = { staleTime: 5 * 60_000 };
  const used = useQuery({ ...apiQuery('listAreas', { query: { used: 'true' } }), ...stale });
  const none = used.data?.items.length === 0;
  const all = useQuery({ ...apiQuery('listAreas'), ...stale, enabled: none });
  const items: readonly Area[] | undefined = none ? all.data?.items : used.data?.items;
  return { items, error: used.error ?? all.error, isPending: items === undefined };
}
