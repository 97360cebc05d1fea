import { type PeopleList, routes } from '@jangkau/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { type ListSearch, peopleQueryOf } from './list-search.ts';

const PAGE = 60;

/**
 * The pages of a list fetched so far. A number of a person goes in the body of the request, never in an
 * address; it then searches all lists of the run.
 */
export function usePeople(runId: string, list: PeopleList, search: ListSearch, number: string | null) {
  return useInfiniteQuery({
    queryKey: ['listPeople', runId, list, search, number],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = peopleQueryOf(list, search);
      if (number !== null)
        return call(routes.searchPeople, {
          params: { id: runId },
          body: { ...query, q: number, list: 'all', limit: PAGE, cursor: pageParam },
          signal,
        });
      return call(routes.listPeople, {
        params: { id: runId },
        query: { ...query, limit: PAGE, cursor: pageParam },
        signal,
      });
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // The rows of the last search stay in view until those of the new one are there.
    placeholderData: (before) => before,
  });
}
