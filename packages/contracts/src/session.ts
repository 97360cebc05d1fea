import { z } from 'zod';
import { AreaLevel } from './area.ts';

/** Sign-in form. */
export const SignIn = z.object({
  username: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
});
export type SignIn = z.infer<typeof SignIn>;

/** Who is signed in and what they may see. */
export const Session = z
  .object({
    officer: z.object({
      username: z.string(),
      name: z.string(),
      role: z.enum(['branch-officer', 'district-operator', 'village-operator']),
    }),
    areas: z
      .array(z.object({ code: z.string(), name: z.string(), level: AreaLevel }))
      .describe('Areas this officer may see; empty means every area of the branch'),
    wholeBranch: z.boolean(),
    timeZone: z.string(),
    demo: z.boolean().describe('True while the service runs on made-up people'),
    expiresAt: z.string(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;
