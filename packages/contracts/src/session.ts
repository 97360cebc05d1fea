import { type Action, roles } from '@jangkau/access';
import { z } from 'zod';
import { AreaLevel } from './area.ts';

/** Who is signed in and what they may see. */
export const Session = z
  .object({
    officer: z.object({
      username: z.string(),
      name: z.string(),
    }),
    roles: z.array(z.enum(roles)).describe('Roles held now, without repetition'),
    actions: z
      .array(z.custom<Action>().meta({ type: 'string' }))
      .describe('What these roles allow somewhere'),
    areas: z
      .array(z.object({ code: z.string(), name: z.string(), level: AreaLevel }))
      .describe('Areas this officer may see; empty for the whole branch and for roles without areas'),
    wholeBranch: z.boolean(),
    secondFactor: z.boolean().describe('True when an authenticator app is in use'),
    timeZone: z.string(),
    demo: z.boolean().describe('True while the service runs on made-up people'),
    simulator: z.boolean().describe('True when the simulated WhatsApp of the demo can be used'),
    expiresAt: z.string(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;
