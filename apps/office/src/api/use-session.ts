import type { Action } from '@jangkau/access';
import { routes } from '@jangkau/contracts';
import { utcOffsetOf, zoneName } from '@jangkau/kernel';
import { useQuery } from '@tanstack/react-query';
import { call } from './call.ts';
import { ApiProblem } from './failures.ts';

/** Who is signed in; null when nobody is. */
export const sessionQuery = {
  queryKey: ['session'] as const,
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    try {
      return await call(routes.getSession, { signal });
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
};

export function useSession() {
  return useQuery(sessionQuery).data ?? null;
}

/** What people call the branch's time zone: WIB, WITA, WIT. */
export function useZoneName(): string {
  return zoneName(utcOffsetOf(useSession()?.timeZone ?? 'Asia/Makassar'));
}

/** Tells whether the roles of whoever is signed in allow an action somewhere. */
export function useMay(): (action: Action) => boolean {
  const session = useSession();
  return (action) => session?.actions.includes(action) ?? false;
}
