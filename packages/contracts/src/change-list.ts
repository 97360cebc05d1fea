import { z } from 'zod';
import { IsoDate, QueryBoolean } from './paging.ts';
import type { Route } from './route.ts';

export const ChangeListKind = z.enum([
  'pbi-add',
  'pbi-remove',
  'pemda-add',
  'pemda-remove',
  'employer-add',
  'employer-remove',
]);

/** submitted = accepted + refused; every name is in one of them. */
export const ChangeList = z
  .object({
    listId: z.int(),
    already: z.boolean().describe('The same list was taken in before: nothing was done'),
    kind: ChangeListKind,
    effectiveOn: z.string(),
    submitted: z.int(),
    accepted: z.int(),
    refused: z.int(),
    reasons: z.record(z.string(), z.int()),
  })
  .meta({ id: 'ChangeList' });

/** Lists of changes sent by others. */
export const changeListRoutes = {
  submitChangeList: {
    action: 'bulk.order',
    method: 'POST',
    path: '/change-lists',
    tag: 'change-lists',
    summary: 'A list (CSV with nik or no_kartu) as the raw body; takes effect on its day',
    query: z.object({
      kind: ChangeListKind,
      payer: z.string().regex(/^[A-Z0-9.]{2,20}$/),
      reference: z.string().min(1).max(100),
      effectiveOn: IsoDate.optional(),
      quota: z.coerce.number().int().min(0).optional(),
      prioritas: QueryBoolean,
    }),
    consumes: 'application/octet-stream',
    response: ChangeList,
    status: 201,
  },
  listChangeLists: {
    action: 'bulk.order',
    method: 'GET',
    path: '/change-lists',
    tag: 'change-lists',
    summary: 'Lists, newest first',
    response: z.object({
      items: z.array(
        z.object({
          listId: z.int(),
          kind: ChangeListKind,
          payer: z.string(),
          reference: z.string(),
          submittedOn: z.string(),
          submittedBy: z.string(),
          effectiveOn: z.string(),
          submitted: z.int(),
          accepted: z.int(),
          refused: z.int(),
        }),
      ),
    }),
  },
  getChangeListRows: {
    action: 'bulk.order',
    method: 'GET',
    path: '/change-lists/:id/rows',
    tag: 'change-lists',
    summary: 'Names of a list with what became of them',
    params: z.object({ id: z.coerce.number().int() }),
    query: z.object({
      outcome: z.enum(['accepted', 'refused']).optional(),
      after: z.coerce.number().int().default(0).describe('Line of the last row seen'),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    response: z.object({
      items: z.array(
        z.object({
          line: z.int(),
          memberId: z.int().nullable(),
          name: z.string().nullable(),
          outcome: z.enum(['accepted', 'refused']),
          reason: z.string().nullable(),
        }),
      ),
    }),
  },
} as const satisfies Record<string, Route>;
