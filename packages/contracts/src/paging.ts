import { z } from 'zod';

/** Query part of every paged list. A cursor is opaque and belongs to one list with one set of filters. */
export const PageQuery = z.object({
  cursor: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PageQuery = z.infer<typeof PageQuery>;

/**
 * A page of `item`. `nextCursor` is null on the last page. `total` is exact when present; when counting
 * stopped early `atLeast` says how many there are at the least.
 */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.int().optional(),
    atLeast: z.int().optional(),
  });
}

/** A calendar date as YYYY-MM-DD. */
export const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A moment as ISO 8601 in UTC. */
export const IsoInstant = z.string();

/** 'true' and 'false' in a query string. */
export const QueryBoolean = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .optional();
