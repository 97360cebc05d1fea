import { z } from 'zod';
import { AreaCode } from './area.ts';
import { IsoInstant, PageQuery, pageOf } from './paging.ts';
import type { Route } from './route.ts';

const filter = {
  from: z.iso.datetime({ offset: true }).optional().describe('Entries at or after this moment'),
  to: z.iso.datetime({ offset: true }).optional().describe('Entries before this moment'),
  username: z.string().max(100).optional(),
  action: z.string().max(60).optional().describe('An action, or its beginning: person'),
  outcome: z.enum(['done', 'denied']).optional(),
  area: AreaCode.optional().describe('About this area or what lies in it'),
  subject: z.string().max(200).optional().describe('Key of what it was about, such as run/resident'),
  requestId: z.string().max(60).optional(),
};
export const AuditQuery = PageQuery.extend(filter);
export type AuditQuery = z.infer<typeof AuditQuery>;
export const AuditExportQuery = z.object(filter);

/** Who did or asked for what, when, from where and why. Never holds names or numbers of people. */
export const AuditEntry = z
  .object({
    id: z.int(),
    at: IsoInstant,
    username: z.string(),
    role: z.string().nullable().describe('Roles that allowed it, separated by commas'),
    area: z.string().nullable(),
    purpose: z.string().nullable(),
    action: z.string(),
    subjectKind: z.string().nullable(),
    subjectKey: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()).nullable().describe('Filters and counts'),
    outcome: z.enum(['done', 'denied']),
    requestId: z.string().nullable(),
    address: z.string().nullable(),
    sealed: z.string().nullable().describe('Place in the chain of hashes, day/number; null while it waits'),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof AuditEntry>;
export const AuditPage = pageOf(AuditEntry);
export type AuditPage = z.infer<typeof AuditPage>;

/** What reading the whole audit again found. */
export const AuditReport = z
  .object({
    checkedAt: IsoInstant,
    entries: z.int(),
    links: z.int(),
    days: z.int(),
    waiting: z.int().describe('Entries too new to be sealed'),
    broken: z
      .object({
        fault: z.enum([
          'changed',
          'entry-missing',
          'link-missing',
          'link-broken',
          'cut-off',
          'replaced',
          'backdated',
          'unsealed',
          'look-ups-changed',
        ]),
        day: z.string().nullable(),
        seq: z.int().nullable(),
        entryId: z.string().nullable(),
      })
      .nullable()
      .describe('The first place where it is not what was written; null when it is whole'),
  })
  .meta({ id: 'AuditReport' });
export type AuditReport = z.infer<typeof AuditReport>;

const tag = 'audit';

/** The audit, for auditors. Reading it is itself audited. */
export const auditRoutes = {
  listAudit: {
    action: 'audit.read',
    method: 'GET',
    path: '/audit',
    tag,
    summary: 'Entries of the audit, newest first',
    query: AuditQuery,
    response: AuditPage,
  },
  exportAudit: {
    action: 'audit.export',
    method: 'GET',
    path: '/audit/export',
    tag,
    summary: 'Entries of the audit as CSV, oldest first',
    query: AuditExportQuery,
    produces: 'text/csv',
  },
  verifyAudit: {
    action: 'audit.read',
    method: 'POST',
    path: '/audit/verify',
    tag,
    summary: 'Read the whole audit again and compare it with its chain of hashes',
    response: AuditReport,
  },
} as const satisfies Record<string, Route>;
