import { routes } from '@jangkau/contracts';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { ApiProblem } from '../api/failures.ts';

/** Village boundaries; null when the operator has not loaded any. */
export function useBoundaries() {
  return useQuery({
    queryKey: ['getBoundaries'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      try {
        const boundaries = await call(routes.getBoundaries, { signal });
        return boundaries.features.length > 0 ? boundaries : null;
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }
    },
  });
}
