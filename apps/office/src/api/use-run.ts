import { skipToken, useQuery } from '@tanstack/react-query';
import { apiQuery } from './query-options.ts';

/** One run by id; idle without an id. */
export function useRun(runId: string | undefined) {
  const query = apiQuery('getRun', { params: { id: runId ?? '' } });
  return useQuery(runId ? query : { ...query, queryFn: skipToken });
}
