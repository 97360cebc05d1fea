import { z } from 'zod';
import { AreaCode } from './area.ts';
import type { Route } from './route.ts';

/** Counts of an area as anybody may see them; null where they are hidden to protect single people. */
const PublicCounts = z.object({
  population: z.int().nullable(),
  members: z.int().nullable(),
  active: z.int().nullable(),
});

const PublicArea = PublicCounts.extend({
  code: z.string(),
  name: z
    .string()
    .describe("'' for the branch, and for the part of an area that lies in no known village or outside"),
  level: z.enum(['branch', 'regency', 'district', 'village']),
});
export type PublicArea = z.infer<typeof PublicArea>;

/** The figures of the latest month for people: no person, and no count under five, can be told from them. */
export const PublicFigures = z
  .object({
    month: z.string(),
    asOf: z.string(),
    population: z.object({ source: z.string(), asOf: z.string() }).nullable(),
    /** From the branch down to the area. */
    path: z.array(z.object({ code: z.string(), name: z.string() })),
    area: PublicArea,
    parts: z.array(PublicArea),
    segments: z.array(z.object({ segment: z.string(), members: z.int() })).nullable(),
    inactive: z.object({ arrears: z.int(), lapsed: z.int() }).nullable(),
    uhc: z.enum(['utama', 'madya', 'pratama']).nullable(),
    months: z.array(PublicCounts.extend({ month: z.string() })),
    banjars: z
      .object({
        asOf: z.string(),
        items: z.array(
          z.object({
            banjar: z.string().nullable(),
            residents: z.int().nullable(),
            uncovered: z.int().nullable(),
          }),
        ),
      })
      .nullable(),
  })
  .meta({ id: 'PublicFigures' });
export type PublicFigures = z.infer<typeof PublicFigures>;

/** What everybody may see without signing in. */
export const publicFiguresRoutes = {
  getPublicFigures: {
    method: 'GET',
    path: '/public/figures',
    tag: 'public',
    summary: 'Figures of the latest month for people; small counts are hidden',
    session: false,
    query: z.object({ area: AreaCode.optional() }),
    response: PublicFigures,
  },
} as const satisfies Record<string, Route>;
