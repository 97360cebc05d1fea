import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './failures.ts';

/** What a run found does not change, so pages keep it; only failures of the server or network are repeated. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 2 && !(error instanceof ApiProblem && error.status < 500),
      retryDelay: (attempt) => 600 * 2 ** attempt,
    },
  },
});
