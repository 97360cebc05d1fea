import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { queryClient } from '../api/query-client.ts';
import { sessionQuery } from '../api/use-session.ts';
import { LostPage } from './lost-page.tsx';
import { Shell } from './shell.tsx';

/** Above every page. */
export const root = createRootRoute({ component: Outlet, notFoundComponent: LostPage });

/** Above the pages of the office: whoever is not signed in is asked to do so first. */
export const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  component: Shell,
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/masuk', search: { next: location.href }, replace: true });
  },
});
