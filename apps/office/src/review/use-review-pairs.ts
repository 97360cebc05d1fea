import { routes } from '@jangkau/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';

/**
 * The doubtful pairs of one sitting, most informative first. Pairs decided meanwhile stay where they are, so
 * that undo finds them; a new sitting begins with a fresh list.
 */
export function useReviewPairs(runId: string, area: string | undefined) {
  const [sitting] = useState(() => Date.now());
  return useInfiniteQuery({
    queryKey: ['listReview', runId, area ?? null, sitting],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(routes.listReview, {
        params: { id: runId },
        query: { area, decided: 'no', limit: 20, cursor: pageParam },
        signal,
      }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
