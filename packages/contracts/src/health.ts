import { z } from 'zod';

/** The process answers. */
export const Health = z.object({ status: z.literal('ok'), version: z.string(), uptimeSeconds: z.number() });
export type Health = z.infer<typeof Health>;
/** It can do its work: database reachable and migrated, data folder writable. */
export const Readiness = z.object({
  status: z.enum(['ready', 'not-ready']),
  database: z.boolean(),
  migrations: z.boolean(),
  storage: z.boolean(),
});
export type Readiness = z.infer<typeof Readiness>;
