import { z } from 'zod';
import type { Route } from './route.ts';

const Clocks = z.object({ open: z.int(), soon: z.int(), overdue: z.int() });

/** Clocks that run, for the warning at the top of every page. Nulls for what the role does not see. */
export const PrivacyOverview = z
  .object({ requests: Clocks.nullable(), breaches: Clocks.nullable() })
  .meta({ id: 'PrivacyOverview' });
export type PrivacyOverview = z.infer<typeof PrivacyOverview>;

export const privacyOverviewRoutes = {
  getPrivacyOverview: {
    action: 'subject-request.manage',
    method: 'GET',
    path: '/privacy/overview',
    tag: 'privacy',
    summary: 'How many requests and breaches are open, due soon and overdue',
    response: PrivacyOverview,
  },
} as const satisfies Record<string, Route>;
