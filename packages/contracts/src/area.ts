import { z } from 'zod';

/** Levels of the area tree. Codes are dotted: 51, 51.71, 51.71.01, 51.71.01.1001. */
export const AreaLevel = z.enum(['province', 'regency', 'district', 'village']);
export type AreaLevel = z.infer<typeof AreaLevel>;

/** A dotted area code of any level. */
export const AreaCode = z.string().regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/);
export type AreaCode = z.infer<typeof AreaCode>;

/** One area with its parent. */
export const Area = z
  .object({ code: z.string(), name: z.string(), level: AreaLevel, parent: z.string().nullable() })
  .meta({ id: 'Area' });
export type Area = z.infer<typeof Area>;

export const AreasQuery = z.object({
  under: AreaCode.optional().describe('Only this area and everything below it'),
  used: z.enum(['true', 'false']).optional().describe('true: only areas with residents in some finished run'),
});
export type AreasQuery = z.infer<typeof AreasQuery>;

/** The tree as a flat list, parents before children, ordered by code. */
export const AreaList = z.object({ items: z.array(Area) });
export type AreaList = z.infer<typeof AreaList>;

/** Figures of one area in one run. residents = linked + uncovered. */
export const AreaFigures = z
  .object({
    code: z.string(),
    name: z.string(),
    level: AreaLevel,
    parent: z.string().nullable(),
    residents: z.int(),
    linked: z.int(),
    uncovered: z.int().describe('How many are on the list'),
    expected: z.number().describe('Expected number without a card: the sum of the probabilities'),
    low: z.number().describe('Lower end of the 95 % interval of the expected number'),
    high: z.number(),
    coverage: z.number().nullable().describe('1 - expected / residents, 0..1; null without residents'),
    inactive: z.int(),
    members: z.int(),
    hasChildren: z.boolean(),
  })
  .meta({ id: 'AreaFigures' });
export type AreaFigures = z.infer<typeof AreaFigures>;

export const AreaFiguresQuery = z.object({
  level: z.enum(['regency', 'district', 'village']).default('regency'),
  parent: AreaCode.optional(),
});
export type AreaFiguresQuery = z.infer<typeof AreaFiguresQuery>;

/** Rows of one level, and their total, which is the sum of the rows. */
export const AreaFiguresList = z.object({ items: z.array(AreaFigures), total: AreaFigures.nullable() });
export type AreaFiguresList = z.infer<typeof AreaFiguresList>;

/**
 * Banjar and how many of its residents are uncovered; `banjar` null holds those without one. Counts are null where
 * the office hides small ones inside too.
 */
export const BanjarFigures = z.object({
  banjar: z.string().nullable(),
  residents: z.int().nullable(),
  uncovered: z.int().nullable(),
  inactive: z.int().nullable(),
});
export type BanjarFigures = z.infer<typeof BanjarFigures>;
export const BanjarFiguresList = z.object({ items: z.array(BanjarFigures) });

/** Boundaries as GeoJSON; every feature has `properties.code` and `properties.name`. */
export const BoundaryCollection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({ code: z.string(), name: z.string() }),
      geometry: z.object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) }),
    }),
  ),
});
export type BoundaryCollection = z.infer<typeof BoundaryCollection>;

/** What an import of boundaries did. */
export const BoundaryImport = z.object({
  imported: z.int(),
  unknown: z.array(z.string()).describe('Codes or names in the file that no area answers to'),
  missing: z.int().describe('Villages of the branch still without a boundary'),
});
export type BoundaryImport = z.infer<typeof BoundaryImport>;
