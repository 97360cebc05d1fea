import type { QueryClient } from '@tanstack/react-query';
import type { AnyRouter } from '@tanstack/react-router';
import { ApiProblem } from '../api/failures.ts';
import { sessionQuery } from '../api/use-session.ts';

/** Sends the officer to the sign-in page once the server no longer knows the session, and back afterwards. */
export function leaveWhenSignedOut(client: QueryClient, router: AnyRouter): void {
  const leave = (error: unknown) => {
    if (!(error instanceof ApiProblem) || error.status !== 401) return;
    const here = router.state.location;
    if (here.pathname === '/masuk') return;
    client.setQueryData(sessionQuery.queryKey, null);
    void router.navigate({ to: '/masuk', search: { next: here.href } });
  };
  client.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') leave(event.action.error);
  });
  client.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') leave(event.action.error);
  });
}
