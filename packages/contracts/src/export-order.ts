import { z } from 'zod';
import { IsoInstant } from './paging.ts';
import { PeopleSearch } from './person.ts';
import type { Route } from './route.ts';
import { plainText } from './subject-request.ts';

/**
 * A download is ordered first and fetched then: filters, names searched for and the purpose stand in a body, and
 * the address says nothing. Full numbers need the right, a purpose, and `confirm`.
 */
export const ExportInput = PeopleSearch.omit({ cursor: true, limit: true }).extend({
  format: z.enum(['csv', 'xlsx']).default('csv'),
  numbers: z.enum(['masked', 'full']).default('masked'),
  purpose: plainText(5, 300).optional().describe('Why full numbers are needed'),
  confirm: z.boolean().default(false).describe('True: full numbers of so many people may leave the office'),
});
export type ExportInput = z.infer<typeof ExportInput>;

/** Lists a mapping wrote: they name people by the numbers of the registers. */
export const PersonalFile = z.enum([
  'uncovered.csv',
  'links.csv',
  'inactive.csv',
  'duplicates.csv',
  'unmatched_members.csv',
  'quarantine.csv',
]);
export type PersonalFile = z.infer<typeof PersonalFile>;
export const FileOrderInput = z.object({
  name: PersonalFile,
  purpose: plainText(5, 300),
  confirm: z.literal(true),
});

/** Fetched by whoever ordered it until it expires. */
export const ExportOrder = z
  .object({ id: z.string(), people: z.int().describe('Lines in the download'), expiresAt: IsoInstant })
  .meta({ id: 'ExportOrder' });
export type ExportOrder = z.infer<typeof ExportOrder>;

export const exportRoutes = {
  orderExport: {
    action: 'export.people',
    method: 'POST',
    path: '/runs/:id/exports',
    tag: 'results',
    summary: 'Order a list as CSV or XLSX',
    params: z.object({ id: z.string() }),
    body: ExportInput,
    response: ExportOrder,
    status: 201,
  },
  orderRunFile: {
    action: 'run-file.read',
    method: 'POST',
    path: '/runs/:id/file-orders',
    tag: 'results',
    summary: 'Order a list the mapping wrote, with its purpose',
    params: z.object({ id: z.string() }),
    body: FileOrderInput,
    response: ExportOrder,
    status: 201,
  },
  fetchExport: {
    action: 'export.people',
    method: 'GET',
    path: '/exports/:id',
    tag: 'results',
    summary: 'Fetch a download that was ordered',
    params: z.object({ id: z.string().max(100) }),
    produces: 'application/octet-stream',
  },
} as const satisfies Record<string, Route>;
