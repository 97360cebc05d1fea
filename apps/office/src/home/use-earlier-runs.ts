import { type RunPage, routes } from '@jangkau/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';

/** The first page of runs as fetched by the page, and the older ones the reader asked for. */
export function useEarlierRuns(first: RunPage) {
  const query = useInfiniteQuery({
    queryKey: ['listRuns', 'earlier', first.nextCursor],
    enabled: false,
    initialPageParam: first.nextCursor ?? undefined,
    queryFn: ({ pageParam, signal }) =>
      call(routes.listRuns, { query: { limit: 20, cursor: pageParam }, signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const older = query.data?.pages ?? [];
  const known = new Set(first.items.map((run) => run.id));
  return {
    items: [...first.items, ...older.flatMap((page) => page.items).filter((run) => !known.has(run.id))],
    hasMore: older.length > 0 ? query.hasNextPage : first.nextCursor !== null,
    loading: query.isFetching,
    loadMore: () => void (older.length > 0 ? query.fetchNextPage() : query.refetch()),
  };
}
