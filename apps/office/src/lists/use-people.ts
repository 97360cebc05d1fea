import { type PeopleList, routes } from '@jangkau/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { holdsPersonNumber, type ListSearch, peopleQueryOf } from './list-search.ts';

const PAGE = 60;

/**
 * The pages of a list fetched so far. A name or number goes in the body of the request, never in an address; a
 * number searches all lists of the run.
 */
export function usePeople(runId: string, list: PeopleList, search: ListSearch, words: string) {
  return useInfiniteQuery({
    queryKey: ['listPeople', runId, list, search, words],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = peopleQueryOf(list, search);
      if (words !== '')
        return call(routes.searchPeople, {
          params: { id: runId },
          body: {
            ...query,
            q: words,
            list: holdsPersonNumber(words) ? 'all' : list,
            limit: PAGE,
            cursor: pageParam,
          },
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
