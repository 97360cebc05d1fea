import { z } from 'zod';
import type { Route } from './route.ts';

/** What became of a backup. */
export const BackupEntry = z
  .object({
    id: z.number(),
    at: z.string().describe('When it was over'),
    outcome: z.enum(['done', 'failed', 'removed']),
    origin: z.enum(['schedule', 'office', 'command']),
    file: z.string().describe('Name of the file, without its folder'),
    asOf: z.string().nullable().describe('Moment of the snapshot'),
    seconds: z.number().nullable().describe('How long it took'),
    bytes: z.number().nullable(),
    rows: z.number().nullable(),
    files: z.number().nullable(),
    encrypted: z.boolean().nullable(),
    sha256: z.string().nullable(),
    reason: z.string().nullable().describe('Code of the failure'),
    message: z.string().nullable().describe('What the failure means, in the language of the request'),
  })
  .meta({ id: 'BackupEntry' });
export type BackupEntry = z.infer<typeof BackupEntry>;

/** How the backups stand. */
export const BackupState = z
  .object({
    lastGood: z.string().nullable().describe('Moment of the last good backup'),
    ageHours: z.number().nullable().describe('Hours since then'),
    stale: z.boolean().describe('There is none, or it is older than 36 hours'),
    scheduled: z.boolean(),
    next: z.string().nullable().describe('When the next one is due by itself'),
    keep: z.object({ daily: z.number(), weekly: z.number(), monthly: z.number() }),
    encrypted: z.boolean().describe('Whether backups by themselves are encrypted'),
    running: z
      .object({ step: z.enum(['tables', 'files', 'verify']), fraction: z.number().min(0).max(1) })
      .nullable(),
    items: z.array(BackupEntry).describe('The newest first, at most 60'),
  })
  .meta({ id: 'BackupState' });
export type BackupState = z.infer<typeof BackupState>;

/** Looking at backups and making one. What they hold never leaves through the browser. */
export const backupRoutes = {
  getBackups: {
    action: 'backup.read',
    method: 'GET',
    path: '/backups',
    tag: 'backups',
    summary: 'Age of the last good backup, what is being made, and what became of earlier ones',
    response: BackupState,
  },
  startBackup: {
    action: 'backup.run',
    method: 'POST',
    path: '/backups',
    tag: 'backups',
    summary: 'Make a backup now',
    response: BackupState,
    status: 202,
  },
} as const satisfies Record<string, Route>;
